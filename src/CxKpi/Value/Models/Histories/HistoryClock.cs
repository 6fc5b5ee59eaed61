using NodaTime;

namespace CxKpi.Value;

/// <summary>How the times of histories are counted from days: in parts of a unit, or in the opportunities that have come, one a calendar unit.</summary>
internal readonly record struct HistoryClock(CalendarUnit Unit, PurchaseTiming Timing)
{
    /// <summary>Whether purchases of two days are one.</summary>
    internal bool AreOne(LocalDate day, LocalDate other) => day == other || Timing switch
    {
        PurchaseTiming.AnyDay => false,
        PurchaseTiming.Opportunities => CalendarPeriod.Containing(Unit, day) == CalendarPeriod.Containing(Unit, other),
    };

    internal double Between(LocalDate from, LocalDate to) => Timing switch
    {
        PurchaseTiming.AnyDay => ModelTime.DaysBetween(from, to) / ModelTime.Days(Unit),
        PurchaseTiming.Opportunities => PeriodCount.Between(CalendarPeriod.Containing(Unit, from), CalendarPeriod.Containing(Unit, to)),
    };

    /// <summary>The time since a start at which the purchases of a day count, because the day is over or the opportunity has come.</summary>
    internal double Counted(LocalDate start, LocalDate day) => Timing switch
    {
        PurchaseTiming.AnyDay => (ModelTime.DaysBetween(start, day) + 1) / ModelTime.Days(Unit),
        PurchaseTiming.Opportunities => Between(start, day),
    };

    /// <summary>Checks that the day of a row is one that can be counted.</summary>
    internal LocalDate Counts(LocalDate day, string name, long position)
    {
        CalendarGuard.Iso(day, name, position);
        if (Timing == PurchaseTiming.Opportunities)
        {
            _ = CalendarPeriod.Containing(Unit, day, name, position);
        }

        return day;
    }

    /// <summary>The last day of a part of the observation: opportunities are whole, so that it ends with one.</summary>
    internal LocalDate End(LocalDate day, string name)
    {
        CalendarGuard.Iso(day, name);
        if (Timing == PurchaseTiming.AnyDay || CalendarPeriod.Containing(Unit, day, name) is var last && last.End == day)
        {
            return day;
        }

        throw Guard.Outside(
            name,
            FormattableString.Invariant($"must be the last day of a {Unit}, so that opportunities are whole"),
            FormattableString.Invariant($"{day:uuuu-MM-dd}"),
            advice: last.Start == LocalDate.MinIsoValue
                ? FormattableString.Invariant($"take {last.End:uuuu-MM-dd}")
                : FormattableString.Invariant($"take {last.Start.PlusDays(-1):uuuu-MM-dd} or {last.End:uuuu-MM-dd}"));
    }
}
