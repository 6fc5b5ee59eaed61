using CxKpi.Trends;

namespace CxKpi;

/// <content>Comparison with the year before.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>The change of each period from its like a year before, for all periods whose like lies in the series.</summary>
    /// <remarks>
    /// A month is compared with the same month, a quarter and a year alike, an ISO week with the week of the same number, and a day with the same weekday 52 weeks before.
    /// Each comparison looks at two periods and ignores the rest: it has half the evidence, and is half a year late. It is a second view beside the trend, not in its place.
    /// </remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One comparison per period; without a change, and flagged, where there is nothing sound to compare.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public IReadOnlyList<YearOverYearChange> YearOverYear(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        List<YearOverYearChange> changes = [];
        for (int i = 0; i < points.Length; i++)
        {
            CalendarPeriod period = points[i].Key;
            CalendarPeriod? like = YearBefore.Of(period);
            if ((like ?? period.Plus(-Season.CycleOf(Unit))).CompareTo(points[0].Key) >= 0)
            {
                changes.Add(like is { } baseline ? Compare(i, baseline, confidence) : new() { Period = period, Flags = YearOverYearFlags.NoMatch });
            }
        }

        return changes;
    }

    private YearOverYearChange Compare(int i, CalendarPeriod baseline, double confidence)
    {
        (CalendarPeriod period, TKpi record) = points[i];
        int before = IndexOf(baseline)!.Value;
        bool incomplete = IsLastIncomplete && i == points.Length - 1;
        Change? change = incomplete ? null : record.ChangeFrom(points[before].Value, confidence);
        return new()
        {
            Period = period,
            Baseline = baseline,
            Change = change,
            Flags = (incomplete ? YearOverYearFlags.Incomplete : YearOverYearFlags.None)
                | (record.Value is null || points[before].Value.Value is null ? YearOverYearFlags.NoData : YearOverYearFlags.None)
                | (IsFirstIncomplete && before == 0 ? YearOverYearFlags.PartialCover : YearOverYearFlags.None)
                | (YearBefore.EasterDays(period) != YearBefore.EasterDays(baseline) ? YearOverYearFlags.EasterShift : YearOverYearFlags.None),
        };
    }
}
