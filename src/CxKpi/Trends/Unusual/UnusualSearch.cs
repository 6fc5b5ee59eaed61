using CxKpi.Trends;

namespace CxKpi;

/// <summary>Finds the figures too far from what season and trend leave for chance: one after the other leaves the fit before the next is sought.</summary>
internal sealed class UnusualSearch
{
    /// <summary>Every figure that leaves the fit takes quadratic time.</summary>
    internal const int MostPeriods = 800;

    private readonly CycleSeries source;
    private readonly double alpha;
    private readonly StlOptions options;

    internal UnusualSearch(CycleSeries source, double alpha)
    {
        this.source = source;
        this.alpha = alpha;
        options = source.Options(StlOptions.Default);
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

        CycleSeries? logarithms = series.Logarithms() is { } positive ? SeasonalFit.Living(positive, isSeasonal: isSeasonal) : null;
        bool isLogarithmic = logarithms is not null && Misfit(logarithms) + 2 * Logarithms(cycles) < Misfit(cycles);
        UnusualSearch search = new(isLogarithmic ? logarithms! : cycles, alpha);
        var all = search.Find();

        // A figure at the end of its range, beyond which season and trend lead, is what they lead to expect.
        (int Place, double Expected, double Studentised, double PValue)[] found =
            [.. all.Where(x => Expected(x.Expected) != cycles.Figures[x.Place])];
        List<Notice> warnings = [.. SeasonalFit.Warnings(cycles)];
        if (all.Count == search.Most && all.Count > 1)
        {
            warnings.Add(Notices.ManyUnusual(all.Count));
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
                    unit * Expected(x.Expected),
                    x.Studentised,
                    x.PValue)),
            ],
        };

        double Expected(double explained) => series.Range.Clamp(isLogarithmic ? Math.Exp(explained) : explained);
    }

    /// <summary>-2 ln L of normal remainders around season and trend, without its constants.</summary>
    private static double Misfit(CycleSeries source)
    {
        double[] weights = [.. source.Figures.Select(figure => double.IsNaN(figure) ? 0.0 : 1)];
        StlDecomposition parts = Stl.Decompose(source.Figures, source.Cycle, source.Options(StlOptions.Default), weights);
        double squares = parts.Remainder.Where((_, i) => weights[i] > 0).Sum(r => r * r), count = weights.Sum();
        return count * Math.Log(squares / count);
    }

    /// <summary>The sum of the figures' logarithms, by which densities on the two scales differ.</summary>
    private static double Logarithms(CycleSeries source) => source.Figures.Where(figure => !double.IsNaN(figure)).Sum(Math.Log);

    /// <summary>Flags the figures.</summary>
    /// <returns>For each flagged figure its place, the value expected without it, how far out it is, and p for the furthest of all figures.</returns>
    internal IReadOnlyList<(int Place, double Expected, double Studentised, double PValue)> Find()
    {
        Remainders left = new(source, options);
        List<double> values = [];
        List<IReadOnlyList<(int Place, double Expected, double Studentised)>> explained = [];
        while (values.Count < Most && left.Leave())
        {
            values.Add(Math.Min(1, left.PValue() / Share(values.Count)));
            explained.Add(left.Explained());
        }

        // A set of figures that lie far out together speaks for each of them.
        for (int i = values.Count - 2; i >= 0; i--)
        {
            values[i] = Math.Min(values[i], values[i + 1]);
        }

        int last = values.FindLastIndex(p => p < alpha);
        return last < 0 ? [] : [.. explained[last].Zip(values, (figure, p) => (figure.Place, figure.Expected, figure.Studentised, p))];
    }

    /// <summary>The share of alpha for that many figures lying out together, and one more: all shares together are 1.</summary>
    private static double Share(int more) => 0.9 * Math.Pow(0.1, more);
}
