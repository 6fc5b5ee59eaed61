using CxKpi.Trends;

namespace CxKpi;

/// <summary>Finds the figures too far from what season and trend leave for chance: one after the other, each removed before the next is sought.</summary>
internal sealed class UnusualSearch
{
    /// <summary>The products of the remainders' matrix take cubic time.</summary>
    internal const int MostPeriods = 800;

    private readonly CycleSeries source;
    private readonly double alpha;
    private readonly StlOptions options;
    private readonly bool[] flagged;
    private double[] expected = [];

    internal UnusualSearch(CycleSeries source, double alpha)
    {
        this.source = source;
        this.alpha = alpha;
        options = source.Options(StlOptions.Default);
        flagged = new bool[source.Count];
    }

    /// <summary>The largest number of figures that are flagged.</summary>
    internal int Most => Math.Max(1, source.Figures.Count(figure => !double.IsNaN(figure)) / 10);

    /// <summary>The unusual periods of a series, or the reason why none can be found.</summary>
    internal static UnusualPeriods Of(PeriodSeries series, double alpha, bool isSeasonal)
    {
        Guard.Confidence(alpha);
        double unit = series.Magnitude();
        series = series.Over(unit);
        CycleSeries cycles = SeasonalFit.Living(series, isSeasonal: isSeasonal);
        Notice? refusal = SeasonalFit.Refusal(cycles, cycles.Options(StlOptions.Default))
            ?? (cycles.Count > MostPeriods ? Notices.TooManyPeriods(cycles.Count, MostPeriods) : null);
        if (refusal is not null)
        {
            return new() { Refusal = refusal, Alpha = alpha };
        }

        bool isLogarithmic = series.Logarithms() is { } logarithms && Misfit(SeasonalFit.Living(logarithms, isSeasonal: isSeasonal)) + 2 * Logarithms(cycles) < Misfit(cycles);
        UnusualSearch search = new(isLogarithmic ? SeasonalFit.Living(series.Logarithms()!, isSeasonal: isSeasonal) : cycles, alpha);
        var found = search.Find();
        List<Notice> warnings = [.. SeasonalFit.Warnings(cycles)];
        if (found.Count == search.Most && found.Count > 1)
        {
            warnings.Add(Notices.ManyUnusual(found.Count));
        }

        return new()
        {
            Alpha = alpha,
            IsLogarithmic = isLogarithmic,
            Warnings = warnings,
            Periods =
            [
                .. found.Select(x => new UnusualPeriod(
                    cycles.Periods[x.Place],
                    unit * cycles.Figures[x.Place],
                    unit * (isLogarithmic ? Math.Exp(x.Expected) : x.Expected),
                    x.Studentised,
                    x.PValue)),
            ],
        };
    }

    /// <summary>-2 ln L of normal remainders around season and trend, without its constants.</summary>
    private static double Misfit(CycleSeries source)
    {
        double[] weights = [.. source.Figures.Select(figure => double.IsNaN(figure) ? 0.0 : 1)];
        double squares = Stl.Decompose(source.Figures, source.Cycle, source.Options(StlOptions.Default), weights).Remainder.Where((_, i) => weights[i] > 0).Sum(r => r * r);
        double count = weights.Sum();
        return count * Math.Log(squares / count);
    }

    /// <summary>The sum of the figures' logarithms, by which densities on the two scales differ.</summary>
    private static double Logarithms(CycleSeries source) => source.Figures.Where(figure => !double.IsNaN(figure)).Sum(Math.Log);

    /// <summary>Flags the figures.</summary>
    /// <returns>For each flagged figure its place, the value expected without it, the studentised remainder, and p for the furthest of all figures.</returns>
    internal IReadOnlyList<(int Place, double Expected, double Studentised, double PValue)> Find()
    {
        List<(int Place, double Studentised, double PValue)> found = [];
        while (Furthest() is var (place, studentised, p) && p < alpha && found.Count < Most)
        {
            found.Add((place, studentised, p));
            flagged[place] = true;
            if (!CanBeFitted())
            {
                break;
            }
        }

        return [.. found.Select(x => (x.Place, expected[x.Place], x.Studentised, x.PValue))];
    }

    private bool CanBeFitted()
    {
        double[] weights = Weights();
        return StlGaps.SparsePlace(source.Figures, weights, source.Cycle) is null
            && 2 * StlGaps.Longest(source.Figures, weights).Length < StlPlan.For(source.Count, source.Cycle, options).Trend;
    }

