using System.Globalization;
using System.Text.Json;

namespace CxKpi.Tests.Evidence;

public class EstimateTests
{
    private static readonly Estimate Share = new()
    {
        Value = 0.7,
        Lower = 0.4,
        Upper = 0.9,
        Confidence = 0.95,
        Method = IntervalMethod.Wilson,
        N = 10,
        StandardError = 0.1,
        Flags = EstimateFlags.Boundary,
    };

    [Fact]
    public void Of_ZeroWithASign_IsZero()
    {
        Assert.False(double.IsNegative(Estimate.Of(-0.0, 0, 1, 0.95, IntervalMethod.Welch, 9).Value));
        Assert.False(double.IsNegative(Change.Of(-0.0, 0, 1, 0.95, IntervalMethod.Welch).Difference));
    }

    [Fact]
    public void ToString_IsInvariant()
    {
        CultureInfo german = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = german;
            Assert.Equal("0.7 [0.4, 0.9] (95%, n = 10, Wilson)", Share.ToString());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void ToString_MissingLimits_ShowsDashes() =>
        Assert.Equal(
            "0.7 [-, -] (99.9%, n = 1, None)",
            (Share with { Lower = null, Upper = null, Confidence = 0.999, N = 1, Method = IntervalMethod.None }).ToString());

    [Fact]
    public void Rescaled_MovesValueAndLimits()
    {
        Estimate points = Share.Rescaled(100, 5);

        Assert.Equal((75.0, 45.0, 95.0, 10.0), (points.Value, points.Lower, points.Upper, points.StandardError));
        Assert.Null((Share with { Lower = null }).Rescaled(100).Lower);
    }

    [Fact]
    public void Complement_SwapsTheLimits()
    {
        Estimate rest = Share.Complement();

        Assert.Equal(0.3, rest.Value, 15);
        Assert.Equal(0.1, rest.Lower!.Value, 15);
        Assert.Equal(0.6, rest.Upper!.Value, 15);
        Assert.Equal(Share.StandardError, rest.StandardError);
    }

    [Fact]
    public void With_AddsFlags() => Assert.Equal(EstimateFlags.Boundary | EstimateFlags.Census, Share.With(EstimateFlags.Census).Flags);

    [Fact]
    public void Of_FiguresOfATally_IsItsEstimate()
    {
        Estimate tallied = new NetTally(40, 20, 10).Estimate()!.Value;
        Estimate stated = Estimate.Of(
            tallied.Value, tallied.Lower, tallied.Upper, tallied.Confidence, tallied.Method, tallied.N, tallied.StandardError, tallied.Flags);

        Assert.Equal(tallied.ToString(), stated.ToString());
        Assert.Equal((tallied.StandardError, tallied.Flags), (stated.StandardError, stated.Flags));
        Assert.Equal("+42.9 [+24.2, +58.1] (95%, n = 70, Score)", stated.In(Nps.Definition).ToString());
        Assert.Equal(stated, JsonSerializer.Deserialize<Estimate>(JsonSerializer.Serialize(stated)));
    }

    [Fact]
    public void Of_ValueADigitOutsideItsLimits_MovesTheLimit()
    {
        Assert.Equal(0.1 + 0.2, Estimate.Of(0.1 + 0.2, 0.1, 0.3, 0.95, IntervalMethod.Wilson, 10).Upper);

        // A published interval that does not hold the value stays as it is.
        Assert.Equal(0.97, Estimate.Of(1, 0.7, 0.97, 0.95, IntervalMethod.AgrestiCoull, 10).Upper);
    }

    [Theory]
    [InlineData("value", double.NaN, 0.4, 0.9, 0.95, 10L, 0.1)]
    [InlineData("value", 0.3, 0.4, 0.9, 0.95, 10L, 0.1)]
    [InlineData("value", 0.95, 0.4, 0.9, 0.95, 10L, 0.1)]
    [InlineData("lower", 0.7, double.NegativeInfinity, 0.9, 0.95, 10L, 0.1)]
    [InlineData("lower", 0.7, 0.9, 0.4, 0.95, 10L, 0.1)]
    [InlineData("upper", 0.7, 0.4, double.NaN, 0.95, 10L, 0.1)]
    [InlineData("confidence", 0.7, 0.4, 0.9, 1, 10L, 0.1)]
    [InlineData("confidence", 0.7, 0.4, 0.9, 95, 10L, 0.1)]
    [InlineData("n", 0.7, 0.4, 0.9, 0.95, -1L, 0.1)]
    [InlineData("n", 0.7, 0.4, 0.9, 0.95, 0L, 0.1)]
    [InlineData("standardError", 0.7, 0.4, 0.9, 0.95, 10L, -0.1)]
    [InlineData("standardError", 0.7, 0.4, 0.9, 0.95, 10L, double.PositiveInfinity)]
    public void Of_FigureThatCannotBe_Throws(string blamed, double value, double lower, double upper, double confidence, long n, double error) =>
        Assert.Throws<ArgumentOutOfRangeException>(blamed, () => Estimate.Of(value, lower, upper, confidence, IntervalMethod.Wilson, n, error));

    [Fact]
    public void Of_ValueWithoutAName_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("method", () => Estimate.Of(0.7, null, null, 0.95, (IntervalMethod)99, 10));
        Assert.Throws<ArgumentOutOfRangeException>("flags", () => Estimate.Of(0.7, null, null, 0.95, IntervalMethod.None, 10, null, (EstimateFlags)(1 << 30)));
    }

    [Fact]
    public void Json_RoundTrips()
    {
        Estimate none = default(Estimate).In(Csat.Definition);

        Assert.Equal(Share, JsonSerializer.Deserialize<Estimate>(JsonSerializer.Serialize(Share)));
        Assert.Equal(none, JsonSerializer.Deserialize<Estimate>(JsonSerializer.Serialize(none)));
    }

    [Fact]
    public void Currency_WithControlCharacters_IsRefused()
    {
        Estimate amount = new AverageOrderValue(10m, 2, "EUR").Estimate()!.Value;
        Change change = new AverageOrderValue(10m, 2, "EUR").ChangeFrom(new AverageOrderValue(11m, 2, "EUR"))!.Value;

        Assert.Throws<ArgumentException>("Currency", () => amount with { Currency = "\u001b[31m\nX" });
        Assert.Throws<ArgumentException>("Currency", () => change with { Currency = "eur" });
        Assert.Throws<ArgumentException>("currency", () => amount.In(AverageOrderValue.Definition, ""));
    }

    [Fact]
    public void Init_ValuesWithoutAName_AreRefused()
    {
        Estimate estimate = new Nps(1, 1, 1).Estimate()!.Value;
        Change change = new Nps(1, 1, 1).ChangeFrom(new Nps(1, 1, 2))!.Value;

        Assert.Throws<ArgumentOutOfRangeException>(() => estimate with { Unit = (KpiUnit)99 });
        Assert.Throws<ArgumentOutOfRangeException>(() => estimate with { Confidence = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => change with { Unit = (KpiUnit)99 });
        Assert.Throws<ArgumentOutOfRangeException>(() => change with { Direction = (KpiDirection)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => change with { Method = (IntervalMethod)99 });
        Assert.Throws<ArgumentOutOfRangeException>(() => change with { Confidence = 95 });
    }
}
