using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Decomposes a series with several seasons, such as the week and the year in daily figures (MSTL).</summary>
/// <remarks>
/// Each season in turn, from the shortest, is extracted by <see cref="Stl"/> from what the others leave; the trend is that of the last one.
/// Figures whose spread grows with their level can be transformed by <see cref="BoxCox"/> first (<see cref="MstlOptions.BoxCoxLambda"/>).
/// A period of half the series or longer is dropped and reported, because its season cannot be separated from the trend.
/// A yearly season in daily figures needs at least four years: with fewer, each day of the year rests on two or three figures.
/// Source: K. Bandara, R. Hyndman, C. Bergmeir, <em>MSTL: A Seasonal-Trend Decomposition Algorithm for Time Series with Multiple Seasonal Patterns</em> (2021).
/// R's forecast package and statsmodels share the loop and differ in its inner decomposition; <see cref="MstlOptions"/> has presets for both.
/// </remarks>
public static class Mstl
{
    /// <summary>Decomposes a series.</summary>
    /// <param name="values">The figures; NaN where one is missing.</param>
    /// <param name="periods">The numbers of figures in a cycle, each at least 2, in any order.</param>
    /// <param name="options">The settings; <see cref="MstlOptions.Default"/> when omitted.</param>
    /// <returns>The decomposition, which is that of the transformed figures when the options ask for a transformation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A figure is infinite, or not positive although the transformation requires it; or a period is less than 2.
    /// </exception>
    /// <exception cref="ArgumentException">No period is shorter than half the series, a period is repeated, the numbers of spans and periods differ, or gaps
    /// are too long.</exception>
    public static MstlDecomposition Decompose(ReadOnlySpan<double> values, ReadOnlySpan<int> periods, MstlOptions? options = null)
    {
        options ??= MstlOptions.Default;
        int[] ascending = [.. periods];
        Array.Sort(ascending);
        if (ascending.Length > 0 && ascending[0] < 2)
        {
            throw Guard.Outside(nameof(periods), "must be at least 2", ascending[0]);
        }

        if (ascending.Distinct().Count() < ascending.Length)
        {
            throw new ArgumentException($"{nameof(periods)} must not repeat a period", nameof(periods));
        }

        if (options.SeasonalSpans is { Count: not 1 } spans)
        {
            Guard.SameLength(ascending.Length, spans.Count, nameof(periods), nameof(options.SeasonalSpans));
        }

        int count = values.Length;
        int[] used = [.. ascending.Where(period => 2L * period < count)];
        if (used.Length == 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{nameof(periods)} must hold a period shorter than half the {count} figures"),
                nameof(periods));
        }

        double[] left = Transformed(values, options.BoxCoxLambda), trend = new double[count];
        double[][] seasons = [.. used.Select(_ => new double[count])];
        StlWorkspace workspace = new();
        int rounds = used.Length == 1 ? 1 : options.Rounds;
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < used.Length; i++)
            {
                double[] season = seasons[i];
                Add(left, season, 1);
                Stl.Decompose(left, used[i], options.Smoothing with { SeasonalSpan = options.Span(i) }, season, trend, workspace);
                Add(left, season, -1);
            }
        }

        Add(left, trend, -1);
        return new(used, [.. ascending.Skip(used.Length)], seasons, trend, left) { BoxCoxLambda = options.BoxCoxLambda };
    }

    private static double[] Transformed(ReadOnlySpan<double> values, double? lambda)
    {
        double[] transformed = values.ToArray();
        for (int i = 0; lambda is { } power && i < transformed.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]);
            }

            if (power <= 0 && values[i] <= 0)
            {
                throw Guard.OutsideAt(i, nameof(values), "must be positive where the Box-Cox lambda is 0 or less", values[i]);
            }

            transformed[i] = BoxCox.Transform(values[i], power);
        }

        return transformed;
    }

    private static void Add(double[] values, double[] component, int sign)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += sign * component[i];
        }
    }
}
