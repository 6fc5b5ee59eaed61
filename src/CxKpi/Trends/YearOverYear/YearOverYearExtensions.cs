using CxKpi.Trends;

namespace CxKpi;

/// <summary>Compares a series with its year before.</summary>
public static class YearOverYearExtensions
{
    /// <summary>Calculates the change of each period from the corresponding one a year before, for all periods whose counterpart lies in the series.</summary>
    /// <remarks>
    /// A month is compared with the same month, and quarters and years likewise, an ISO week with the week of the same number, and a day with the same weekday
    /// 52 weeks before. Each comparison uses two periods and ignores the rest, so it has half the evidence and is half a year late.
    /// It complements the trend and does not replace it.
    /// </remarks>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One comparison per period; it has no change, and a flag, where a comparison would not be sound.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static YearOverYearChanges YearOverYear<TKpi>(this KpiSeries<TKpi> series, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        Guard.Confidence(confidence);
        List<YearOverYearChange> changes = [];
        for (int i = 0; i < series.Count; i++)
        {
            CalendarPeriod period = series[i].Key;
            CalendarPeriod? like = YearBefore.Of(period);
            if (like is { } found ? found.CompareTo(series[0].Key) >= 0 : i >= Season.CycleOf(series.Unit))
            {
                changes.Add(like is { } baseline ? Compare(series, i, baseline, confidence) : new() { Period = period, Flags = YearOverYearFlags.NoMatch });
            }
        }

        return new(changes);
    }

    private static YearOverYearChange Compare<TKpi>(KpiSeries<TKpi> series, int i, CalendarPeriod baseline, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        (CalendarPeriod period, TKpi record) = series[i];
        int before = PeriodCount.Between(series[0].Key, baseline);
        TKpi then = series[before].Value;
        bool incomplete = series.IsIncompleteAt(i), partial = series.IsIncompleteAt(before);
        Change? change = series.ChangeOf(i, before, confidence);
        return new()
        {
            Period = period,
            Baseline = baseline,
            Change = change,
            Flags = (incomplete ? YearOverYearFlags.Incomplete : YearOverYearFlags.None)
                | (record.Value is null || then.Value is null ? YearOverYearFlags.NoData : YearOverYearFlags.None)
                | (partial ? YearOverYearFlags.PartialCover : YearOverYearFlags.None)
                | (SoundChange.IsUnsound(period, record, baseline, then) ? YearOverYearFlags.OtherRule : YearOverYearFlags.None)
                | (change?.Flags.HasFlag(EstimateFlags.UnequalPeriods) == true ? YearOverYearFlags.UnequalPeriods : YearOverYearFlags.None)
                | (YearBefore.EasterDays(period) != YearBefore.EasterDays(baseline) ? YearOverYearFlags.EasterShift : YearOverYearFlags.None),
        };
    }
}
