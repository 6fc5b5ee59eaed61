using CxKpi.Trends;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>What people do without a model of seasons and memory; for comparison, not for use.</summary>
internal static class NaiveRoutes
{
    private const int Cycle = 12;

    /// <summary>A rank test on figures from which STL took the season.</summary>
    public static bool MannKendallOnAdjusted(NullSeries series)
    {
        StlDecomposition stl = Stl.Decompose(series.Values, Cycle);
        return MannKendallTest.FromValues([.. series.Values.Zip(stl.Seasonal, (value, season) => value - season)]).PValue < 0.05;
    }

    /// <summary>Least squares on seasons and a line, errors taken for independent.</summary>
    public static bool LeastSquaresTrend(NullSeries series) =>
        TestsLast(series.Values, [[.. Enumerable.Range(0, series.Values.Length).Select(t => (double)t)]]);

    /// <summary>Least squares on seasons, a line and a step, errors taken for independent.</summary>
    public static bool LeastSquaresStep(NullSeries series, int after) =>
        TestsLast(series.Values, [[.. Enumerable.Range(0, series.Values.Length).Select(t => (double)t)], Step(series.Values.Length, after)]);

    /// <summary>Logistic regression on seasons and a line: all answers taken for independent.</summary>
    public static bool BinomialTrend(NullSeries series) =>
        BinomialTest(series, [[.. Enumerable.Range(0, series.Values.Length).Select(t => t / 12.0)]]);

    /// <summary>Logistic regression on seasons, a line and a step.</summary>
    public static bool BinomialStep(NullSeries series, int after) =>
        BinomialTest(series, [[.. Enumerable.Range(0, series.Values.Length).Select(t => t / 12.0)], Step(series.Values.Length, after)]);

    /// <summary>A remainder of robust STL that lies more than 3.5 robust standard deviations from their median.</summary>
    public static bool RobustRemainder(NullSeries series)
    {
        double[] remainder = [.. Stl.Decompose(series.Values, Cycle, StlOptions.RCompatibleRobust(null)).Remainder];
        double middle = Median(remainder);
        double spread = 1.4826 * Median([.. remainder.Select(x => Math.Abs(x - middle))]);
        return remainder.Any(x => Math.Abs(x - middle) > 3.5 * spread);
    }

    private static double[] Step(int length, int after) => [.. Enumerable.Range(0, length).Select(t => t >= length - after ? 1.0 : 0)];

    /// <summary>The t test of the last column beside seasons and the columns before it.</summary>
    /// <remarks>The years are whole, so that taking out each season's mean is regressing on seasons.</remarks>
    private static bool TestsLast(double[] values, double[][] columns)
    {
        double[] figures = WithoutSeasons(values);
        double[][] free = [.. columns.Select(WithoutSeasons)];
        for (int i = 1; i < free.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                free[i] = WithoutLine(free[i], free[j]);
            }
        }

        double freedom = values.Length - Cycle - columns.Length;
        double[] residuals = free[..^1].Aggregate(figures, WithoutLine);
        double[] last = free[^1];
        double slope = Dot(last, residuals) / Dot(last, last);
        residuals = WithoutLine(residuals, last);
        double t = slope / Math.Sqrt(Dot(residuals, residuals) / freedom / Dot(last, last));
        return StudentTDistribution.TwoSidedPValue(t, freedom) < 0.05;
    }

    private static double[] WithoutSeasons(double[] values)
    {
        double[] means = new double[Cycle];
        for (int t = 0; t < values.Length; t++)
        {
            means[t % Cycle] += values[t] / (values.Length / Cycle);
        }

        return [.. values.Select((value, t) => value - means[t % Cycle])];
    }

    private static double[] WithoutLine(double[] values, double[] column)
    {
        double slope = Dot(values, column) / Dot(column, column);
        return [.. values.Zip(column, (value, x) => value - slope * x)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double Median(double[] values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }

    /// <summary>The z test of the last column: iteratively reweighted least squares, without a dispersion.</summary>
    private static bool BinomialTest(NullSeries series, double[][] columns)
    {
        int n = series.Values.Length, k = Cycle + columns.Length;
        double[][] rows = [.. Enumerable.Range(0, n)
            .Select(t => (double[])[.. Enumerable.Range(0, Cycle).Select(s => t % Cycle == s ? 1.0 : 0), .. columns.Select(column => column[t])])];
        double[] coefficients = new double[k];
        double z = 0;
        for (int iteration = 0; iteration < 25; iteration++)
        {
            double[][] products = [.. Enumerable.Range(0, k).Select(_ => new double[k + 1])];
            for (int t = 0; t < n; t++)
            {
                double share = ShareScale.Share(Dot(rows[t], coefficients));
                double weight = series.Sizes[t] * share * (1 - share);
                for (int i = 0; i < k; i++)
                {
                    for (int j = 0; j < k; j++)
                    {
                        products[i][j] += weight * rows[t][i] * rows[t][j];
                    }

                    products[i][k] += rows[t][i] * (series.Hits[t] - series.Sizes[t] * share);
                }
            }

            double[] step = Solve(products);
            for (int i = 0; i < k; i++)
            {
                coefficients[i] += step[i];
            }

            // The last pivot is the information on the last coefficient beside all others.
            z = coefficients[^1] * Math.Sqrt(products[^1][k - 1]);
            if (step.Max(Math.Abs) < 1e-8)
            {
                break;
            }
        }

        return NormalDistribution.TwoSidedPValue(z) < 0.05;
    }

    /// <summary>Elimination in place; the matrix is positive definite.</summary>
    private static double[] Solve(double[][] system)
    {
        int k = system.Length;
        for (int pivot = 0; pivot < k; pivot++)
        {
            for (int i = pivot + 1; i < k; i++)
            {
                double factor = system[i][pivot] / system[pivot][pivot];
                for (int j = pivot; j <= k; j++)
                {
                    system[i][j] -= factor * system[pivot][j];
                }
            }
        }

        double[] solution = new double[k];
        for (int i = k - 1; i >= 0; i--)
        {
            double sum = system[i][k];
            for (int j = i + 1; j < k; j++)
            {
                sum -= system[i][j] * solution[j];
            }

            solution[i] = sum / system[i][i];
        }

        return solution;
    }
}
