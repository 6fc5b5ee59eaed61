using CxKpi.Trends;

namespace CxKpi;

/// <summary>Comparison of a series with its year before.</summary>
public static class YearOverYearExtensions
{
    /// <summary>The change of each period from its like a year before, for all periods whose like lies in the series.</summary>
    /// <remarks>
    /// A month is compared with the same month, a quarter and a year alike, an ISO week with the week of the same number, and a day with the same weekday 52
    /// weeks before.
    /// Each comparison looks at two periods and ignores the rest: it has half the evidence, and is half a year late.
    /// It is a second view beside the trend, not in its place.
    /// </remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One comparison per period; without a change, and flagged, where there is nothing sound to compare.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public static IReadOnlyList<YearOverYearChange> YearOverYear<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        Guard.Confidence(confidence);
        List<YearOverYearChange> changes = [];
        for (int i = 0; i < series.Count; i++)
        {
            CalendarPeriod period = series[i].Key;
            CalendarPeriod? like = YearBefore.Of(period);
            if ((like ?? period.Plus(-Season.CycleOf(series.Unit))).CompareTo(series[0].Key) >= 0)
            {
                changes.Add(like is { } baseline ? Compare(series, i, baseline, confidence) : new() { Period = period, Flags = YearOverYearFlags.NoMatch });
            }
        }

        return changes;
    }

    private static YearOverYearChange Compare<TKpi>(KpiSeries<TKpi> series, int i, CalendarPeriod baseline, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        (CalendarPeriod period, TKpi record) = series[i];
        int before = PeriodCount.Between(series[0].Key, baseline);
        bool incomplete = series.IsLastIncomplete && i == series.Count - 1;
        Change? change = incomplete ? null : record.ChangeFrom(series[before].Value, confidence);
        return new()
        {
            Period = period,
            Baseline = baseline,
            Change = change,
            Flags = (incomplete ? YearOverYearFlags.Incomplete : YearOverYearFlags.None)
                | (record.Value is null || series[before].Value.Value is null ? YearOverYearFlags.NoData : YearOverYearFlags.None)
                | (series.IsFirstIncomplete && before == 0 ? YearOverYearFlags.PartialCover : YearOverYearFlags.None)
                | (YearBefore.EasterDays(period) != YearBefore.EasterDays(baseline) ? YearOverYearFlags.EasterShift : YearOverYearFlags.None),
        };
    }
}