    private double[] Weights() => [.. source.Figures.Select((figure, i) => double.IsNaN(figure) || flagged[i] ? 0.0 : 1)];

    private (int Place, double Studentised, double PValue) Furthest()
    {
        double[] weights = Weights(), variances = [.. weights];
        StlSmoother smoother = new(source.Count, source.Cycle, options, weights);
        double? between = null;
        if (source.Variances.Length > 0)
        {
            double[] sampling = [.. source.Variances.Select((v, i) => weights[i] > 0 ? v : double.NaN)];
            StlDecomposition first = Stl.Decompose(source.Figures, source.Cycle, options, weights);
            between = BetweenVariance.Estimate([.. first.Remainder.Select((r, i) => weights[i] > 0 ? r : double.NaN)], smoother.RemainderNorms, sampling);
            SeasonalFit.Weigh(weights, sampling, between.Value);
            smoother = new(source.Count, source.Cycle, options, weights);
            double least = 1e-6 * sampling.Where((_, i) => weights[i] > 0).Average(v => between.Value + v);
            variances = [.. sampling.Select((v, i) => weights[i] > 0 ? Math.Max(least, between.Value + v) : 0)];
        }

        StlDecomposition parts = Stl.Decompose(source.Figures, source.Cycle, options, weights);
        expected = [.. parts.Seasonal.Zip(parts.Trend, (season, trend) => season + trend)];
        int[] used = [.. Enumerable.Range(0, weights.Length).Where(i => weights[i] > 0 && variances[i] > 0)];
        if (used.Length == 0)
        {
            return (0, 0, 1);
        }

        double[] remainders = [.. used.Select(i => (source.Figures[i] - expected[i]) / Math.Sqrt(variances[i]))];
        (double[] own, double freedom) = Spread(smoother, used, variances);

        // Where chance alone explains all that lies between periods the scale is known; otherwise it is what the remainders say.
        bool known = between == 0;
        double scale = known ? 1 : remainders.Sum(r => r * r) / own.Sum();
        double rounding = 1e-13 * used.Max(i => Math.Abs(source.Figures[i]) / Math.Sqrt(variances[i]));
        (int place, double studentised) = (-1, 0);
        for (int k = 0; k < used.Length; k++)
        {
            double size = Math.Sqrt(scale * own[k]);
            if (own[k] > 1e-9 && size > rounding && Math.Abs(remainders[k]) > rounding && Math.Abs(remainders[k] / size) > Math.Abs(studentised))
            {
                (place, studentised) = (used[k], remainders[k] / size);
            }
        }

        if (place < 0 || freedom <= 2)
        {
            return (0, 0, 1);
        }

        // The furthest figure is part of the scale: without it the scale has one degree of freedom less.
        double square = studentised * studentised;
        double apart = known ? studentised : square < freedom ? studentised * Math.Sqrt((freedom - 1) / (freedom - square)) : double.MaxValue;
        return (place, studentised, Math.Min(1, used.Length * StudentTDistribution.TwoSidedPValue(apart, freedom - 1)));
    }

    /// <summary>
    /// The variance of each remainder when figures have their own, in units of it; and the degrees of freedom tr(C)² / tr(C²) of the sum of their squares.
    /// </summary>
    private static (double[] Own, double Freedom) Spread(StlSmoother smoother, int[] used, double[] variances)
    {
        double[][] rows = [.. used.Select(_ => new double[used.Length])];
        for (int j = 0; j < used.Length; j++)
        {
            (double[] seasonal, double[] trend) = smoother.Response(used[j]);
            for (int i = 0; i < used.Length; i++)
            {
                int at = used[i];
                rows[i][j] = ((i == j ? 1 : 0) - seasonal[at] - trend[at]) * Math.Sqrt(variances[used[j]] / variances[at]);
            }
        }

        double[] own = new double[used.Length];
        double squares = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double[] first = rows[i], second = rows[j];
                double product = 0;
                for (int k = 0; k < first.Length; k++)
                {
                    product += first[k] * second[k];
                }

                squares += product * product * (i == j ? 1 : 2);
                own[i] = product;
            }
        }

        double trace = own.Sum();
        return (own, squares > 0 ? trace * trace / squares : 0);
    }
}
