using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class QueueTallyTests
{
    private static readonly QueueThresholds Thresholds = new(Duration.FromSeconds(20), Duration.FromSeconds(5));

    [Fact]
    public void FromContacts_Span_AllocatesNothing()
    {
        QueuedContact[] log = [.. Enumerable.Range(0, 1000).Select(i => new QueuedContact((QueueOutcome)(i % 3), Duration.FromSeconds(i % 60)))];
        QueueTally.FromContacts(log, Thresholds);

        long before = GC.GetAllocatedBytesForCurrentThread();
        QueueTally tally = QueueTally.FromContacts(log, Thresholds);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1000, tally.Offered + tally.FlowOuts);
    }

    [Theory]
    [InlineData(10, 11, 0, 0, 0, 0, "answeredInTime")]
    [InlineData(-1, 0, 0, 0, 0, 0, "answered")]
    [InlineData(0, 0, 5, 6, 0, 0, "abandonedInTime")]
    [InlineData(0, 0, 5, 5, 6, 0, "shortAbandons")]
    [InlineData(0, 0, 5, 2, 3, 0, "shortAbandons")]
    [InlineData(0, 0, 0, 0, 0, -1, "flowOuts")]
    public void New_CountsThatCannotBe_Throws(
        long answered,
        long inTime,
        long abandoned,
        long abandonedInTime,
        long shortAbandons,
        long flowOuts,
        string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            name,
            () => new QueueTally(answered, inTime, abandoned, abandonedInTime, shortAbandons, flowOuts, Thresholds));

    [Fact]
    public void New_ShortThresholdAboveInTime_HoldsTheAbandonsInTime() =>
        Assert.Throws<ArgumentOutOfRangeException>("abandonedInTime", () =>
            new QueueTally(0, 0, 5, 3, 2, thresholds: new QueueThresholds(Duration.FromSeconds(5), Duration.FromSeconds(10))));

    [Fact]
    public void New_AbandonsInTimeNotPublished_GivesTheRulesThatDoNotNeedThem()
    {
        QueueTally published = new(answered: 1000, answeredInTime: 860, abandoned: 60, thresholds: Thresholds);

        Assert.Null(published.AbandonedInTime);
        Assert.Equal(
            [ServiceLevelRule.AnsweredOverOffered, ServiceLevelRule.AnsweredOverAnswered, ServiceLevelRule.FlowOutsMissed,
                ServiceLevelRule.FlowOutsMissedAbandonsExcluded],
            ServiceLevel.UnderEveryRule(new(1000, 860, 60)).Select(level => level.Rule).Order());
        Assert.Equal(0.8113207547169812, new ServiceLevel(published).Value);
        Assert.Equal(
            "rule AbandonsInTimeMet needs the contacts that gave up in time, but abandonedInTime is not stated",
            Assert.Throws<ArgumentException>("rule", () => published.Share(ServiceLevelRule.AbandonsInTimeMet)).Message.Split(" (Parameter")[0]);
        Assert.Equal("860 of 1000 answered in time, 60 abandoned, 0 flowed out (within 20 s, short abandons up to 5 s)", published.ToString());
        Assert.Null(published.Combine(new(10, 9, 2, 1, thresholds: Thresholds)).AbandonedInTime);
        Assert.Equal(published, JsonSerializer.Deserialize<QueueTally>(JsonSerializer.Serialize(published)));
        Assert.Throws<ArgumentOutOfRangeException>("shortAbandons", () => new QueueTally(0, 0, 5, shortAbandons: 6, thresholds: Thresholds));
    }

    [Fact]
    public void New_NobodyGaveUp_NobodyGaveUpInTime()
    {
        Assert.Equal(new QueueTally(5, 4, 0, 0), new QueueTally(5, 4, 0));
        Assert.Equal(0, new QueueTally(5, 4, 0).AbandonedInTime);
        Assert.Equal(default, new QueueTally(0, 0, 0));
        Assert.Equal(1, new QueueTally(5, 4, 2, 1).Combine(new(3, 2, 0)).AbandonedInTime);
    }

    [Fact]
    public void New_TooManyContacts_Overflows()
    {
        Assert.Throws<OverflowException>(() => new QueueTally(long.MaxValue, 1, 5, 1));
        Assert.Throws<OverflowException>(() => new QueueTally(long.MaxValue, 1, 0, 0, flowOuts: 1));
    }

    [Fact]
    public void New_ShortAbandonsWithoutThreshold_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("shortAbandons", () => new QueueTally(0, 0, 5, 3, 2));

    [Fact]
    public void QueuedContact_NegativeWait_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("wait", () => QueuedContact.Answered(Duration.FromSeconds(-1)));

    [Fact]
    public void QueuedContact_UnnamedOutcome_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("outcome", () => new QueuedContact((QueueOutcome)3, Duration.Zero));

    [Fact]
    public void QueueThresholds_Negative_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("within", () => new QueueThresholds(Duration.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("shortUpTo", () => new QueueThresholds(null, Duration.FromSeconds(-1)));
    }

    [Fact]
    public void QueueThresholds_Text_SaysWhatIsStated()
    {
        Assert.Equal("thresholds not stated", default(QueueThresholds).ToString());
        Assert.Equal("within 20 s, short abandons up to 5 s", Thresholds.ToString());
        Assert.Equal("within 0.5 s", new QueueThresholds(Duration.FromMilliseconds(500)).ToString());
        Assert.Equal("short abandons up to 5 s", new QueueThresholds(null, Duration.FromSeconds(5)).ToString());
    }

    [Fact]
    public void Json_Thresholds_AreRoundTripText()
    {
        Assert.Equal("""{"Within":"0:00:00:20","ShortUpTo":null}""", JsonSerializer.Serialize(new QueueThresholds(Duration.FromSeconds(20))));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<QueueThresholds>("{}"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<QueueThresholds>("""{"Within":"20 seconds"}"""));
    }
}

public class QueueTallyLaws
{
    private static readonly QueueThresholds Thresholds = new(Duration.FromSeconds(20), Duration.FromSeconds(5));

    /// <summary>Logs with waits around the thresholds, in half seconds.</summary>
    internal static Gen<QueuedContact[]> Contacts =>
        (from outcome in Gen.Elements(Enum.GetValues<QueueOutcome>())
         from halves in Gen.Choose(0, 90)
         select new QueuedContact(outcome, Duration.FromMilliseconds(500 * halves))).ArrayOf();

    [Property]
    public Property ALogIsCountedAsTheObviousWayCountsIt() => Law.ForAll(Contacts, log =>
    {
        long Count(QueueOutcome outcome, double upTo = double.PositiveInfinity) => log.LongCount(c => c.Outcome == outcome && c.Wait.TotalSeconds <= upTo);
        QueueTally expected = new(
            Count(QueueOutcome.Answered), Count(QueueOutcome.Answered, 20), Count(QueueOutcome.Abandoned), Count(QueueOutcome.Abandoned, 20),
            Count(QueueOutcome.Abandoned, 5), Count(QueueOutcome.FlowedOut), Thresholds);
        return QueueTally.FromContacts(log, Thresholds) == expected
            && QueueTally.FromContacts(log.AsEnumerable(), Thresholds) == expected
            && log.Aggregate(QueueTally.FromContacts([], Thresholds), (sum, c) => sum.Combine(QueueTally.One(c, Thresholds))) == expected;
    });
}
