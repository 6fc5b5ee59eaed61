using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class FirstResponseTimeTests
{
    [Fact]
    public void FromTickets_Calendar_CountsWorkingTimeAndSaysSo()
    {
        BusinessCalendar weekdays = BusinessCalendar.Weekdays(DateTimeZone.Utc, new(9, 0), new(17, 0));
        Instant friday = Instant.FromUtc(2026, 3, 6, 16, 0), monday = Instant.FromUtc(2026, 3, 9, 10, 0);
        Ticket[] tickets = [new(friday, FirstReply: monday), new(friday)];
        FirstResponseTime working = FirstResponseTime.FromTickets(tickets, weekdays);

        Assert.Equal((7200, 1, TimeBasis.Working), (working.Value, working.Open, working.Basis));
        Assert.Contains("in working time", working.ToString(), StringComparison.Ordinal);
        Assert.Equal(3600, FirstResponseTime.FromTickets(tickets, weekdays, _ => [new(monday - Duration.FromHours(1), monday)]).Value);
        Assert.Equal(1, FirstResponseTime.FromTicketsTolerant([new(monday, FirstReply: friday)], weekdays).Invalid);
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => FirstResponseTime.FromTickets([new(monday, FirstReply: friday)], weekdays));
        Assert.Throws<ArgumentNullException>("calendar", () => FirstResponseTime.FromTickets(tickets, null!));
        Assert.Throws<ArgumentException>("other", () => working.Combine(FirstResponseTime.FromTickets(tickets)));
        Assert.Throws<ArgumentException>("baseline", () => working.ChangeFrom(FirstResponseTime.FromTickets(tickets)));
        Assert.Equal(working, FirstResponseTime.FromDurations([Duration.FromHours(2)], 1, TimeBasis.Working));
    }

    [Fact]
    public void FromDurations_NegativeTime_ThrowsWithPosition() =>
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("durations", () => FirstResponseTime.FromDurations([Duration.Zero, -Duration.Epsilon])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_TooManyOpen_Overflows() => Assert.Throws<OverflowException>(() => new FirstResponseTime(DurationTally.One(Duration.Zero), long.MaxValue));

    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 10, 0);

    [Fact]
    public void FromTicket_WorkedExample_GivesAnHourAndAHalf()
    {
        FirstResponseTime frt = FirstResponseTime.FromTicket(new(Monday, Monday + Duration.FromMinutes(90)));

        Assert.Equal(Duration.FromMinutes(90), frt.Average);
        Assert.Equal("FRT 1 h 30 min (1 ticket)", frt.ToString());
    }

    [Fact]
    public void FromTickets_WithoutReply_AreOpenAndFlagTheEstimate()
    {
        FirstResponseTime frt = FirstResponseTime.FromTickets(
        [
            new(Monday, Monday + Duration.FromHours(1)),
            new(Monday),
            new(Monday, Monday + Duration.FromHours(3)),
        ]);

        Assert.Equal(Duration.FromHours(2), frt.Average);
        Assert.Equal(new ShareTally(1, 3), frt.StillOpen);
        Assert.True(frt.Estimate()!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.True(frt.ChangeFrom(FirstResponseTime.FromDurations([Duration.Zero, Duration.FromHours(1)]))!.Value.Flags
            .HasFlag(EstimateFlags.OpenItemsLeftOut));
    }

    [Fact]
    public void FromTickets_ClosedWithoutReply_AreCountedApartAndInNoBase()
    {
        Ticket closed = new(Monday, Resolved: Monday + Duration.FromMinutes(5));
        FirstResponseTime frt = FirstResponseTime.FromTickets([closed, new(Monday, Monday + Duration.FromHours(1)), new(Monday)]);

        Assert.Equal((1L, 1L, 1L), (frt.ClosedWithoutReply, frt.Open, frt.Evidence.N));
        Assert.Equal(new ShareTally(1, 2), frt.StillOpen);
        Assert.Equal(new FirstResponseTime(default, closedWithoutReply: 1), FirstResponseTime.FromTicket(closed));
        Assert.False(FirstResponseTime.FromTickets([closed, new(Monday, Monday)]).Estimate()!.Value.Flags.HasFlag(EstimateFlags.OpenItemsLeftOut));
        Assert.Equal(0, FirstResponseTime.SampleOf([closed]).Open);
        Assert.Equal(2, frt.Combine(FirstResponseTime.FromTicket(closed)).ClosedWithoutReply);
        Assert.Contains("\"ClosedWithoutReply\":1", JsonSerializer.Serialize(frt), StringComparison.Ordinal);
    }

    [Fact]
    public void FromTicketsTolerant_DatesOutOfOrder_AreInvalidAndInNoBase()
    {
        Ticket early = new(Monday, Monday - Duration.FromSeconds(1)), closedEarly = new(Monday, Resolved: Monday - Duration.FromSeconds(1));
        FirstResponseTime frt = FirstResponseTime.FromTicketsTolerant([early, new(Monday, Monday + Duration.FromHours(1)), closedEarly, new(Monday)]);

        Assert.Equal(new FirstResponseTime(DurationTally.One(Duration.FromHours(1)), open: 1, invalid: 2), frt);
        Assert.Equal(new FirstResponseTime(default, invalid: 1), FirstResponseTime.FromTicketTolerant(early));
        Assert.Equal("FRT 1 h 00 min (1 ticket; open items left out: 1, 2 invalid)", frt.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("ticket", () => FirstResponseTime.FromTicket(closedEarly));
        Assert.Contains(
            "tickets must not be replied to or closed before they are created (at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>("tickets", () => FirstResponseTime.FromTickets([new(Monday), closedEarly])).Message,
            StringComparison.Ordinal);
        Assert.Equal([false, false, true], new[] { early, closedEarly, new(Monday, Monday, Monday) }.Select(ticket => ticket.IsInOrder));
    }

    [Fact]
    public void FromTickets_NoReplyAtAll_IsUndefinedButCountsTheOpenOnes()
    {
        FirstResponseTime frt = FirstResponseTime.FromTickets([new(Monday)]);

        Assert.Null(frt.Value);
        Assert.Equal(1, frt.Open);
        Assert.Equal(1, frt.StillOpen.Value);
    }

    [Fact]
    public void FromTickets_ReplyBeforeCreation_ThrowsWithPosition()
    {
        Ticket[] tickets = [new(Monday), new(Monday, Monday - Duration.FromSeconds(1))];

        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("tickets", () => FirstResponseTime.FromTickets(tickets)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => FirstResponseTime.SampleOf(tickets));
        Assert.Throws<ArgumentOutOfRangeException>("ticket", () => FirstResponseTime.FromTicket(tickets[1]));
        Assert.Throws<ArgumentNullException>("tickets", () => FirstResponseTime.FromTickets(null!));
    }

    [Fact]
    public void New_NegativeOpen_Throws() => Assert.Throws<ArgumentOutOfRangeException>("open", () => new FirstResponseTime(default, -1));

    [Fact]
    public void SampleOf_SameTickets_ShowsWhatTheMeanHides()
    {
        Ticket[] tickets = [.. ((int[])[10, 12, 15, 20, 600]).Select(minutes => new Ticket(Monday, Monday + Duration.FromMinutes(minutes))), new(Monday)];
        DurationSample sample = FirstResponseTime.SampleOf(tickets);

        Assert.Equal(Duration.FromMinutes(15), sample.Median);
        Assert.Equal(1, sample.Open);
        Assert.Equal(FirstResponseTime.FromTickets(tickets), new(sample.Tally(), sample.Open));
    }
}

public class FirstResponseTimeLaws : KpiLaws<FirstResponseTime>
{
    protected override Gen<FirstResponseTime> Any =>
        from durations in Some.Duration.ListOf()
        from open in Gen.Choose(0, 9)
        from closed in Gen.Choose(0, 9)
        from invalid in Gen.Choose(0, 9)
        select new FirstResponseTime(DurationTally.FromDurations(durations), open, closed, invalid);

    [Property]
    public Property EveryTicketIsRepliedToOpenClosedOrInvalid() =>
        Law.ForAll(SomeTickets.Disordered, x =>
        {
            FirstResponseTime frt = FirstResponseTime.FromTicketsTolerant(x);
            return frt.Evidence.N + frt.Open + frt.ClosedWithoutReply + frt.Invalid == x.Length
                && frt == x.Tally(FirstResponseTime.FromTicketTolerant)
                && frt.ClosedWithoutReply == x.Count(ticket => ticket is { FirstReply: null, Resolved: not null, IsInOrder: true });
        });
}
