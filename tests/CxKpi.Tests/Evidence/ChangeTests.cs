using System.Text.Json;

namespace CxKpi.Tests.Evidence;

public class ChangeTests
{
    [Theory]
    [InlineData(1.0, 3.0, KpiDirection.HigherIsBetter, ChangeVerdict.Better)]
    [InlineData(1.0, 3.0, KpiDirection.LowerIsBetter, ChangeVerdict.Worse)]
    [InlineData(-3.0, -1.0, KpiDirection.HigherIsBetter, ChangeVerdict.Worse)]
    [InlineData(-3.0, -1.0, KpiDirection.LowerIsBetter, ChangeVerdict.Better)]
    [InlineData(-1.0, 3.0, KpiDirection.HigherIsBetter, ChangeVerdict.NoEvidence)]
    [InlineData(0.0, 3.0, KpiDirection.LowerIsBetter, ChangeVerdict.NoEvidence)]
    [InlineData(-3.0, 0.0, KpiDirection.LowerIsBetter, ChangeVerdict.NoEvidence)]
    [InlineData(null, 3.0, KpiDirection.HigherIsBetter, ChangeVerdict.Unknown)]
    [InlineData(1.0, null, KpiDirection.HigherIsBetter, ChangeVerdict.Unknown)]
    [InlineData(null, null, KpiDirection.LowerIsBetter, ChangeVerdict.Unknown)]
    public void Verdict_FollowsLimitsAndDirection(double? lower, double? upper, KpiDirection direction, ChangeVerdict verdict) =>
        Assert.Equal(verdict, Between(lower, upper).Towards(direction).Verdict);

    [Fact]
    public void Verdict_WithoutGoodDirection_SaysHigherOrLower()
    {
        KpiDirection neither = Enum.GetValues<KpiDirection>().Single(x => x is not (KpiDirection.HigherIsBetter or KpiDirection.LowerIsBetter));

        Assert.Equal(ChangeVerdict.Higher, Between(1, 3).Towards(neither).Verdict);
        Assert.Equal(ChangeVerdict.Lower, Between(-3, -1).Towards(neither).Verdict);
    }

    [Fact]
    public void Towards_UnnamedDirection_Throws() => Assert.Throws<ArgumentOutOfRangeException>("direction", () => Between(1, 3).Towards((KpiDirection)9));

    [Fact]
    public void ToString_KeepsTheSign()
    {
        Assert.Equal("+2 [+1, +3] (p = 0.0123, Better)", (Between(1, 3) with { PValue = 0.01234 }).Towards(KpiDirection.HigherIsBetter).ToString());
        Assert.Equal("+2 [-, -] (p = -, Unknown)", Between(null, null).ToString());
    }

    [Fact]
    public void Rescaled_MultipliesDifferenceAndLimits()
    {
        Change points = Between(1, 3).Rescaled(100);

        Assert.Equal((200, 100, 300), (points.Difference, points.Lower, points.Upper));
    }

    [Fact]
    public void Complement_MirrorsDifferenceAndLimits()
    {
        Change rest = Between(1, 3).Complement();

        Assert.Equal((-2, -3, -1), (rest.Difference, rest.Lower, rest.Upper));
    }

    [Fact]
    public void Json_RoundTrips() => Assert.Equal(Between(1, 3), JsonSerializer.Deserialize<Change>(JsonSerializer.Serialize(Between(1, 3))));

    private static Change Between(double? lower, double? upper) =>
        new() { Difference = 2, Lower = lower, Upper = upper, Confidence = 0.95, Method = IntervalMethod.Mover };
}
