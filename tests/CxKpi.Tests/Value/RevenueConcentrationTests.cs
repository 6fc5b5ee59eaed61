using System.Text.Json;

namespace CxKpi.Tests.Value;

public class RevenueConcentrationTests
{
    private static readonly RevenueConcentration Ten = new([10, 100, 20, 5, 10, 10, 20, 10, 5, 10], "EUR");

    [Fact]
    public void TopShare_OfTen_IsThatOfTheBest()
    {
        Assert.Equal(0.5, Ten.TopShare(0.1)!.Value.Value);
        Assert.Equal(0.6, Ten.TopShare(0.2)!.Value.Value, 1e-15);

        // Half of the second customer.
        Assert.Equal(0.55, Ten.TopShare(0.15)!.Value.Value, 1e-15);
        Assert.Equal("best 10% of 10 customers bring 50.0%, Gini 0.51", Ten.ToString());
    }

    // 0.07 · 100 is a little above 7 in binary fractions: the eighth customer is none of the best.
    [Fact]
    public void TopShare_OnTheBorder_TakesNothingOfTheNext()
    {
        decimal[] amounts = [.. Enumerable.Range(0, 100).Select(i => i < 7 ? 1m : i == 7 ? 0.9m : 0)];
        Assert.Equal(7 / 7.9, new RevenueConcentration(amounts).TopShare(0.07)!.Value.Value);
    }

    // By hand: the sum of (2i - 11) · x(i) is 1010, over 10 · 200.
    [Fact]
    public void Gini_OfTen_IsThatOfItsFormula() => Assert.Equal(0.505, Ten.Gini()!.Value.Value, 1e-15);

    // A sort may swap amounts that are alike; those that come back in order stay as they were.
    [Fact]
    public void Json_OfManyZerosWithAndWithoutDigits_ComesBackAsItWas()
    {
        RevenueConcentration one = new(Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 0.0m : i % 3 == 0 ? 0m : i));
        string text = JsonSerializer.Serialize(one);
        Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize<RevenueConcentration>(text)));
    }

    [Fact]
    public void Estimates_FewLargeCustomers_AreFlagged()
    {
        Assert.Equal(EstimateFlags.Skewed, Ten.Gini()!.Value.Flags & EstimateFlags.Skewed);
        Assert.Equal(EstimateFlags.None, new RevenueConcentration(Enumerable.Range(1, 200).Select(i => (decimal)i)).TopShare()!.Value.Flags);
    }

    [Fact]
    public void Percentile_OfTen_HasLimitsByOrderStatistics()
    {
        Estimate median = Ten.Percentile(0.5)!.Value;

        Assert.Equal((10, 5, 20), (median.Value, median.Lower, median.Upper));
        Assert.Equal((KpiUnit.Money, "EUR", IntervalMethod.OrderStatistics), (median.Unit, median.Currency, median.Method));
        Assert.True(median.AttainedCoverage >= 0.95);
    }

    [Fact]
    public void Estimates_AllAlike_AreWithoutConcentrationAndSpread()
    {
        RevenueConcentration alike = new([7.1m, 7.1m, 7.1m]);

        Assert.Equal(0, alike.Gini()!.Value.Value, 1e-15);
        Assert.Equal(1 / 3.0, alike.TopShare(1 / 3.0)!.Value.Value, 1e-15);
    }

    [Fact]
    public void Estimates_WithoutRevenueOrOfOneCustomer_AreNamed()
    {
        Assert.Null(new RevenueConcentration([]).Gini());
        Assert.Null(new RevenueConcentration([0, 0]).TopShare());
        Assert.Null(new RevenueConcentration([]).Percentile(0.5));
        Assert.Equal("no data", new RevenueConcentration([0]).ToString());
        Estimate one = new RevenueConcentration([5]).TopShare()!.Value;
        Assert.Equal((0.1, null, EstimateFlags.SingleObservation), (one.Value, one.Lower, one.Flags));
        Assert.Equal(0, new RevenueConcentration([5]).Gini()!.Value.Value);
    }

    [Fact]
    public void FromOrders_Returns_AreTakenOff() => Assert.Equal(
        new RevenueConcentration([15, 0, 8]),
        RevenueConcentration.FromOrders([("a", 20m), ("b", 5m), ("a", -5m), ("b", -9m), ("c", 8m)]));

    [Fact]
    public void Combine_OtherCustomers_AddsUp()
    {
        Assert.Equal(Ten, new RevenueConcentration([10, 100, 20, 5], "EUR").Combine(new([10, 10, 20, 10, 5, 10], "EUR")));
        Assert.Equal(Ten, new RevenueConcentration([]).Combine(Ten));
        Assert.Throws<ArgumentException>("other", () => Ten.Combine(new([5], "USD")));
    }

    [Fact]
    public void WrongInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amounts", () => new RevenueConcentration([3, -1]));
        Assert.Throws<ArgumentException>("currency", () => new RevenueConcentration([3], "euro"));
        Assert.Throws<ArgumentNullException>("amounts", () => new RevenueConcentration(null!));
        Assert.Throws<ArgumentException>("orders", () => RevenueConcentration.FromOrders([((string)null!, 3m)]));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Ten.TopShare(10));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Ten.Gini(1));
        Assert.Throws<OverflowException>(() => new RevenueConcentration([decimal.MaxValue, 1]));
    }

    [Theory]
    [InlineData(ReportLanguage.English, "best 10% of customers bring")]
    [InlineData(ReportLanguage.French, "indice de Gini")]
    [InlineData(ReportLanguage.German, "Gini-Koeffizient")]
    public void ToHtml_InALanguage_IsInIt(ReportLanguage language, string words) => Assert.Contains(words, Ten.ToHtml(language), StringComparison.Ordinal);
}
