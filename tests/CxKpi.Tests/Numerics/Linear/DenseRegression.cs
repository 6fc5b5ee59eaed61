using MathNet.Numerics.LinearAlgebra;

namespace CxKpi.Tests.Numerics;

/// <summary>The same regression with V written out: slow and obvious.</summary>
internal sealed class DenseRegression
{
    public DenseRegression(double[][] design, double[] y, int[] times, double[] noise, ErrorProcess errors)
    {
        int n = y.Length, k = design.Length;
        Matrix<double> v = Matrix<double>.Build.Dense(
            n,
            n,
            (i, j) => Process(errors, times[i] - times[0], times[j] - times[0]) + (i == j ? noise[i] + errors.White : 0));
        Matrix<double> x = Matrix<double>.Build.Dense(n, k, (i, j) => design[j][i]);
        Vector<double> response = Vector<double>.Build.Dense(y);
        Inverse = v.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(n));
        Covariance = (x.Transpose() * Inverse * x).Inverse();
        Coefficients = Covariance * (x.Transpose() * (Inverse * response));
        Residuals = response - x * Coefficients;
        LogLikelihood = -0.5 * ((n - k) * Math.Log(2 * Math.PI)
            + v.Cholesky().DeterminantLn
            - Math.Log(Covariance.Determinant())
            + Residuals * (Inverse * Residuals));
    }

    // A walk may start from any level beside an intercept: from one step before the first row.
    private static double Process(ErrorProcess errors, int earlier, int later) =>
        errors.Variance * (errors.Phi == 1 ? Math.Min(earlier, later) + 1 : Math.Pow(errors.Phi, Math.Abs(earlier - later)));

    public Matrix<double> Inverse { get; }

    public Matrix<double> Covariance { get; }

    public Vector<double> Coefficients { get; }

    public Vector<double> Residuals { get; }

    public double LogLikelihood { get; }

    /// <summary>The best linear prediction of the process and the regression at a later time, with its variance.</summary>
    public (double Value, double Variance) Predict(double[][] design, int[] times, double[] row, int time, ErrorProcess errors)
    {
        Vector<double> c = Vector<double>.Build.Dense(times.Length, i => Process(errors, times[i] - times[0], time - times[0]));
        Vector<double> weights = Inverse * c;
        Vector<double> rest = Vector<double>.Build.Dense(row.Length, j => row[j] - weights.DotProduct(Vector<double>.Build.Dense(design[j])));
        return (
            Vector<double>.Build.Dense(row) * Coefficients + weights * Residuals,
            Process(errors, time - times[0], time - times[0]) - c * weights + rest * (Covariance * rest));
    }
}
