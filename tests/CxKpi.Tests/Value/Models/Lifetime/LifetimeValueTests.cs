using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class LifetimeValueTests
{
    private static readonly BgNbd Purchases = new(0.243, 4.414, 0.793, 2.426, CalendarUnit.Week);
    private static readonly GammaGamma Spend = new(6.25, 3.74, 15.44);
    private static readonly PurchaseHistory History = new(2, 30.43, 38.86);
    private static readonly SpendHistory Spending = new(2, 22.35);

    [Fact]
    public void Of_TwelveMonths_IsTheSumOfItsMonths()
    {
        double month = 365.25 / 12 / 7, sum = 0;
        for (int k = 1; k <= 12; k++)
        {
            sum += (Purchases.ExpectedPurchases(History, k * month) - Purchases.ExpectedPurchases(History, (k - 1) * month)) * Math.Pow(1.1, -k / 12.0);
        }

        double mean = Spend.ExpectedMeanAmount(Spending)!.Value;
        Assert.Equal(mean * sum, LifetimeValue.Of(Purchases, Spend, History, Spending)!.Value, 9);
        Assert.Equal(0.4 * mean * sum, LifetimeValue.Of(Purchases, Spend, History, Spending, new() { MarginShare = 0.4 })!.Value, 9);
    }

    [Fact]
    public void Of_NoEnd_IsBeyondEveryHorizon()
    {
        double endless = LifetimeValue.Of(Purchases, Spend, History, Spending, new() { Months = null })!.Value;

        Assert.True(LifetimeValue.Of(Purchases, Spend, History, Spending, new() { Months = 240 }) < endless);
        Assert.Equal(endless, Spend.ExpectedMeanAmount(Spending)!.Value * Purchases.DiscountedPurchases(History, 0.1), 9);
        Assert.Throws<ArgumentOutOfRangeException>(
            "annualDiscountRate",
            () => LifetimeValue.Of(Purchases, Spend, History, Spending, new() { Months = null, AnnualDiscountRate = 0 }));
    }

    [Fact]
    public void Of_SpendWithoutALimit_IsNullAndNeverNegative()
    {
        GammaGamma wide = new(2, 0.8, 15);

        Assert.Null(LifetimeValue.Of(Purchases, wide, new(0, 0, 38.86), default));
        Assert.True(LifetimeValue.Of(Purchases, wide, History, Spending) > 0);
    }

    [Fact]
    public void OfAll_AnotherUnit_Throws()
    {
        PurchaseHistories<string> days = PurchaseLogTests.Of([("A", 1, 10), ("A", 9, 10)]);

        ArgumentException error = Assert.Throws<ArgumentException>("histories", () => LifetimeValue.OfAll(Purchases, Spend, days));
        Assert.Contains("which is Week, but count it in Day", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAll_Customers_AreWorthWhatEachIs()
    {
        BgNbd perDay = new(0.243, 30.9, 0.793, 2.426, CalendarUnit.Day);
        PurchaseHistories<string> log = PurchaseLogTests.Of(
            Enumerable.Range(0, 600).SelectMany(i => new[] { ($"{i}", 1 + i % 7, 10m), ($"{i}", 12 + i % 17, 12m + i % 5) }));
        CustomerValues<string> all = LifetimeValue.OfAll(perDay, Spend, log);

        Assert.Equal(600, all.Count);
        Assert.All(all.Zip(log.Customers), x =>
        {
            Assert.Equal(x.Second.Customer, x.First.Customer);
            Assert.Equal(LifetimeValue.Of(perDay, Spend, x.Second.History, x.Second.Spending), x.First.Value);
            Assert.Equal(perDay.ProbabilityAlive(x.Second.History), x.First.ProbabilityAlive);
        });
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(all[0], JsonKinds.Again(all[0], options)));
    }

    [Fact]
    public void OfAll_SaysWhatTheValueIs()
    {
        BgNbd perDay = new(0.243, 30.9, 0.793, 2.426, CalendarUnit.Day);
        PurchaseHistories<string> log = PurchaseLogTests.Of([("A", 1, 10), ("A", 9, 10)]);
        CustomerValue<string> margin = LifetimeValue.OfAll(perDay, Spend, log, new() { MarginShare = 0.3, Currency = "EUR" })[0];

        Assert.Equal((0.3, "EUR"), (margin.MarginShare, margin.Currency));
        Assert.Equal(margin.ExpectedMeanAmount!.Value * margin.MarginShare * margin.DiscountedPurchases, margin.Value!.Value, 12);
        Assert.Contains(" EUR (", margin.ToString(), StringComparison.Ordinal);
        Assert.Equal((1.0, null), (LifetimeValue.OfAll(perDay, Spend, log)[0].MarginShare, LifetimeValue.OfAll(perDay, Spend, log)[0].Currency));
        Assert.Throws<ArgumentException>("Currency", () => new LifetimeValueOptions { Currency = "euro" });
    }

    [Fact]
    public void Predict_OfBothFits_HasLimitsAroundTheValue()
    {
        FittedModel<BgNbd> purchases = BgNbd.Fit(SomePurchases.Simulated(3000, [0.8, 6, 0.9, 3], early: false, seed: 3), CalendarUnit.Week);
        FittedModel<GammaGamma> spend = GammaGamma.Fit(Enumerable.Range(1, 400).Select(i => new SpendHistory(i % 5 + 1, 10 + i * 7 % 23 + i * 13 % 31)));
        ModelPrediction value = LifetimeValue.Predict(purchases, spend, History, Spending);

        Assert.Equal(LifetimeValue.Of(purchases.Model!, spend.Model!, History, Spending)!.Value, value.Value!.Value, 9);
        Assert.True(0 < value.Lower && value.Lower < value.Value && value.Value < value.Upper);
        Assert.Null(LifetimeValue.Predict(purchases, GammaGamma.Fit([]), History, Spending).Value);
    }

    [Fact]
    public void Options_OutOfRange_NameTheMember()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Months", () => new LifetimeValueOptions { Months = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("AnnualDiscountRate", () => new LifetimeValueOptions { AnnualDiscountRate = 10 });
        Assert.Throws<ArgumentOutOfRangeException>("MarginShare", () => new LifetimeValueOptions { MarginShare = -0.1 });
    }
}
