using NodaTime;

namespace CxKpi.Tests.Service;

/// <summary>Tickets, contacts and queues take the times and durations of the base class library.</summary>
public class TimeDoorsTests
{
    private static readonly Instant Created = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly DateTime Column = new(2026, 3, 2, 9, 0, 0);

    [Fact]
    public void Ticket_TimesOfAnyType_GiveTheSameRow()
    {
        Ticket expected = new(Created, null, Created + Duration.FromHours(1));
        DateTimeOffset offset = new(2026, 3, 2, 11, 0, 0, TimeSpan.FromHours(2));
        DateTime utc = DateTime.SpecifyKind(Column, DateTimeKind.Utc);

        Assert.Equal(expected, new Ticket(offset, null, offset.AddHours(1)));
        Assert.Equal(expected, new Ticket(utc, Resolved: utc.AddHours(1)));
        Assert.Equal(expected, Ticket.FromUtc(Column, null, Column.AddHours(1)));
        Assert.Equal(new Ticket(Created, Created), Ticket.FromUtc(Column, Column));
    }

    [Fact]
    public void Ticket_TimeWithoutKind_ThrowsUnlessItIsSaidToBeUtc() =>
        Assert.Contains(
            "write Dates.FromUtc(time)",
            Assert.Throws<ArgumentOutOfRangeException>("Created", () => new Ticket(Column)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ContactLog_TimesOfAnyType_GiveTheSameLog()
    {
        int[] hours = [0, 30, 60];
        DateTime utc = DateTime.SpecifyKind(Column, DateTimeKind.Utc);
        DateTimeOffset start = new(utc), end = start.AddHours(99);
        RepeatWindow window = new(TimeSpan.FromHours(40));
        ContactLog expected = ContactLog.FromContacts(hours, _ => 1, hour => Created + Duration.FromHours(hour), Created, Created + Duration.FromHours(99));
        ContactLog[] others =
        [
            ContactLog.FromContacts(hours, _ => 1, hour => start.AddHours(hour), start, end),
            ContactLog.FromContacts(hours, _ => 1, hour => utc.AddHours(hour), start, end),
        ];

        Assert.All(others, log => Assert.Equal(expected.Outcomes(window), log.Outcomes(window)));
        Assert.Contains(
            "(at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>(
                "contacts", () => ContactLog.FromContacts(hours, _ => 1, hour => hour == 0 ? utc : Column, start, end)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Durations_OfTheBaseClassLibrary_AreThoseOfNodaTime()
    {
        TimeSpan[] spans = [TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)];
        Duration[] durations = [Duration.FromSeconds(10), Duration.FromSeconds(30)];

        Assert.Equal(DurationTally.FromDurations(durations), DurationTally.FromDurations(spans));
        Assert.Equal(DurationTally.One(durations[0]), DurationTally.One(spans[0]));
        Assert.Equal(DurationTally.FromTotal(durations[0], 2), DurationTally.FromTotal(spans[0], 2));
        Assert.Equal(DurationSample.FromDurations(durations, 1).ToString(), DurationSample.FromDurations(spans, 1).ToString());
        Assert.Equal(new ShareTally(1, 2), DurationSample.FromDurations(spans, 1).ShareWithin(spans[0]));
        Assert.Equal(new ShareTally(1, 3), DurationSample.FromDurations(spans, 1).ShareWithinCountingOpen(spans[0]));
        Assert.Equal(FirstResponseTime.FromDurations(durations, 1), FirstResponseTime.FromDurations(spans, 1));
        Assert.Equal(ResolutionTime.FromDurations(durations, 1), ResolutionTime.FromDurations(spans, 1));
        Assert.Equal(ComplaintHandlingTime.FromDurations(durations, 1), ComplaintHandlingTime.FromDurations(spans, 1));
        Assert.Equal(AverageHandleTime.FromContacts(durations), AverageHandleTime.FromContacts(spans));
        Assert.Equal(
            new AverageHandleTime(2, durations[0], durations[1], Duration.Zero),
            new AverageHandleTime(2, spans[0], spans[1], TimeSpan.Zero));
        Assert.Equal(AverageSpeedOfAnswer.FromWaits(durations), AverageSpeedOfAnswer.FromWaits(spans));
        Assert.Equal(new AverageSpeedOfAnswer(2, durations[0]), new AverageSpeedOfAnswer(2, spans[0]));
        Assert.Equal(new Occupancy(durations[0], durations[1]), new Occupancy(spans[0], spans[1]));
        Assert.Equal(Occupancy.FromReadyTime(durations[0], durations[1]), Occupancy.FromReadyTime(spans[0], spans[1]));
        Assert.Equal(new Utilisation(durations[0], durations[1]), new Utilisation(spans[0], spans[1]));
        Assert.Equal(new Shrinkage(durations[0], durations[1]), new Shrinkage(spans[0], spans[1]));
        Assert.Equal(QueuedContact.Answered(durations[0]), QueuedContact.Answered(spans[0]));
        Assert.Equal(QueuedContact.Abandoned(durations[0]), QueuedContact.Abandoned(spans[0]));
        Assert.Equal(QueuedContact.FlowedOut(durations[0]), QueuedContact.FlowedOut(spans[0]));
        Assert.Equal(new QueueThresholds(durations[0], durations[1]), new QueueThresholds(spans[0], spans[1]));
        Assert.Equal(new RepeatWindow(durations[0]), new RepeatWindow(spans[0]));
    }

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["first reply"] = ("FirstReply", () => _ = new Ticket(DateTime.SpecifyKind(Column, DateTimeKind.Utc), Column)),
        ["resolved"] = ("Resolved", () => _ = new Ticket(DateTime.SpecifyKind(Column, DateTimeKind.Utc), Resolved: Column)),
        ["local creation"] = ("created", () => Ticket.FromUtc(DateTime.SpecifyKind(Column, DateTimeKind.Local))),
        ["local reply"] = ("firstReply", () => Ticket.FromUtc(Column, DateTime.SpecifyKind(Column, DateTimeKind.Local))),
        ["local resolution"] = ("resolved", () => Ticket.FromUtc(Column, null, DateTime.SpecifyKind(Column, DateTimeKind.Local))),
        ["first response of centuries"] = ("tickets", () => FirstResponseTime.SampleOf([new(Instant.MinValue, Instant.MaxValue)])),
        ["resolution of centuries"] = ("tickets", () => ResolutionTime.SampleOf([new(Instant.MinValue, null, Instant.MaxValue)])),
        ["complaint of centuries"] = ("complaints", () => ComplaintHandlingTime.SampleOf([(Instant.MinValue, Instant.MaxValue)], Instant.MaxValue)),
        ["handle time without contacts"] = ("handled", () => _ = new AverageHandleTime(0, TimeSpan.Zero, TimeSpan.FromHours(1), TimeSpan.Zero)),
        ["wait without contacts"] = ("answered", () => _ = new AverageSpeedOfAnswer(0, TimeSpan.FromHours(1))),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void Time_ThatIsRefusedWithin_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }
}
