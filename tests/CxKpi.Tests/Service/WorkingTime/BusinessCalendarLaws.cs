using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace CxKpi.Tests.Service;

public class BusinessCalendarLaws
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    private static readonly Instant Start = Instant.FromUtc(2026, 3, 1, 0, 0);

    private static readonly BusinessCalendar Calendar = new(
        Berlin,
        [
            new(IsoDayOfWeek.Monday, new(9, 0), new(12, 30)),
            new(IsoDayOfWeek.Monday, new(13, 30), new(18, 0)),
            new(IsoDayOfWeek.Saturday, new(22, 0), new(4, 0)),
            new(IsoDayOfWeek.Wednesday, new(0, 0), new(0, 0)),
        ],
        [new(2026, 3, 9), new(2026, 4, 1)]);

    /// <summary>Three instants of a spring in order, by the quarter of an hour.</summary>
    private static Gen<(Instant From, Instant Middle, Instant To)> Cases { get; } =
        from quarters in Gen.Choose(0, 60 * 24 * 4).Select(x => Start + Duration.FromMinutes(15 * x)).ArrayOf(3)
        let order = quarters.Order().ToArray()
        select (order[0], order[1], order[2]);

    [Property]
    public Property WorkingTimeIsTheOpenQuartersOfAnHour() => Law.ForAll(Cases, x =>
    {
        Duration slow = Duration.Zero;
        for (Instant at = x.From; at < x.To; at += Duration.FromMinutes(15))
        {
            slow += Calendar.IsOpen(at) ? Duration.FromMinutes(15) : Duration.Zero;
        }

        return Calendar.WorkingTime(x.From, x.To) == slow;
    });

    [Property]
    public Property WorkingTimeAddsUp() => Law.ForAll(Cases, x =>
        Calendar.WorkingTime(x.From, x.Middle) + Calendar.WorkingTime(x.Middle, x.To) == Calendar.WorkingTime(x.From, x.To));

    [Property]
    public Property APauseOfAPartLeavesTheRest() => Law.ForAll(Cases, x =>
        Calendar.WorkingTime(x.From, x.To, [new(x.From, x.Middle)]) == Calendar.WorkingTime(x.Middle, x.To)
        && Calendar.WorkingTime(x.From, x.To, [new(x.Middle, x.To), new(x.From, x.Middle)]) == Duration.Zero);

    [Property]
    public Property WhatIsDueTakesTheWorkingTimeAllowed() => Law.ForAll(Cases, x =>
    {
        Duration allowed = (x.Middle - x.From) / 8;
        Instant due = Calendar.Due(x.From, allowed);
        return Calendar.WorkingTime(x.From, due) == allowed
            && (allowed == Duration.Zero || Calendar.WorkingTime(x.From, due - Duration.FromNanoseconds(1)) < allowed);
    });
}
