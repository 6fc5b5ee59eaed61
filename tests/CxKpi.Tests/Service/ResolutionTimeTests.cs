using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ResolutionTimeTests
{
    [Fact]
    public void FromTickets_Calendar_CountsWorkingTimeAndSaysSo()
    {
        BusinessCalendar weekdays = BusinessCalendar.Weekdays(DateTimeZone.Utc, new(9, 0), new(17, 0));
        Instant friday = Instant.FromUtc(2026, 3, 6, 16, 0), monday = Instant.FromUtc(2026, 3, 9, 10, 0);
        Ticket[] tickets = [new(friday, Resolved: monday), new(friday)];
        ResolutionTime working = ResolutionTime.FromTickets(tickets, weekdays);

        Assert.Equal((7200, 1, TimeBasis.Working), (working.Value, working.Open, working.Basis));
        Assert.Contains("in working time", working.ToString(), StringComparison.Ordinal);
        Assert.Equal(3600, ResolutionTime.FromTickets(tickets, weekdays, _ => [new(monday - Duration.FromHours(1), monday)]).Value);
        Assert.Equal(1, ResolutionTime.FromTicketsTolerant([new(monday, Resolved: friday)], weekdays).Invalid);
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => ResolutionTime.FromTickets([new(monday, Resolved: friday)], weekdays));
        Assert.Throws<ArgumentNullException>("calendar", () => ResolutionTime.FromTickets(tickets, null!));
        Assert.Throws<ArgumentException>("other", () => working.Combine(ResolutionTime.FromTickets(tickets)));
        Assert.Throws<ArgumentException>("baseline", () => working.ChangeFrom(ResolutionTime.FromTickets(tickets)));
        Assert.Equal(working, ResolutionTime.FromDurations([Duration.FromHours(2)], 1, TimeBasis.Working));
    }

    [Fact]
    public void New_TooManyOpen_Overflows() => Assert.Throws<OverflowException>(() => new ResolutionTime(DurationTally.One(Duration.Zero), long.MaxValue));

    private static readonly Instant Created = Instant.FromUtc(2026, 3, 2, 10, 0);

    [Fact]
    public void FromTickets_OneStillOpen_DividesByTheResolvedOnly()
    {
        ResolutionTime resolution = ResolutionTime.FromTickets(
        [
            new(Created, Resolved: Created + Duration.FromHours(2)),
            new(Created, Resolved: Created + Duration.FromHours(4)),
            new(Created, Created + Duration.FromMinutes(1)),
        ]);

        Assert.Equal(Duration.FromHours(3), resolution.Average);
        Assert.Equal(1, resolution.Open);
        Assert.Equal("MTTR 3 h 00 min (2 tickets; open items left out: 1)", resolution.ToString());
    }

    [Fact]
    public void FromTickets_ResolvedBeforeCreation_ThrowsWithPosition() =>
        Assert.Contains(
            "position 0",
            Assert.Throws<ArgumentOutOfRangeException>(
                "tickets",
                () => ResolutionTime.FromTickets([new(Created, Resolved: Created - Duration.Epsilon)])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromTicketsTolerant_OneResolvedBeforeCreation_IsInvalidAndLeavesTheRest()
    {
        Ticket early = new(Created, Resolved: Created - Duration.Epsilon), two = new(Created, Resolved: Created + Duration.FromHours(2));
        ResolutionTime resolution = ResolutionTime.FromTicketsTolerant([two, early, new(Created)]);

        Assert.Equal(new ResolutionTime(DurationTally.One(Duration.FromHours(2)), open: 1, invalid: 1), resolution);
        Assert.Equal(new ResolutionTime(default, invalid: 1), ResolutionTime.FromTicketTolerant(early));
        Assert.Equal(new ShareTally(1, 2), resolution.StillOpen);
        Assert.Throws<ArgumentOutOfRangeException>("ticket", () => ResolutionTime.FromTicket(early));
        Assert.Throws<ArgumentOutOfRangeException>("invalid", () => new ResolutionTime(default, invalid: -1));
    }

    [Fact]
    public void Estimate_NothingOpen_IsNotFlagged() =>
        Assert.False(ResolutionTime.FromDurations([Duration.FromHours(1), Duration.FromHours(2)])
            .Estimate()!.Value.Flags
            .HasFlag(EstimateFlags.OpenItemsLeftOut));
}

public class ResolutionTimeLaws : KpiLaws<ResolutionTime>
{
    protected override Gen<ResolutionTime> Any =>
        from durations in Some.Duration.ListOf()
        from open in Gen.Choose(0, 9)
        from invalid in Gen.Choose(0, 9)
        select new ResolutionTime(DurationTally.FromDurations(durations), open, invalid);

    [Property]
    public Property EveryTicketIsResolvedOpenOrInvalid() =>
        Law.ForAll(SomeTickets.Disordered, x =>
        {
            ResolutionTime resolution = ResolutionTime.FromTicketsTolerant(x);
            return resolution == x.Tally(ResolutionTime.FromTicketTolerant)
                && resolution.Evidence.N + resolution.Open + resolution.Invalid == x.Length
                && resolution.Invalid == x.Count(ticket => ticket.Resolved < ticket.Created);
        });

    [Property]
    public Property ReadingTicketsOneByOneOrTogetherIsTheSame() =>
        Law.ForAll(SomeTickets.Any, x => x.Tally(ResolutionTime.FromTicket) == ResolutionTime.FromTickets(x));
}

/// <summary>Tickets over a few days, some of them still open.</summary>
internal static class SomeTickets
{
    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 0, 0);

    public static Gen<Ticket[]> Any =>
        (from created in Gen.Choose(0, 200)
         from reply in Gen.Choose(-50, 100)
         from resolution in Gen.Choose(-50, 100)
         select new Ticket(At(created), reply < 0 ? null : At(created + reply), resolution < 0 ? null : At(created + resolution))).ArrayOf();

    /// <summary>Tickets whose reply or resolution may lie before their creation.</summary>
    public static Gen<Ticket[]> Disordered =>
        (from created in Gen.Choose(0, 200)
         from reply in Gen.Choose(-80, 200)
         from resolution in Gen.Choose(-80, 200)
         select new Ticket(At(created), reply < -20 ? null : At(reply), resolution < -20 ? null : At(resolution))).ArrayOf();

    public static Instant At(int hours) => Start + Duration.FromHours(hours);
}
