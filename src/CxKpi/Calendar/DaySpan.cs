using NodaTime;

namespace CxKpi;

/// <summary>The days from the first to the last row of a period.</summary>
internal readonly record struct DaySpan(CalendarPeriod Period, LocalDate FirstDay, LocalDate LastDay)
{
    // With fewer it cannot be known whether the rows of a period usually reach its ends.
    private const int FewestOthers = 2;

    /// <summary>Whether the first period's rows begin later in it than those of every other; <see langword="null"/> when there are too few others.</summary>
    internal static bool? FirstBeginsLate(IReadOnlyCollection<DaySpan> spans)
    {
        if (spans.Count <= FewestOthers)
        {
            return null;
        }

        DaySpan first = spans.MinBy(span => span.Period);
        return spans.All(span => span.Period == first.Period || LiesEarlier(span.Period, span.FirstDay, first.Period, first.FirstDay));
    }

    /// <summary>Whether the last period's rows end earlier in it than those of every other; <see langword="null"/> when there are too few others.</summary>
    internal static bool? LastEndsEarly(IReadOnlyCollection<DaySpan> spans)
    {
        if (spans.Count <= FewestOthers)
        {
            return null;
        }

        DaySpan last = spans.MaxBy(span => span.Period);
        return spans.All(span => span.Period == last.Period || LiesEarlier(last.Period, last.LastDay, span.Period, span.LastDay));
    }

    // Counted from both ends, because months differ in length: files dated on the first, or on the last of each month, are whole.
    private static bool LiesEarlier(CalendarPeriod period, LocalDate day, CalendarPeriod other, LocalDate otherDay) =>
        PeriodCount.Days(period.Start, day) < PeriodCount.Days(other.Start, otherDay)
        && PeriodCount.Days(day, period.End) > PeriodCount.Days(otherDay, other.End);
}
