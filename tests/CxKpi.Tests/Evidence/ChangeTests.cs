using System.Text.Json;
using System.Text.Json.Nodes;

namespace CxKpi.Tests.Evidence;

public class ChangeTests
{
    [Fact]
    public void Of_FiguresOfATally_IsItsChange()
    {
        Change tallied = new NetTally(40, 20, 10).ChangeFrom(new NetTally(30, 20, 20))!.Value;
        Change stated = Change.Of(
            tallied.Difference, tallied.Lower, tallied.Upper, tallied.Confidence, tallied.Method, tallied.PValue, tallied.StandardError, tallied.Flags);

        Assert.Equal(tallied, stated);
        Assert.Equal(stated, JsonSerializer.Deserialize<Change>(JsonSerializer.Serialize(stated)));
    }

    [Theory]
    [InlineData("difference", double.NaN, 1, 5, 0.95, 0.01, 1)]
    [InlineData("difference", 6, 1, 5, 0.95, 0.01, 1)]
    [InlineData("lower", 3, 5, 1, 0.95, 0.01, 1)]
    [InlineData("lower", 3, double.NaN, 5, 0.95, 0.01, 1)]
    [InlineData("upper", 3, 1, double.PositiveInfinity, 0.95, 0.01, 1)]
    [InlineData("confidence", 3, 1, 5, 0, 0.01, 1)]
    [InlineData("pValue", 3, 1, 5, 0.95, 5, 1)]
    [InlineData("pValue", 3, 1, 5, 0.95, double.NaN, 1)]
    [InlineData("pValue", 3, 1, 5, 0.95, 0.2, 1)]
    [InlineData("pValue", 3, -1, 5, 0.95, 0.01, 1)]
    [InlineData("standardError", 3, 1, 5, 0.95, 0.01, -1)]
    public void Of_FigureThatCannotBe_Throws(
        string blamed, double difference, double lower, double upper, double confidence, double pValue, double error) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            blamed, () => Change.Of(difference, lower, upper, confidence, IntervalMethod.Welch, pValue, error));

    // Where the limit follows the difference to the other side of 0, the p-value is measured there.
    [Fact]
    public void Of_DifferenceADigitOutsideItsLimits_MovesTheLimit()
    {
        Assert.Equal(3, Change.Of(3, 1, 2.9999999, 0.95, IntervalMethod.Welch).Upper);
        Assert.Throws<ArgumentOutOfRangeException>("pValue", () => Change.Of(-1e-13, 1e-13, 5, 0.95, IntervalMethod.Welch, 0.01));
    }

    [Fact]
    public void Of_ValueWithoutAName_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("method", () => Change.Of(3, 1, 5, 0.95, (IntervalMethod)99));
        Assert.Throws<ArgumentOutOfRangeException>("flags", () => Change.Of(3, 1, 5, 0.95, IntervalMethod.Welch, flags: (EstimateFlags)(1 << 30)));
    }

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
        Assert.Equal(verdict, (Between(lower, upper) with { Direction = direction }).Verdict);

    [Fact]
    public void Verdict_WithoutGoodDirection_SaysHigherOrLower()
    {
        KpiDirection neither = Enum.GetValues<KpiDirection>().Single(x => x is not (KpiDirection.HigherIsBetter or KpiDirection.LowerIsBetter));

        Assert.Equal(ChangeVerdict.Higher, (Between(1, 3) with { Direction = neither }).Verdict);
        Assert.Equal(ChangeVerdict.Lower, (Between(-3, -1) with { Direction = neither }).Verdict);
    }

    [Fact]
    public void In_OfADefinition_SpeaksInItsUnitAndJudgesByItsDirection()
    {
        Change change = (Between(0.01, 0.03) with { Difference = 0.02 }).In(Churn.Definition, 0.04);

        Assert.Equal(KpiUnit.Share, change.Unit);
        Assert.Equal(ChangeVerdict.Worse, change.Verdict);
        Assert.Equal(0.5, change.Relative);
        Assert.Equal("+2.0 pp (+50.0%) [+1.0 pp, +3.0 pp] (p = -, Worse)", change.ToString());
        Assert.Equal("+2.00 pp", $"{change:N2}");
        Assert.Equal("+50%", $"{change:P0}");
        Assert.Equal("+2.0 pp", $"{change:V}");
    }

    [Fact]
    public void InMoney_OfAShare_IsTimesUnitsTimesValue()
    {
        Change resolved = (Between(0.01, 0.09) with { Difference = 0.05, PValue = 0.02 }).In(FirstContactResolution.Definition, 0.7);
        Change saved = resolved.InMoney(valuePerUnit: 4.20m, units: 40_000, "EUR");

        Assert.Equal("+8,400.00 EUR [+1,680.00 EUR, +15,120.00 EUR] (p = 0.02, Better)", saved.ToString());
        Assert.Null(saved.Relative);
    }

    [Theory]
    [InlineData(0, 40_000)]
    [InlineData(4, 0)]
    public void InMoney_OfNothing_HasNoPValue(int value, int units)
    {
        Change nothing = (Between(0.01, 0.09) with { Difference = 0.05, PValue = 0.02 }).InMoney(value, units);

        Assert.Equal((0, 0, 0), (nothing.Difference, nothing.Lower, nothing.Upper));
        Assert.Null(nothing.PValue);
        Assert.Equal(ChangeVerdict.NoEvidence, nothing.Verdict);
    }

    [Fact]
    public void InMoney_OfMoney_KeepsTheCurrencyUnlessAnotherIsGiven()
    {
        Change revenue = Between(1, 3) with { Unit = KpiUnit.Money, Currency = "EUR" };

        Assert.Equal("EUR", revenue.InMoney(0.4m).Currency);
        Assert.Equal("CHF", revenue.InMoney(0.95m, 1, "CHF").Currency);
    }

    [Fact]
    public void InMoney_OfACost_TurnsTheSign()
    {
        Change repeats = (Between(-0.09, -0.01) with { Difference = -0.05 }).In(RepeatContactRate.Definition, 0.2);

        Assert.Equal("+210.00 [+42.00, +378.00] (p = -, Better)", repeats.InMoney(-4.20m, 1000).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("units", () => repeats.InMoney(1, -1));
        Assert.Throws<ArgumentException>("currency", () => repeats.InMoney(1, 1, "euro"));
    }

    [Fact]
    public void ToString_WithDecimals_SignsANetScoreOnce()
    {
        Change change = (Between(10, 20) with { Difference = 15.5833 }).In(Nps.Definition, 40);

        Assert.Equal("+15.6", $"{change:N1}");
        Assert.Equal("−15.6", $"{change with { Difference = -15.5833, Lower = -20, Upper = -10 }:N1}");
    }

    [Theory]
    [InlineData(KpiUnit.NetPoints, 10.0, null)]
    [InlineData(KpiUnit.ScalePoints, 4.0, null)]
    [InlineData(KpiUnit.Index, 50.0, null)]
    [InlineData(KpiUnit.Money, 0.0, null)]
    [InlineData(KpiUnit.Money, -5.0, null)]
    [InlineData(KpiUnit.Money, null, null)]
    [InlineData(KpiUnit.Money, 8.0, 0.25)]
    [InlineData(KpiUnit.Seconds, 4.0, 0.5)]
    [InlineData(null, 4.0, null)]
    public void Relative_ExistsWhereZeroMeansNothingAtAll(KpiUnit? unit, double? baseline, double? relative) =>
        Assert.Equal(relative, (Between(1, 3) with { Unit = unit, Baseline = baseline }).Relative);

    [Theory]
    [InlineData("X")]
    [InlineData("N16")]
    [InlineData("N-1")]
    [InlineData("P1.5")]
    public void ToString_UnknownFormat_Throws(string format)
    {
        Assert.Throws<FormatException>(() => Between(1, 3).ToString(format, null));
        Assert.Throws<FormatException>(() => new Nps(5, 3, 2).Estimate()!.Value.ToString(format, null));
    }

    [Fact]
    public void ToString_KeepsTheSign()
    {
        Assert.Equal("+2 [+1, +3] (p = 0.0123, Better)", (Between(1, 3) with { PValue = 0.01234, Direction = KpiDirection.HigherIsBetter }).ToString());
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
    public void Json_RoundTrips()
    {
        Change none = default(Change).In(Csat.Definition, 0.5);

        Assert.Equal(Between(1, 3), JsonSerializer.Deserialize<Change>(JsonSerializer.Serialize(Between(1, 3))));
        Assert.Equal(none, JsonSerializer.Deserialize<Change>(JsonSerializer.Serialize(none)));
    }

    // Documents may be rounded by what carried them.
    [Fact]
    public void Json_DifferenceADigitBeyondItsLimit_MovesTheLimit()
    {
        JsonNode document = JsonSerializer.SerializeToNode(Between(1, 3))!;
        document["Difference"] = 3 + 1e-12;
        Change read = document.Deserialize<Change>();

        Assert.Equal(3 + 1e-12, read.Upper);
    }

    // A verdict beside three zeros would contradict them.
    [Fact]
    public void ToString_OfATinyDifferenceWithoutAUnit_ShowsItsDigits()
    {
        Change share = new ShareTally(5, 1_000_000).ChangeFrom(new ShareTally(40, 1_000_000))!.Value;
        Change rate = new RateTally(3, 1_000_000m).ChangeFrom(new RateTally(40, 1_000_000m))!.Value;

        Assert.StartsWith("\u22120.000035 [\u22120.0000", share.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("\u22120.000037 [\u22120.0000", rate.ToString(), StringComparison.Ordinal);
        Assert.All([share, rate], change => Assert.EndsWith("(p < 0.0001, Lower)", change.ToString(), StringComparison.Ordinal));
        Assert.Contains("\u22120,000035", share.DifferenceIn(Phrases.For(ReportLanguage.German)), StringComparison.Ordinal);
        Assert.Contains("\u22120,000037", rate.DifferenceIn(Phrases.For(ReportLanguage.French)), StringComparison.Ordinal);
    }

    private static Change Between(double? lower, double? upper) =>
        new() { Difference = 2, Lower = lower, Upper = upper, Confidence = 0.95, Method = IntervalMethod.Mover };
}
