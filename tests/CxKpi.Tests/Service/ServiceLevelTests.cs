using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ServiceLevelTests
{
    private static readonly QueueThresholds TwentySeconds = new(Duration.FromSeconds(20), Duration.FromSeconds(5));

    // The example of ICMI, Service Level Calculations, 2002.
    private static readonly QueueTally Published = new(
        answered: 1000, answeredInTime: 860, abandoned: 60, abandonedInTime: 20, shortAbandons: 10, flowOuts: 40, thresholds: TwentySeconds);

    [Theory]
    [InlineData(ServiceLevelRule.AnsweredOverOffered, 860, 1060)]
    [InlineData(ServiceLevelRule.AnsweredOverAnswered, 860, 1000)]
    [InlineData(ServiceLevelRule.AbandonsInTimeMet, 880, 1060)]
    [InlineData(ServiceLevelRule.AbandonsInTimeExcluded, 860, 1040)]
    [InlineData(ServiceLevelRule.ShortAbandonsMet, 870, 1060)]
    [InlineData(ServiceLevelRule.ShortAbandonsExcluded, 860, 1050)]
    [InlineData(ServiceLevelRule.FlowOutsMissed, 860, 1100)]
    [InlineData(ServiceLevelRule.FlowOutsMissedShortAbandonsExcluded, 860, 1090)]
    [InlineData(ServiceLevelRule.FlowOutsMissedAbandonsExcluded, 860, 1040)]
    public void New_PublishedExample_GivesTheRulesShare(ServiceLevelRule rule, long met, long total)
    {
        ServiceLevel level = new(Published, rule);

        Assert.Equal(new ShareTally(met, total), level.Share);
        Assert.Equal((double)met / total, level.Value);
    }

    [Fact]
    public void New_CountsWithoutThresholds_GivesTheStrictShare() =>
        Assert.Equal(0.8113207547169812, new ServiceLevel(new QueueTally(1000, 860, 60, 20)).Value);

    [Fact]
    public void ToString_PublishedExample_NamesTheBase() => Assert.Equal(
        "SL (over offered, within 20 s, short abandons up to 5 s) 81.1% (1,060 contacts)",
        new ServiceLevel(Published).ToString());

    [Fact]
    public void UnderEveryRule_PublishedExample_ShowsTheSpread()
    {
        IReadOnlyList<ServiceLevel> levels = ServiceLevel.UnderEveryRule(Published);

        Assert.Equal(Enum.GetValues<ServiceLevelRule>(), levels.Select(level => level.Rule));
        Assert.Equal(["81.1%", "86.0%", "83.0%", "82.7%", "82.1%"], levels.Take(5).Select(level => level.ToString("V", null)));
    }

    [Fact]
    public void UnderEveryRule_NoShortAbandons_LeavesTheirRulesOut()
    {
        IReadOnlyList<ServiceLevel> levels = ServiceLevel.UnderEveryRule(new QueueTally(1000, 860, 60, 20));

        Assert.Equal(6, levels.Count);
        Assert.DoesNotContain(levels, level => level.Rule == ServiceLevelRule.ShortAbandonsMet);
    }

    [Fact]
    public void New_RuleNeedsShortAbandons_ThrowsWithoutTheirThreshold() =>
        Assert.Throws<ArgumentException>("rule", () => new ServiceLevel(new QueueTally(1000, 860, 60, 20), ServiceLevelRule.ShortAbandonsMet));

    [Fact]
    public void New_UnnamedRule_Throws() => Assert.Throws<ArgumentOutOfRangeException>("rule", () => new ServiceLevel(Published, (ServiceLevelRule)99));

    [Fact]
    public void FromContacts_WaitEqualToTheThreshold_IsInTime()
    {
        Duration[] waits = [Duration.FromSeconds(20), Duration.FromSeconds(20) + Duration.Epsilon];

        Assert.Equal(0.5, ServiceLevel.FromContacts(waits.Select(QueuedContact.Answered), TwentySeconds).Value);
    }

    [Fact]
    public void FromContacts_ThresholdZero_CountsTheUnqueuedOnly()
    {
        QueuedContact[] contacts = [QueuedContact.Answered(Duration.Zero), QueuedContact.Answered(Duration.FromSeconds(1))];

        Assert.Equal(0.5, ServiceLevel.FromContacts(contacts, new QueueThresholds(Duration.Zero)).Value);
    }

    [Fact]
    public void FromContacts_OnlyAbandons_IsZeroOrUndefinedByTheRule()
    {
        QueueTally tally = QueueTally.FromContacts([QueuedContact.Abandoned(Duration.FromSeconds(3))], TwentySeconds);

        Assert.Equal(0, new ServiceLevel(tally).Value);
        Assert.Equal(1, new ServiceLevel(tally, ServiceLevelRule.AbandonsInTimeMet).Value);
        Assert.Null(new ServiceLevel(tally, ServiceLevelRule.AnsweredOverAnswered).Value);
        Assert.Null(new ServiceLevel(tally, ServiceLevelRule.AbandonsInTimeExcluded).Value);
        Assert.Null(new ServiceLevel(tally, ServiceLevelRule.AnsweredOverAnswered).Estimate());
    }

    [Fact]
    public void FromContacts_WaitInTimeNotStated_Throws() =>
        Assert.Throws<ArgumentException>("thresholds", () => ServiceLevel.FromContacts([default], default));

    [Fact]
    public void FromContacts_NullLog_Throws() =>
        Assert.Throws<ArgumentNullException>("contacts", () => ServiceLevel.FromContacts((IEnumerable<QueuedContact>)null!, TwentySeconds));

    [Fact]
    public void Combine_HalfHours_AddsCountsInsteadOfAveragingPercentages()
    {
        ServiceLevel quiet = new(new QueueTally(10, 10, 0, 0)), busy = new(new QueueTally(80, 40, 10, 0));

        Assert.Equal(0.5, quiet.Combine(busy).Value);
    }

    [Fact]
    public void Combine_OtherRule_Throws()
    {
        ServiceLevel strict = new(Published), lenient = new(Published, ServiceLevelRule.AnsweredOverAnswered);

        Assert.Contains("another rule", Assert.Throws<ArgumentException>("other", () => strict.Combine(lenient)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("baseline", () => { strict.ChangeFrom(lenient); });
    }

    [Fact]
    public void Combine_OtherThreshold_Throws()
    {
        ServiceLevel twenty = ServiceLevel.FromContact(default, new QueueThresholds(Duration.FromSeconds(20)));
        ServiceLevel thirty = ServiceLevel.FromContact(default, new QueueThresholds(Duration.FromSeconds(30)));

        Assert.Contains(
            "within 20 s and within 30 s",
            Assert.Throws<ArgumentException>("other", () => twenty.Combine(thirty)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("baseline", () => { twenty.ChangeFrom(thirty); });
    }
}

public class ServiceLevelLaws : KpiLaws<ServiceLevel>
{
    private static readonly QueueThresholds Thresholds = new(Duration.FromSeconds(20), Duration.FromSeconds(5));

    protected override Gen<ServiceLevel> Any =>
        QueueTallyLaws.Contacts.Select(log => ServiceLevel.FromContacts(log, Thresholds, ServiceLevelRule.ShortAbandonsExcluded));

    [Property]
    public Property LeniencyNeverLowersTheLevel() =>
        Law.ForAll(QueueTallyLaws.Contacts.Select(log => QueueTally.FromContacts(log, Thresholds)), x =>
            NotBelow(x, ServiceLevelRule.AnsweredOverOffered, ServiceLevelRule.FlowOutsMissed)
            && NotBelow(x, ServiceLevelRule.ShortAbandonsExcluded, ServiceLevelRule.AnsweredOverOffered)
            && NotBelow(x, ServiceLevelRule.ShortAbandonsMet, ServiceLevelRule.ShortAbandonsExcluded)
            && NotBelow(x, ServiceLevelRule.AbandonsInTimeExcluded, ServiceLevelRule.AnsweredOverOffered)
            && NotBelow(x, ServiceLevelRule.AbandonsInTimeMet, ServiceLevelRule.AbandonsInTimeExcluded)
            && NotBelow(x, ServiceLevelRule.AnsweredOverAnswered, ServiceLevelRule.AbandonsInTimeExcluded));

    [Property]
    public Property ALongerThresholdNeverLowersTheLevel() =>
        Law.ForAll(QueueTallyLaws.Contacts.Zip(Gen.Choose(0, 60).Two()), x =>
            Strict(x.Item1, Math.Max(x.Item2.Item1, x.Item2.Item2)) >= Strict(x.Item1, Math.Min(x.Item2.Item1, x.Item2.Item2)));

    private static double Strict(QueuedContact[] log, int seconds) =>
        ServiceLevel.FromContacts(log, new QueueThresholds(Duration.FromSeconds(seconds))).Value ?? 0;

    private static bool NotBelow(QueueTally tally, ServiceLevelRule lenient, ServiceLevelRule strict) =>
        tally.Share(lenient).Value is not { } high || tally.Share(strict).Value is not { } low || high >= low;
}
