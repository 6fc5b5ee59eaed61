namespace CxKpi.Tests.Value;

/// <summary>Amounts and rates whose result cannot be meant are refused with what was likely meant.</summary>
public class ImpossibleMoneyTests
{
    [Fact]
    public void MarginAndRetention_DiscountInPercent_NamesTheFraction()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => CustomerLifetimeValue.MarginAndRetention(100, 0.8, 10, MarginTiming.EndOfPeriod));

        Assert.Equal("discount must not be above 1, which is 100 %; got 10: did you mean 0.1? (Parameter 'discount')", error.Message);
        Assert.Equal(100 * 0.8m / 1.2m, CustomerLifetimeValue.MarginAndRetention(100, 0.8, 1, MarginTiming.EndOfPeriod)!.Value, 12);
    }

    [Fact]
    public void LifetimeValue_SharesInPercent_NameTheFraction()
    {
        Named("marginShare must lie between 0 and 1; got 40: did you mean 0.4?", () => CustomerLifetimeValue.Simple(50, 2, 3, marginShare: 40));
        Named(
            "retention must lie between 0 and 1; got 80: did you mean 0.8?",
            () => CustomerLifetimeValue.MarginAndRetention(100, 80, 0.1, MarginTiming.EndOfPeriod));
        Named("grossMargin must lie between 0 and 1; got 70: did you mean 0.7?", () => CustomerLifetimeValue.Subscription(500, 70, 0.02));
        Named("churn must lie between 0 and 1; got 2: did you mean 0.02?", () => CustomerLifetimeValue.Subscription(500, 0.7, 2));
        Named("confidence must lie between 0 and 1, both excluded; got 95: did you mean 0.95?", () => new Churn(1, 100).Estimate(95));
    }

    [Theory]
    [InlineData(5, 501)]
    [InlineData(50_000, 50)]
    public void Ratio_ThatCannotBeMeant_IsRefused(int lifetimeValue, int acquisitionCost) =>
        Named("check currencies, and whether they are swapped", () => LifetimeValueToCost.Ratio(lifetimeValue, acquisitionCost));

    [Fact]
    public void Ratio_FarFromUsual_IsStillCalculated()
    {
        Assert.Equal(0.01m, LifetimeValueToCost.Ratio(5, 500));
        Assert.Equal(999m, LifetimeValueToCost.Ratio(999, 1));
        Assert.Equal(-2000m, LifetimeValueToCost.Ratio(-2000, 1));
        Assert.Equal(0m, LifetimeValueToCost.Ratio(0, 100));
    }

    [Fact]
    public void Payback_OfMoreThanACentury_IsRefused()
    {
        Named("acquisitionCost must not be more than 36525 times the margin per period (0.01)", () => Payback.Simple(500, 0.01m));
        Named("acquisitionCost must not be more than 36525 times", () => Payback.WithRetention(500, 0.01m, 1, MarginTiming.StartOfPeriod));
        Assert.Equal(36_525m, Payback.Simple(36_525, 1));
    }

    private static void Named(string message, Func<object?> call) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
}
