using CxKpi.Trends;

namespace CxKpi;

/// <summary>Shares of counts on the scale of log odds, and what chance alone does to them.</summary>
internal static class ShareScale
{
    /// <summary>The log odds of hits against misses; half of one is added to each, so that "all" and "none" stay finite.</summary>
    internal static double LogOdds(double hits, double misses) => Math.Log((hits + 0.5) / (misses + 0.5));

    internal static double LogOddsOfShare(double share, double size) => LogOdds(share * size, (1 - share) * size);

    internal static double Share(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    /// <summary>The sampling variance of log odds from that of their share.</summary>
    internal static double LogOddsVariance(double variance, double size) => 1 / (size * size * variance);

    /// <summary>The sampling variance of each share, p(1 − p)/n with the p of its season; NaN where the share is missing.</summary>
    /// <remarks>
    /// A period's own share would tie the weight to the figure, and give 0 for "all of three". An incomplete last period has no say.
    /// </remarks>
    internal static double[] SamplingVariances(PeriodSeries series)
    {
        ReadOnlySpan<double> figures = series.Figures, sizes = series.Sizes;
        Dictionary<Season, (double Hits, double Size)> seasons = [];
        (double Hits, double Size) whole = default;
        for (int t = 0; t < series.Count - (series.IsLastIncomplete ? 1 : 0); t++)
        {
            if (double.IsNaN(figures[t])) continue;

            Season season = Season.Of(series.First.Plus(t));
            double own = figures[t] * sizes[t];
            (double hits, double size) = seasons.GetValueOrDefault(season);
            seasons[season] = (hits + own, size + sizes[t]);
            whole = (whole.Hits + own, whole.Size + sizes[t]);
        }

        double[] variances = new double[series.Count];
        for (int t = 0; t < variances.Length; t++)
        {
            (double hits, double size) = seasons.GetValueOrDefault(Season.Of(series.First.Plus(t)), whole);
            double pooled = (hits + 0.5) / (size + 1);
            variances[t] = double.IsNaN(figures[t]) ? double.NaN : pooled * (1 - pooled) / sizes[t];
        }

        return variances;
    }

    /// <summary>The same; empty where shares are all 0, or all 1: these say nothing of the spread, and not known is not none.</summary>
    internal static double[] KnownVariances(PeriodSeries series)
    {
        ReadOnlySpan<double> shares = series.Figures;
        bool none = true, all = true;
        for (int t = 0; t < shares.Length; t++)
        {
            none &= !(shares[t] > 0);
            all &= !(shares[t] < 1);
        }

        return none || all ? [] : SamplingVariances(series);
    }
}
