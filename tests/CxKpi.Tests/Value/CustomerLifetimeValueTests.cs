using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class CustomerLifetimeValueTests
{
    [Fact]
    public void Simple_WorkedExamples_AreExact()
    {
        Assert.Equal(25_272.00m, CustomerLifetimeValue.Simple(24.30m, 52, 20));
        Assert.Equal(375m, CustomerLifetimeValue.Simple(50m, 2.5m, 3));
        Assert.Equal(112.50m, CustomerLifetimeValue.Simple(50m, 2.5m, 3, marginShare: 0.30m));
        Assert.Equal(294m, CustomerLifetimeValue.Simple(60m, 3.5m, 4, 0.35m));
    }

    [Fact]
    public void Simple_ProductOfAverages_IsNotTheAverageOfProducts() =>
        Assert.Equal(25_771.20m, CustomerLifetimeValue.Simple(5.90m * 4.20m, 52, 20));

    [Fact]
    public void Simple_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("ordersPerPeriod", () => CustomerLifetimeValue.Simple(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("lifespanPeriods", () => CustomerLifetimeValue.Simple(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("marginShare", () => CustomerLifetimeValue.Simple(1, 1, 1, 1.01m));
        Assert.Throws<ArgumentOutOfRangeException>("marginShare", () => CustomerLifetimeValue.Simple(1, 1, 1, -0.01m));
    }

    [Theory]
    [InlineData(5382.94, 0.75, 0.1, 11534.871428571429)]
    [InlineData(5241.60, 0.75, 0.1, 11232)]
    [InlineData(100, 0.8, 0.1, 266.66666666666663)]
    [InlineData(45, 0.97, 0.008, 1148.6842105263147)]
    [InlineData(10, 1.0, 0.02, 499.99999999999955)]
    [InlineData(50, 0.0, 0.1, 0.0)]
    public void MarginAndRetention_ReferenceFigures_AreMet(double margin, double retention, double discount, double expected)
    {
        Assert.Equal(
            expected,
            (double)CustomerLifetimeValue.MarginAndRetention((decimal)margin, retention, discount, MarginTiming.EndOfPeriod)!.Value,
            1e-12 * (1 + expected));
        Assert.Equal(
            expected + margin,
            (double)CustomerLifetimeValue.MarginAndRetention((decimal)margin, retention, discount, MarginTiming.StartOfPeriod)!.Value,
            1e-12 * (1 + expected));
    }

    [Fact]
    public void MarginAndRetention_NobodyLostNothingDiscounted_HasNoLimit() =>
        Assert.Null(CustomerLifetimeValue.MarginAndRetention(10m, 1, 0, MarginTiming.EndOfPeriod));

    [Fact]
    public void MarginAndRetention_LimitsOfChurn_GiveLimitsOfTheValue()
    {
        Estimate churn = new Churn(37, 400).Estimate()!.Value;
        double Value(double c) => (double)CustomerLifetimeValue.MarginAndRetention(120m, 1 - c, 0.1, MarginTiming.EndOfPeriod)!.Value;

        Assert.Equal(565.7142857142853, Value(churn.Value), 9);
        Assert.Equal(466.9312151283213, Value(churn.Upper!.Value), 9);
        Assert.Equal(666.3980096404681, Value(churn.Lower!.Value), 9);
    }

    [Fact]
    public void MarginAndRetention_GrowthAndPeriods_AreTheSumOfTheMargins()
    {
        decimal sum = 0, margin = 50;
        for (int period = 1; period <= 7; period++, margin *= 1.1m * 0.8m / 1.05m)
        {
            sum += margin;
            Assert.Equal(sum, CustomerLifetimeValue.MarginAndRetention(50, 0.8, 0.05, MarginTiming.StartOfPeriod, growth: 0.1, period)!.Value, 20);
            Assert.Equal(
                sum * 0.8m / 1.05m,
                CustomerLifetimeValue.MarginAndRetention(50, 0.8, 0.05, MarginTiming.EndOfPeriod, growth: 0.1, period)!.Value,
                20);
        }

        Assert.Equal(120m, CustomerLifetimeValue.MarginAndRetention(10, 1, 0, MarginTiming.EndOfPeriod, periods: 12));
        Assert.Null(CustomerLifetimeValue.MarginAndRetention(10, 0.8, 0.1, MarginTiming.EndOfPeriod, growth: 0.375));
    }

    [Fact]
    public void MarginAndRetention_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("growth", () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, 0, MarginTiming.EndOfPeriod, growth: -1));
        Assert.Throws<ArgumentOutOfRangeException>("growth", () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, 0, MarginTiming.EndOfPeriod, growth: 2));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, 0, MarginTiming.EndOfPeriod, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => CustomerLifetimeValue.MarginAndRetention(1, 1.01, 0, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("retention", () => CustomerLifetimeValue.MarginAndRetention(1, double.NaN, 0, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("discount", () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, -0.01, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>(
            "discount",
            () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, double.PositiveInfinity, MarginTiming.EndOfPeriod));
        Assert.Throws<ArgumentOutOfRangeException>("timing", () => CustomerLifetimeValue.MarginAndRetention(1, 0.9, 0.1, (MarginTiming)9));
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-29)]
    [InlineData(double.NaN)]
    public void Rates_BeyondDecimal_ThrowWithName(double rate)
    {
        Assert.Contains(
            "got " + rate.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Assert.Throws<ArgumentOutOfRangeException>(
                "discount",
                () => CustomerLifetimeValue.MarginAndRetention(1, 0.5, rate, MarginTiming.StartOfPeriod)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => CustomerLifetimeValue.Subscription(1, 0.5, rate));
    }

    [Fact]
    public void Rates_AtTheEndsOfTheRange_AreComputed()
    {
        Assert.Equal(1e13m, CustomerLifetimeValue.Subscription(1, 1, 1e-13));
        Assert.Equal(1m, CustomerLifetimeValue.MarginAndRetention(1, 0, 1, MarginTiming.StartOfPeriod));
    }

    [Fact]
    public void Subscription_WorkedExamples_AreExact()
    {
        Assert.Equal(17_500m, CustomerLifetimeValue.Subscription(500m, 0.7, 0.02));
        Assert.Equal(500m, CustomerLifetimeValue.Subscription(25m, 1, 0.05));
        Assert.Equal(280m, CustomerLifetimeValue.Subscription(20m, 0.7, 0.05));
    }

    [Fact]
    public void Subscription_NobodyLost_HasNoLimit() => Assert.Null(CustomerLifetimeValue.Subscription(500m, 0.7, 0));

    [Fact]
    public void Subscription_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("grossMargin", () => CustomerLifetimeValue.Subscription(1, 1.1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => CustomerLifetimeValue.Subscription(1, 0.5, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("churn", () => CustomerLifetimeValue.Subscription(1, 0.5, double.NaN));
    }
}

public class CustomerLifetimeValueLaws
{
    [Property]
    public Property TheTwoTimingsAreLongSumsOfTheirMargins() =>
        Law.ForAll(Gen.Choose(0, 95).Zip(Gen.Choose(1, 30)), x =>
        {
            double r = x.Item1 / 100.0, i = x.Item2 / 100.0, start = 0, end = 0, weight = 1;
            for (int period = 0; period < 2_000; period++)
            {
                start += 10 * weight;
                weight *= r / (1 + i);
                end += 10 * weight;
            }

            return Math.Abs(start - (double)CustomerLifetimeValue.MarginAndRetention(10m, r, i, MarginTiming.StartOfPeriod)!.Value) < 1e-9 * start
                && Math.Abs(end - (double)CustomerLifetimeValue.MarginAndRetention(10m, r, i, MarginTiming.EndOfPeriod)!.Value) <= 1e-9 * start;
        });

    [Property]
    public Property UndiscountedWithTheMarginAtOnceItIsTheSubscriptionFormula() =>
        Law.ForAll(Gen.Choose(0, 99), x => Math.Abs(
            CustomerLifetimeValue.MarginAndRetention(10m, x / 100.0, 0, MarginTiming.StartOfPeriod)!.Value
            - CustomerLifetimeValue.Subscription(10m, 1, 1 - x / 100.0)!.Value) < 1e-9m);
}
