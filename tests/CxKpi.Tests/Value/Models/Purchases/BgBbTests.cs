using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Value;

/// <summary>The BG/BB model answers what the models of any day answer.</summary>
public class BgBbTests
{
    private static readonly BgBb Model = new(1.204, 0.75, 0.657, 2.783, CalendarUnit.Year);

    private static readonly GammaGamma Spend = new(6.25, 3.74, 15.44);

    /// <summary>Donors of 2015 to 2017, watched to 2020 and then for two years.</summary>
    private static readonly PurchaseHistories<int> Donors = PurchaseLog.SummariseOpportunities(
        Enumerable.Range(0, 240).SelectMany(i => Enumerable.Range(2015 + i % 3, 8 - i % 3)
            .Where(year => year == 2015 + i % 3 || (i * 7 + year * 3) % 5 > i % 4 && (i % 3 > 0 || year < 2016 + i % 7))
            .Select(year => (Donor: i, Day: new LocalDate(year, 1 + i % 12, 1)))),
        row => row.Donor,
        row => row.Day,
        row => 20m + row.Donor % 7,
        CalendarUnit.Year,
        new(2020, 12, 31),
        new LocalDate(2022, 12, 31));

    [Fact]
    public void HoldoutValidation_OfOpportunities_ComparesThem()
    {
        HoldoutValidation found = HoldoutValidation.Of(Model, Spend, Donors);

        Assert.Equal(Donors.Customers.Sum(donor => Model.ExpectedPurchases(donor.History, 2)), found.ExpectedTotal, 9);
        Assert.Equal(Donors.Customers.Sum(donor => donor.HoldoutPurchases), found.ActualTotal);
        Assert.Equal((CalendarUnit.Year, PurchaseTiming.Opportunities, 2.0), (found.Unit, found.Timing, found.Length));
        Assert.NotNull(found.Top);
    }

    [Fact]
    public void FrequencyFit_OfOpportunities_CountsAllCustomers()
    {
        FrequencyFit fit = FrequencyFit.Of(Model, Donors.Histories);

        Assert.Equal(240, fit.Rows.Sum(row => row.Customers));
        Assert.Equal(240, fit.Rows.Sum(row => row.Expected), 9);
    }

