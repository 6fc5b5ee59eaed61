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
    public void Json_RoundTrips() => Assert.Equal(Share, JsonSerializer.Deserialize<Estimate>(JsonSerializer.Serialize(Share)));

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
