using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class CloseTheLoopRateTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Target = Duration.FromHours(48);

    [Fact]
    public void New_WorkedExample_GivesEightyTwoPercent() => Assert.Equal(
        "Loop closed (within 2 days) 82.0% (50 follow-ups due; 6 not yet due)",
        new CloseTheLoopRate(followedUp: 41, due: 50, Target, notYetDue: 6).ToString());

    [Fact]
    public void FromLog_EachCase_IsCountedInItsPlace() => Assert.Equal(
        new CloseTheLoopRate(followedUp: 1, due: 3, Target, notYetDue: 2),
        CloseTheLoopRate.FromLog(
            [(At(0), At(48)), (At(0), At(49)), (At(2), null), (At(30), null), (At(31), At(32))],
            Target,
            asOf: At(60)));

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("followedUp", () => new CloseTheLoopRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("notYetDue", () => new CloseTheLoopRate(1, 2, Target, -1));
        Assert.Throws<ArgumentOutOfRangeException>("target", () => new CloseTheLoopRate(1, 2, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("opened", () => CloseTheLoopRate.FromCase(At(9), null, Target, At(8)));
        Assert.Throws<ArgumentOutOfRangeException>("followedUp", () => CloseTheLoopRate.FromCase(At(1), At(9), Target, At(8)));
        Assert.Throws<ArgumentOutOfRangeException>("followedUp", () => CloseTheLoopRate.FromCase(At(5), At(4), Target, At(8)));
        Assert.Contains(
            "at position 1, followedUp",
            Assert.Throws<ArgumentOutOfRangeException>("cases", () => CloseTheLoopRate.FromLog([(At(0), null), (At(3), At(2))], Target, At(8))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("cases", () => CloseTheLoopRate.FromLog(null!, Target, Start));
        Assert.Throws<ArgumentException>("other", () => new CloseTheLoopRate(1, 2, Target).Combine(new(1, 2, Duration.FromHours(24))));
    }

    // A customer who was written to counts as much as one who was called.
    [Theory]
    [InlineData(ReportLanguage.English, "2 follow-ups due")]
    [InlineData(ReportLanguage.French, "2 reprises de contact échues")]
    [InlineData(ReportLanguage.German, "2 fällige Rückmeldungen")]
    public void Observation_InWords_IsNoCallAlone(ReportLanguage language, string words) =>
        Assert.Equal(words, Phrases.For(language).Observations(new CloseTheLoopRate(1, 2).Observation, 2));

    private static Instant At(int hour) => Start + Duration.FromHours(hour);
}

public class CloseTheLoopRateLaws : KpiLaws<CloseTheLoopRate>
{
    private static readonly Duration Target = Duration.FromHours(48);

    protected override Gen<CloseTheLoopRate> Any =>
        Some.PartOfWhole.Zip(Some.Count, (x, notYetDue) => new CloseTheLoopRate(x.Part, x.Whole, Target, notYetDue));

    [Property]
    public Property ItJudgesLikeComplaintsOnTime() => Law.ForAll(
        (from opened in Gen.Choose(0, 100)
         from wait in Gen.Choose(0, 150)
         select (At(opened), opened + wait <= 100 ? At(opened + wait) : (Instant?)null)).ArrayOf(),
        x => CloseTheLoopRate.FromLog(x, Target, At(100)) is var loop
            && ComplaintsHandledOnTime.FromLog(x, Target, At(100)) is var complaints
            && (loop.FollowedUp, loop.Due, loop.NotYetDue) == (complaints.OnTime, complaints.Due, complaints.NotYetDue)
            && loop.Due + loop.NotYetDue == x.Length);

    private static Instant At(int hour) => NodaConstants.UnixEpoch + Duration.FromHours(hour);
}
