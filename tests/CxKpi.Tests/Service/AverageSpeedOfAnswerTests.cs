using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class AverageSpeedOfAnswerTests
{
    [Fact]
    public void FromWaits_NegativeWait_ThrowsWithPosition()
    {
        Duration[] waits = [Duration.FromSeconds(3), Duration.FromSeconds(-3)];

        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("waits", () => AverageSpeedOfAnswer.FromWaits(waits)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("waits", () => AverageSpeedOfAnswer.FromWaits(waits.AsEnumerable())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromWaits_WorkedExample_GivesThirtyTwoSeconds()
    {
        AverageSpeedOfAnswer asa = AverageSpeedOfAnswer.FromWaits(Seconds(30, 15, 45, 60, 10));

        Assert.Equal(Duration.FromSeconds(32), asa.Average);
        Assert.Equal(32, asa.Value);
        Assert.Equal("ASA 32.0 s (5 contacts)", asa.ToString());
        Assert.Equal(asa, AverageSpeedOfAnswer.FromWaits(Seconds(30, 15, 45, 60, 10).AsEnumerable()));
    }

    [Fact]
    public void Combine_Teams_WeighsByContactsInsteadOfAveragingAverages()
    {
        AverageSpeedOfAnswer all = new AverageSpeedOfAnswer(300, Duration.FromSeconds(9000))
            .Combine(new(500, Duration.FromSeconds(20_000)))
            .Combine(new(200, Duration.FromSeconds(5000)));

        Assert.Equal(34, all.Value);
        Assert.NotNull(all.Estimate()!.Value.Lower);
    }

    [Fact]
    public void New_Totals_GiveTheAverage() => Assert.Equal(15, new AverageSpeedOfAnswer(320, Duration.FromSeconds(4800)).Value);

    [Fact]
    public void FromContacts_Log_CountsZeroWaitsAndLeavesAbandonsOut()
    {
        QueuedContact[] log =
        [
            QueuedContact.Answered(Duration.Zero),
            QueuedContact.Answered(Duration.FromSeconds(30)),
            QueuedContact.Abandoned(Duration.FromSeconds(600)),
            QueuedContact.FlowedOut(Duration.FromSeconds(300)),
        ];

        Assert.Equal(15, AverageSpeedOfAnswer.FromContacts(log).Value);
        Assert.Equal(AverageSpeedOfAnswer.FromContacts(log), AverageSpeedOfAnswer.FromContacts(log.AsEnumerable()));
    }

    [Fact]
    public void FromContacts_NobodyAnswered_IsUndefined() =>
        Assert.Null(AverageSpeedOfAnswer.FromContacts([QueuedContact.Abandoned(Duration.FromSeconds(1))]).Average);

    [Fact]
    public void FromWaits_NegativeWait_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => AverageSpeedOfAnswer.FromWaits(Seconds(1, -1)));

    [Fact]
    public void FromWaits_Null_Throws() =>
        Assert.Throws<ArgumentNullException>("waits", () => AverageSpeedOfAnswer.FromWaits((IEnumerable<Duration>)null!));

    [Fact]
    public void FromContacts_Null_Throws() =>
        Assert.Throws<ArgumentNullException>("contacts", () => AverageSpeedOfAnswer.FromContacts((IEnumerable<QueuedContact>)null!));

    [Fact]
    public void New_WaitWithoutContact_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new AverageSpeedOfAnswer(0, Duration.FromSeconds(1)));

    private static Duration[] Seconds(params int[] seconds) => [.. seconds.Select(s => Duration.FromSeconds(s))];
}

public class AverageSpeedOfAnswerLaws : KpiLaws<AverageSpeedOfAnswer>
{
    protected override Gen<AverageSpeedOfAnswer> Any => Some.Durations.Select(x => new AverageSpeedOfAnswer(x));
}
