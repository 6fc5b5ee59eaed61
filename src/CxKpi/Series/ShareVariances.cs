using CxKpi.Trends;

namespace CxKpi;

/// <summary>The sampling variances of the shares of a series.</summary>
internal static class ShareVariances
{
    /// <summary>
    /// The same as <see cref="Pooled"/>, but empty where all shares are 0 or all are 1: these show nothing of the spread, and an unknown variance is not zero.
    /// </summary>
    internal static double[] Known(PeriodSeries series)
    {
        ReadOnlySpan<double> shares = series.Figures;
        bool none = true, all = true;
        for (int t = 0; t < shares.Length; t++)
        {
            none &= !(shares[t] > 0);
            all &= !(shares[t] < 1);
        }

        return none || all ? [] : Pooled(series);
    }

    /// <summary>The sampling variance of each share, p(1 − p)/n with the p of its season; NaN where the share is missing.</summary>
    /// <remarks>
    /// A period's own share would tie the weight to the figure, and give 0 for "three of three". Incomplete last periods are not used.
    /// </remarks>
    internal static double[] Pooled(PeriodSeries series)
    {
        ReadOnlySpan<double> figures = series.Figures, sizes = series.Sizes;
        Dictionary<Season, (double Hits, double Size)> seasons = [];
        (double Hits, double Size) whole = default;
        for (int t = 0; t < series.CompleteCount; t++)
        {
            if (double.IsNaN(figures[t]))
            {
                continue;
            }

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
}
