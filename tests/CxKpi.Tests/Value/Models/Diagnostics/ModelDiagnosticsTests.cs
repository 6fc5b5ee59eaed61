using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class ModelDiagnosticsTests
{
    private static readonly BgNbd Model = new(0.8, 20, 0.5, 3, CalendarUnit.Day);

    private static readonly PurchaseHistories<string> Log = PurchaseLogTests.Of(
        [("A", 1, 10), ("A", 9, 10), ("A", 31, 5), ("B", 3, 10), ("C", 3, 10), ("C", 5, 5), ("C", 8, 5), ("C", 33, 5), ("C", 36, 5)], holdout: true);

    [Fact]
    public void HoldoutValidation_CustomersOfWhomAsMuchIsExpected_ShareTheLastPlace()
    {
        (string, int, decimal)[] rows = [("A", 1, 10), ("A", 9, 10), ("A", 35, 100), ("B", 1, 10), ("B", 9, 10)];
        GammaGamma spend = new(6, 4, 15);

        foreach ((string, int, decimal)[] order in ((string, int, decimal)[][])[rows, [.. rows.OrderByDescending(row => row.Item1)]])
        {
            HoldoutValidation found = HoldoutValidation.Of(Model, spend, PurchaseLogTests.Of(order, holdout: true), top: 1);

            Assert.Equal((1, 50m), (found.Top!.Value.Customers, found.Top.Value.ActualAmount));
        }
    }

    [Fact]
    public void HoldoutValidation_AmountsBeyondADecimalTogether_HaveNoTotal()
    {
        HoldoutValidation found = HoldoutValidation.Of(
            Model, new GammaGamma(6, 1.5, 1e50), PurchaseLogTests.Of([("A", 1, 10), ("A", 35, 7e28m), ("B", 1, 10), ("B", 35, 7e28m)], holdout: true));

        Assert.Null(found.ActualAmount);
        Assert.Null(found.Top);
        Assert.NotEmpty(found.ToText());
    }

    [Fact]
    public void FrequencyFit_RowsBeyondTheData_AreOne()
    {
        BgNbd model = new(0.5, 2, 0.8, 2.4, CalendarUnit.Week);
        PurchaseHistory[] histories = [new(0, 0, 30), new(3, 8, 30), new(12, 20, 31)];

        Assert.Equal((8, 13, 13), (
            FrequencyFit.Of(model, histories).Rows.Count,
            FrequencyFit.Of(model, histories, 500).Rows.Count,
            FrequencyFit.Of(model, histories, 1000).Rows.Count));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => FrequencyFit.Of(model, histories, 1001));
    }

    [Fact]
    public void FrequencyFit_OfCustomers_CountsAllOfThem()
    {
        FrequencyFit fit = FrequencyFit.Of(Model, Log.Histories, most: 2);

        Assert.Equal([1L, 1L, 1L], fit.Rows.Select(row => row.Customers));
        Assert.Equal(3, fit.Rows.Sum(row => row.Expected), 12);
        Assert.StartsWith("2+: 1 customer, ", fit.Rows[2].ToString(), StringComparison.Ordinal);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(fit, JsonKinds.Again(fit, options)));
        Assert.Equal(0, FrequencyFit.Of(Model, []).Rows.Sum(row => row.Expected));
        Assert.Null(FrequencyFit.Of(Model, []).ChiSquare);
    }

    [Fact]
    public void HoldoutValidation_OfCustomers_ComparesEach()
    {
        HoldoutValidation found = HoldoutValidation.Of(Model, Log, most: 2);
        double[] errors = [.. Log.Customers.Select(x => Model.ExpectedPurchases(x.History, 15) - x.HoldoutPurchases)];

        Assert.Equal((3, 3), (found.Customers, found.ActualTotal));
        Assert.Equal(errors.Average(), found.Bias!.Value, 12);
        Assert.Equal(errors.Average(Math.Abs), found.MeanAbsoluteError!.Value, 12);
        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), found.RootMeanSquaredError!.Value, 12);
        Assert.Equal([0.0, 1.0, 2.0], found.Rows.Select(row => row.Actual!.Value));
        Assert.StartsWith("2+: 1 customer, 2.00 purchases", found.Rows[2].ToString(), StringComparison.Ordinal);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(found, JsonKinds.Again(found, options)));
        Assert.Throws<ArgumentException>("histories", () => HoldoutValidation.Of(Model, PurchaseLogTests.Of([("A", 1, 1)])));
    }

    [Fact]
    public void HoldoutValidation_WithSpending_ComparesAmounts()
    {
        GammaGamma spend = new(6.25, 3.74, 15.44);
        HoldoutValidation found = HoldoutValidation.Of(Model, spend, Log, most: 2, top: 1);
        double[] expected = [.. Log.Customers.Select(x => Model.ExpectedPurchases(x.History, 15) * spend.ExpectedMeanAmount(x.Spending)!.Value)];
        int largest = Array.IndexOf(expected, expected.Max());

        Assert.Equal(15m, found.ActualAmount);
        Assert.Equal(expected.Sum(), found.ExpectedAmount!.Value, 9);
        Assert.Equal([0.0, 5.0, 10.0], found.Rows.Select(row => row.ActualAmount!.Value));
        Assert.Equal(expected[0], found.Rows[1].ExpectedAmount!.Value, 9);
        HoldoutTop one = found.Top!.Value;
        Assert.Equal((1, Log.Customers[largest].HoldoutAmount, expected.Max()), (one.Customers, one.ActualAmount, one.ExpectedAmount));
        Assert.Contains("amount 15.00", found.ToString(), StringComparison.Ordinal);
        Assert.Contains("Erwarteter Betrag", found.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(found, JsonKinds.Again(found, options)));
        Assert.Null(HoldoutValidation.Of(Model, Log).Top);
        Assert.Throws<ArgumentOutOfRangeException>("top", () => HoldoutValidation.Of(Model, spend, Log, top: 0));
    }

    [Fact]
    public void HoldoutValidation_OfSpendingWithoutALimit_HasNoExpectedTotal()
    {
        HoldoutValidation found = HoldoutValidation.Of(Model, new GammaGamma(2, 0.8, 15), Log, most: 2);

        Assert.Null(found.ExpectedAmount);
        Assert.Null(found.Rows[0].ExpectedAmount);
        Assert.Equal(2, found.Top!.Value.Customers);
    }

    [Fact]
    public void PurchaseTracking_OfDays_CountsThemOnceTheyAreOver()
    {
        PurchaseTracking points = PurchaseTracking.Of(Model, Log, [0, 8, 9, 45]);

        Assert.Equal([0L, 2L, 3L, 6L], points.Select(point => point.Actual!.Value));
        Assert.Equal(Model.ExpectedPurchases(8) + 2 * Model.ExpectedPurchases(6), points[1].Expected, 12);
    }

    [Fact]
    public void PurchaseTracking_AfterTheEndOfObservation_HasNoActualPurchases()
    {
        PurchaseTracking points = PurchaseTracking.Of(Model, Log, [45, 45.5, 90]);

        Assert.Equal([6L, null, null], points.Select(point => point.Actual));
        Assert.True(points[2].Expected > points[0].Expected);
        Assert.Matches("^90: [0-9.]+ expected$", points[2].ToString());
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(points[2], JsonKinds.Again(points[2], options)));
    }

    [Fact]
    public void ModelComparison_OfFits_HasTheBestFirst()
    {
        PurchaseHistory[] customers = SomePurchases.Simulated(800, [0.8, 6, 0.9, 3], early: true, seed: 4);
        ModelComparison compared = ModelComparison.Of(
            ComparedModel.Of("Pareto/NBD", ParetoNbd.Fit(customers, CalendarUnit.Week)),
            ComparedModel.Of("MBG/NBD", MbgNbd.Fit(customers, CalendarUnit.Week)));

        Assert.Equal("MBG/NBD", compared.Best!.Name);
        Assert.True(compared.Models[0].Aic < compared.Models[1].Aic);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(compared, JsonKinds.Again(compared, options)));
        Assert.Throws<ArgumentException>("models", () => ModelComparison.Of(
            [compared.Models[0], ComparedModel.Of("other", BgNbd.Fit(customers[1..], CalendarUnit.Week))]));
        Assert.Null(ModelComparison.Of(ComparedModel.Of("none", BgNbd.Fit([], CalendarUnit.Week))).Best);
    }
}