    [Fact]
    public void PurchaseTracking_OfOpportunities_CountsThoseThatHaveCome()
    {
        PurchaseTracking points = PurchaseTracking.Of(Model, Donors, [0, 1, 1.5, 5, 7, 8]);

        Assert.Equal(0, points[0].Actual);
        Assert.Equal((points[1].Actual, points[1].Expected), (points[2].Actual, points[2].Expected));
        Assert.Equal(Donors.Customers.Sum(donor => donor.Frequency), points[3].Actual);
        Assert.Equal(Donors.Customers.Sum(donor => donor.Frequency + donor.HoldoutPurchases), points[4].Actual);
        Assert.Null(points[5].Actual);
        Assert.Equal(80 * Model.ExpectedPurchases(5) + 80 * Model.ExpectedPurchases(4) + 80 * Model.ExpectedPurchases(3), points[3].Expected, 9);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(points, JsonKinds.Again(points, options)));
    }

    [Fact]
    public void LifetimeValue_OfOpportunities_DiscountsEachForItsTime()
    {
        PurchaseHistory history = new(3, 4, 5);
        double first = Model.ExpectedPurchases(history, 1), second = Model.ExpectedPurchases(history, 2) - first;
        double discounted = LifetimeValue.DiscountedPurchases(Model, history, new() { Months = 30, AnnualDiscountRate = 0.1 });

        Assert.Equal(first / 1.1 + second / 1.21, discounted, 12);
        Assert.Equal(0, LifetimeValue.DiscountedPurchases(Model, history, new() { Months = 11 }));
        Assert.Equal(
            LifetimeValue.DiscountedPurchases(Model, history, new() { Months = 1200, AnnualDiscountRate = 0.5 }), Model.DiscountedPurchases(history, 0.5), 12);
        CustomerValues<int> values = LifetimeValue.OfAll(Model, Spend, Donors, new() { Months = 24 });
        Assert.Equal(240, values.Count);
        Assert.Equal(values.Sum(value => value.Value), values.Total);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(values, JsonKinds.Again(values, options)));
    }

    [Fact]
    public void Fit_OfALog_PredictsWithLimits()
    {
        FittedModel<BgBb> fit = BgBb.Fit(Donors);
        PurchaseHistory history = Donors.Customers[0].History;
        ModelPrediction value = LifetimeValue.Predict(
            fit, GammaGamma.Fit(Donors.Spending), history, Donors.Customers[0].Spending, new() { Months = 36 });
        ModelPrediction drawn = ModelBootstrap.Predict(
            Donors.Histories, some => BgBb.Fit(some, CalendarUnit.Year), model => model.ExpectedPurchases(history, 2), resamples: 20);

        Assert.Equal(CalendarUnit.Year, fit.Model!.Unit);
        Assert.True(value.Value > 0, $"{value}");
        Assert.Equal(fit.Model.ExpectedPurchases(history, 2), drawn.Value);
        Assert.True(drawn.Lower < drawn.Upper, $"{drawn}");
    }

    [Fact]
    public void ModelComparison_OfDaysAndOpportunities_Refuses()
    {
        FittedModel<BgBb> fit = BgBb.Fit(Donors);
        ComparedModel days = ComparedModel.Of(FittedModelTests.Plain), opportunities = ComparedModel.Of(fit);

        Assert.Equal("BG/BB", ModelComparison.Of(opportunities, ComparedModel.Of("none", BgBb.Fit([new(0, 0, 3, 240)], CalendarUnit.Year))).Best!.Name);
        Assert.Contains(
            "models must count time in one way",
            Assert.Throws<ArgumentException>("models", () => ModelComparison.Of(days, opportunities)).Message,
            StringComparison.Ordinal);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(opportunities, JsonKinds.Again(opportunities, options)));
    }

    [Fact]
    public void Histories_InOtherTimes_AreRefused()
    {
        PurchaseHistories<string> days = PurchaseLogTests.Of([("A", 1, 10), ("A", 9, 10)], holdout: true);
        MbgNbd anyDay = new(0.5, 6, 0.9, 1.6, CalendarUnit.Year);

        ArgumentException error = Assert.Throws<ArgumentException>("histories", () => BgBb.Fit(days));
        Assert.StartsWith(
            "histories must count Opportunities, as PurchaseLog.SummariseOpportunities does, but count AnyDay", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("histories", () => MbgNbd.Fit(Donors));
        Assert.Throws<ArgumentException>("unit", () => BgBb.Fit(Donors.Histories, CalendarUnit.Month));
        Assert.Throws<ArgumentException>("histories", () => HoldoutValidation.Of(Model, days));
        Assert.Throws<ArgumentException>("histories", () => HoldoutValidation.Of(anyDay, Donors));
        Assert.Throws<ArgumentException>("histories", () => FrequencyFit.Of(Model, days.Histories));
        Assert.Throws<ArgumentException>("histories", () => PurchaseTracking.Of(anyDay, Donors, [1]));
        Assert.Throws<ArgumentException>("histories", () => LifetimeValue.OfAll(anyDay, Spend, Donors));
        Assert.Throws<ArgumentException>("histories", () => Model.LogLikelihood(days.Histories));
        Assert.Contains(
            "PurchaseLog.SummariseOpportunities counts them",
            Assert.Throws<ArgumentOutOfRangeException>("histories", () => BgBb.Fit([new(1, 30.43, 38.86)], CalendarUnit.Week)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Model.PurchaseProbability(1, 1_000_001));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Model.ExpectedPurchases(-1));
    }

    [Fact]
    public void HistoriesAndTimes_RefusedWithin_NameTheArgument()
    {
        PurchaseHistory[] parts = [new(1, 1, 2), new(1, 0.5, 2)];

        Assert.Contains(
            "(at position 1)",
            Assert.Throws<ArgumentOutOfRangeException>("histories", () => BgBb.Fit(parts, CalendarUnit.Year)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("histories", () => Model.LogLikelihood(parts));
        Assert.Throws<ArgumentOutOfRangeException>("times", () => PurchaseTracking.Of(Model, Donors, [1, -1]));
    }
}
