using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class ModelDiagnosticsTests
{
    private static readonly BgNbd Model = new(0.8, 20, 0.5, 3, CalendarUnit.Day);

    private static readonly PurchaseHistories<string> Log = PurchaseLogTests.Of(
        [("A", 1, 10), ("A", 9, 10), ("A", 31, 5), ("B", 3, 10), ("C", 3, 10), ("C", 5, 5), ("C", 8, 5), ("C", 33, 5), ("C", 36, 5)], holdout: true);

    [Fact]
    public void FrequencyFit_OfCustomers_CountsAllOfThem()
    {
        FrequencyFit fit = FrequencyFit.Of(Model, Log.Histories, most: 2);

        Assert.Equal([1L, 1L, 1L], fit.Rows.Select(row => row.Customers));
        Assert.Equal(3, fit.Rows.Sum(row => row.Expected), 12);
        Assert.Equal("2+: 1 customers", fit.Rows[2].ToString()[..15]);
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
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(found, JsonKinds.Again(found, options)));
        Assert.Throws<ArgumentException>("histories", () => HoldoutValidation.Of(Model, PurchaseLogTests.Of([("A", 1, 1)])));
    }

    [Fact]
    public void PurchaseTracking_OfDays_CountsThemOnceTheyAreOver()
    {
        IReadOnlyList<TrackingPoint> points = PurchaseTracking.Of(Model, Log, [0, 8, 9, 45]);

        Assert.Equal([0L, 2L, 3L, 6L], points.Select(point => point.Actual));
        Assert.Equal(Model.ExpectedPurchases(8) + 2 * Model.ExpectedPurchases(6), points[1].Expected, 12);
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
