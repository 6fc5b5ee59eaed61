namespace CxKpi;

/// <summary>Products of deviations from the mean, by which figures are said to vary together.</summary>
internal static class ProductMoment
{
    /// <summary>Pearson's correlation; <see langword="null"/> where a list does not vary beyond its rounding.</summary>
    internal static double? Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (Standardised(x) is not { } first || Standardised(y) is not { } second)
        {
            return null;
        }

        double r = Dot(first, second) / Math.Sqrt(Dot(first, first) * Dot(second, second));

        // What rounding leaves of a line is a line.
        return 1 - Math.Abs(r) <= 1e-15 * x.Length ? Math.Sign(r) : r;
    }

    /// <summary>The deviations from the mean, the largest of size 1; <see langword="null"/> where they are no more than rounding.</summary>
    internal static double[]? Standardised(ReadOnlySpan<double> values)
    {
        double mean = 0, size = 0, largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            mean += values[i] / (i + 1) - mean / (i + 1);
            size = Math.Max(size, Math.Abs(values[i]));
        }

        double[] deviations = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            deviations[i] = values[i] / 2 - mean / 2;
            largest = Math.Max(largest, Math.Abs(deviations[i]));
        }

        // A figure is known to its last bit at best.
        if (!(largest > 2e-16 * size))
        {
            return null;
        }

        double rest = 0;
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] /= largest;
            rest += deviations[i];
        }

        rest /= deviations.Length;
        for (int i = 0; i < deviations.Length; i++)
        {
            deviations[i] -= rest;
        }

        return deviations;
    }

    internal static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }
}
