using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class BacklogTests
{
    private static readonly Ticket[] Tickets = [new(Day(0)), new(Day(3), Resolved: Day(5)), new(Day(9))];

    [Fact]
    public void FromTickets_WorkedExample_GivesTwo()
    {
        Backlog backlog = Backlog.FromTickets(Tickets, Day(10));

        Assert.Equal(2, backlog.Value);
        Assert.Equal(Duration.FromDays(10), backlog.Oldest);
        Assert.Equal(Duration.FromDays(5.5), backlog.AverageAge);
        Assert.Equal("Backlog (as of 2026-03-11T00:00:00Z) 2 (2 tickets)", backlog.ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    [InlineData(-1, 0)]
    public void FromTickets_AtAnEarlierInstant_CountsWhatWasOpenThen(int day, int open) =>
        Assert.Equal(open, Backlog.FromTickets(Tickets, Day(day)).Value);

    [Fact]
    public void FromTickets_NothingOpen_IsZeroAndNotNoData()
    {
        Backlog none = Backlog.FromTickets([], Day(1));

        Assert.Equal(0, none.Value);
        Assert.Null(none.Oldest);
        Assert.Null(default(Backlog).Value);
        Assert.Equal(-2, none.ChangeFrom(Backlog.FromTickets(Tickets, Day(10)))!.Value.Difference);
    }

    [Fact]
    public void AgesOf_ShowsTheMedianAndTheShareOlderThanALimit()
    {
        DurationSample ages = Backlog.AgesOf(Tickets, Day(10));

        Assert.Equal(Duration.FromDays(5.5), ages.Median);
        Assert.Equal(new ShareTally(1, 2), ages.ShareWithin(Duration.FromDays(7)).Complement());
        Assert.Equal(0, ages.Open);
    }

    [Fact]
    public void AgesOf_TicketOfAnotherEra_IsBlamed() => Assert.StartsWith(
        "tickets must not be longer than 292 years; got ",
        Assert.Throws<ArgumentOutOfRangeException>(
            "tickets", () => Backlog.AgesOf([new(Day(1)), new(Day(2), Resolved: Day(3)), new(Instant.FromUtc(1600, 1, 1, 0, 0))], Day(10))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Combine_AnotherInstant_Throws() =>
        Assert.Contains(
            "instant",
            Assert.Throws<ArgumentException>(() => Backlog.FromTickets(Tickets, Day(10)).Combine(Backlog.FromTickets(Tickets, Day(11)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ChangeFrom_AnEarlierInstant_IsExactAndWithoutLimits()
    {
        Change change = Backlog.FromTickets(Tickets, Day(10)).ChangeFrom(Backlog.FromTickets(Tickets, Day(5)))!.Value;

        Assert.Equal(1, change.Difference);
        Assert.Null(change.PValue);
        Assert.Equal((ChangeVerdict.Unknown, EstimateFlags.Census), (change.Verdict, change.Flags));
    }

    [Fact]
    public void Estimate_IsACensus()
    {
        Estimate estimate = Backlog.FromTickets(Tickets, Day(10)).Estimate()!.Value;

        Assert.Equal((2, 2, EstimateFlags.Census), (estimate.Lower!.Value, estimate.Upper!.Value, estimate.Flags));
    }

    [Fact]
    public void New_PartsThatDisagree_Throw()
    {
        DurationTally ages = DurationTally.FromDurations([Duration.FromDays(1), Duration.FromDays(3)]);

        Assert.Throws<ArgumentException>("asOf", () => new Backlog(ages, null, null));
        Assert.Throws<ArgumentException>("asOf", () => new Backlog(default, Duration.Zero, null));
        Assert.Throws<ArgumentOutOfRangeException>("oldest", () => new Backlog(ages, Duration.FromDays(1), Day(0)));
        Assert.Throws<ArgumentOutOfRangeException>("oldest", () => new Backlog(ages, Duration.FromDays(5), Day(0)));
        Assert.Throws<ArgumentOutOfRangeException>("oldest", () => new Backlog(default, Duration.Zero, Day(0)));
        Assert.Null(new Backlog(ages, null, Day(0)).Combine(new(ages, Duration.FromDays(3), Day(0))).Oldest);
    }

    [Fact]
    public void FromTickets_ResolvedBeforeCreation_ThrowsWithPosition() =>
        Assert.Contains(
            "position 0",
            Assert.Throws<ArgumentOutOfRangeException>("tickets", () => Backlog.FromTickets([new(Day(3), Resolved: Day(2))], Day(9))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromTicketsTolerant_ResolvedBeforeCreation_IsInvalid()
    {
        Ticket early = new(Day(3), Resolved: Day(2));
        Backlog backlog = Backlog.FromTicketsTolerant([.. Tickets, early], Day(10));

        Assert.Equal((2L, 1L), (backlog.Open, backlog.Invalid));
        Assert.Equal(new Backlog(default, null, Day(10), invalid: 1), Backlog.FromTicketTolerant(early, Day(10)));
        Assert.Throws<ArgumentOutOfRangeException>("ticket", () => Backlog.FromTicket(early, Day(10)));
        Assert.Throws<ArgumentException>("asOf", () => new Backlog(default, null, null, invalid: 1));
    }

    private static Instant Day(int day) => Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromDays(day);
}

public class BacklogLaws : KpiLaws<Backlog>
{
    protected override Gen<Backlog> Any => SomeTickets.Disordered.Select(x => Backlog.FromTicketsTolerant(x, SomeTickets.At(120)));

    [Property]
    public Property TeamsAtOneInstantAddUp() =>
        Law.ForAll(SomeTickets.Any.Two(), x =>
        {
            Instant asOf = SomeTickets.At(120);
            return Backlog.FromTickets([.. x.Item1, .. x.Item2], asOf) == Backlog.FromTickets(x.Item1, asOf).Combine(Backlog.FromTickets(x.Item2, asOf))
                && x.Item1.Tally(ticket => Backlog.FromTicket(ticket, asOf)) == (x.Item1.Length == 0 ? default : Backlog.FromTickets(x.Item1, asOf));
        });

    [Property]
    public Property WhatIsOpenInTheEndNeverResolved() =>
        Law.ForAll(SomeTickets.Any, x => Backlog.FromTickets(x, SomeTickets.At(1000)).Open == ResolutionTime.FromTickets(x).Open);
}
