using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace CxKpi;

/// <summary>MathNet's bounded BFGS search, which never throws here.</summary>
/// <remarks>
/// It has no way to step back from a value that is not finite and throws instead. What it returns is only a start for <see cref="NewtonSearch"/>,
/// which judges for itself whether it is a minimum.
/// </remarks>
internal static class BoundedQuasiNewton
{
    private const double Tolerance = 1e-9;

    private const int MostIterations = 300;

    /// <summary>A point near a minimum; <see langword="null"/> when the search broke off.</summary>
    internal static double[]? From(LogScaleObjective objective, double[] start)
    {
        Vector<double> At(double figure) => Vector<double>.Build.Dense(start.Length, figure);
        try
        {
            MinimizationResult found = new BfgsBMinimizer(Tolerance, Tolerance, Tolerance, MostIterations).FindMinimum(
                ObjectiveFunction.Gradient(point =>
                {
                    double[] gradient = new double[start.Length];
                    double value = objective.At(point.ToArray(), gradient);
                    return new(value, Vector<double>.Build.Dense(gradient));
                }),
                At(LogScaleObjective.Lowest),
                At(LogScaleObjective.Highest),
                Vector<double>.Build.DenseOfArray(start));
            double[] at = found.MinimizingPoint.ToArray();
            return at.All(double.IsFinite) ? at : null;
        }
        catch (Exception error) when (error is OptimizationException or ArithmeticException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
