using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Complaints;

public class FollowUpActionRateTests
{
    private static readonly Instant Start = Instant.FromUtc(2025, 3, 1, 0, 0);

    [Fact]
    public void New_WorkedExample_Gives75Percent() =>
        Assert.Equal("Actions on time 75.0% (16 actions due; 4 not yet due)", new FollowUpActionRate(onTime: 12, due: 16, notYetDue: 4).ToString());

    [Fact]
    public void FromLog_EachCase_IsCountedInItsPlace() =>
        Assert.Equal(
            new FollowUpActionRate(onTime: 1, due: 3, notYetDue: 2),
            FollowUpActionRate.FromLog([(Day(3), Day(3)), (Day(3), Day(4)), (Day(9), null), (Day(10), null), (Day(10), Day(1))], asOf: Day(9)));

    [Fact]
    public void Value_NothingDue_IsUndefined() => Assert.Null(new FollowUpActionRate(0, 0, notYetDue: 3).Value);

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("onTime", () => new FollowUpActionRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("notYetDue", () => new FollowUpActionRate(1, 2, -1));
        Assert.Throws<ArgumentOutOfRangeException>("done", () => FollowUpActionRate.FromAction(Day(1), Day(10), Day(9)));
        Assert.Contains(
            "at position 1",
            Assert.Throws<ArgumentOutOfRangeException>("actions", () => FollowUpActionRate.FromLog([(Day(1), null), (Day(1), Day(10))], Day(9))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("actions", () => FollowUpActionRate.FromLog(null!, Start));
    }

    private static Instant Day(int day) => Start + Duration.FromDays(day);
}

public class FollowUpActionRateLaws : KpiLaws<FollowUpActionRate>
{
    protected override Gen<FollowUpActionRate> Any => Some.PartOfWhole.Zip(Some.Count, (x, notYetDue) => new FollowUpActionRate(x.Part, x.Whole, notYetDue));

    [Property]
    public Property EveryActionIsCountedOnce() =>
        Law.ForAll(
            (from due in Gen.Choose(0, 30)
             from done in Gen.Choose(0, 40)
             select (At(due), done <= 20 ? At(done) : (Instant?)null)).ArrayOf(),
            x => FollowUpActionRate.FromLog(x, At(20)) is var rate && rate.Due + rate.NotYetDue == x.Length);

    private static Instant At(int day) => NodaConstants.UnixEpoch + Duration.FromDays(day);
}
