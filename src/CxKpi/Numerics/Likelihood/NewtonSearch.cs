namespace CxKpi;

/// <summary>Newton's steps inside a box: damped where they fail to descend, with a Hessian whose directions all curve upwards.</summary>
internal static class NewtonSearch
{
    private const double Tolerance = 1e-12, LongestStep = 4, LeastCurvature = 1e-12, SufficientDescent = 1e-4;

    // What rounding may leave of a gradient when no step descends any more.
    private const double Rounding = 1e-9;

    private const int MostIterations = 60, MostHalvings = 40;

    internal static LikelihoodMaximum From(LogScaleObjective objective, ReadOnlySpan<double> start)
    {
        int size = start.Length, iterations = 0;
        double[] point = start.ToArray(), gradient = new double[size];
        Clamp(point);
        double value = objective.At(point, gradient);
        double norm = FreeNorm(point, gradient);
        bool stuck = !double.IsFinite(value);
        while (!stuck && norm > Tolerance && iterations < MostIterations)
        {
            iterations++;
            double[] step = Step(objective, point, gradient), tried = new double[size], slope = new double[size];
            stuck = true;
            double length = 1;
            for (int halving = 0; halving < MostHalvings && stuck; halving++, length /= 2)
            {
                double expected = 0;
                for (int i = 0; i < size; i++)
                {
                    tried[i] = Math.Clamp(point[i] + length * step[i], LogScaleObjective.Lowest, LogScaleObjective.Highest);
                    expected += gradient[i] * (tried[i] - point[i]);
                }

                double reached = objective.At(tried, slope);

                // Near the minimum values agree to the last digit, and only the gradient tells which point is nearer.
                if (reached <= value + SufficientDescent * expected || (Math.Abs(reached - value) <= 1e-14 * Math.Abs(value) && FreeNorm(tried, slope) < norm))
                {
                    (value, norm, stuck) = (reached, FreeNorm(tried, slope), false);
                    tried.CopyTo(point, 0);
                    slope.CopyTo(gradient, 0);
                }
            }
        }

        double[] hessian = double.IsFinite(value) ? objective.Hessian(point) : new double[size * size];
        return new(point, value, norm, hessian, objective.Observations, double.IsFinite(value) && norm <= Rounding) { Iterations = iterations };
    }

    private static double[] Step(LogScaleObjective objective, double[] point, double[] gradient)
    {
        int size = point.Length;
        int[] free = [.. Enumerable.Range(0, size).Where(i => IsFree(point, gradient, i))];
        double[] hessian = objective.Hessian(point), step = new double[size];
        SymmetricEigen eigen = SymmetricEigen.Of([.. free.SelectMany(_ => free, (i, j) => hessian[i * size + j])], free.Length);
        double[] found = eigen.Apply(curvature => -1 / Math.Max(Math.Abs(curvature), LeastCurvature), [.. free.Select(i => gradient[i])]);
        double longest = found.Max(Math.Abs);
        for (int i = 0; i < free.Length; i++)
        {
            step[free[i]] = longest > LongestStep ? found[i] * (LongestStep / longest) : found[i];
        }

        return step;
    }

    /// <summary>Whether a coordinate may move against its gradient, which it may not out of the box.</summary>
    private static bool IsFree(double[] point, double[] gradient, int i) =>
        gradient[i] > 0 ? point[i] > LogScaleObjective.Lowest : point[i] < LogScaleObjective.Highest;

    private static double FreeNorm(double[] point, double[] gradient)
    {
        double sum = 0;
        for (int i = 0; i < point.Length; i++)
        {
            sum += IsFree(point, gradient, i) ? gradient[i] * gradient[i] : 0;
        }

        return Math.Sqrt(sum);
    }

    private static void Clamp(double[] point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = Math.Clamp(point[i], LogScaleObjective.Lowest, LogScaleObjective.Highest);
        }
    }
}
