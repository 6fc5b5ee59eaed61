namespace CxKpi.Trends;

/// <content>Unusual periods.</content>
public sealed partial class PeriodSeries
{
    /// <summary>The periods whose figures lie further from season and trend than chance explains.</summary>
    /// <param name="alpha">The probability of flagging anything in a series without unusual periods, between 0 and 1, both excluded.</param>
    /// <returns>The unusual periods; refused where the series can't be decomposed: years, fewer than two full cycles, a season with fewer than two figures, a long gap; and beyond 800 periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Alpha does not lie between 0 and 1.</exception>
    public UnusualPeriods Unusual(double alpha = 0.05)
    {
        Guard.Confidence(alpha);
        CycleSeries source = CycleSeries.Of(this);
        Notice? refusal = SeasonalFit.Refusal(source, StlOptions.Default)
            ?? (source.Count > UnusualSearch.MostPeriods ? Notices.TooManyPeriods(source.Count, UnusualSearch.MostPeriods) : null);
        if (refusal is not null)
        {
            return new() { Refusal = refusal, Alpha = alpha };
        }

        UnusualSearch search = new(source, alpha);
        var found = search.Find();
        IReadOnlyList<Notice> warnings = SeasonalFit.Warnings(source);
        return new()
        {
            Alpha = alpha,
            Warnings = found.Count == search.Most && found.Count > 1 ? [.. warnings, Notices.ManyUnusual(found.Count)] : warnings,
            Periods = [.. found.Select(x => new UnusualPeriod(source.Periods[x.Place], source.Figures[x.Place], x.Expected, x.Studentised, x.PValue))],
        };
    }
}
