using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class ModelBootstrapTests
{
    private static readonly PurchaseHistory[] Customers = SomePurchases.Simulated(1500, [0.8, 6, 0.9, 3], early: true, seed: 21);

    private static readonly PurchaseHistory Asked = new(2, 20, 30);

    [Fact]
    public void Predict_ModelInAnotherUnit_IsRefusedAsByTheFit()
    {
        PurchaseHistories<string> weekly = PurchaseLog.Summarise(
            [("A", 1), ("A", 9), ("B", 3)],
            row => row.Item1,
            row => new NodaTime.LocalDate(2024, 1, 1).PlusDays(row.Item2),
            _ => 10m,
            CalendarUnit.Week,
            new NodaTime.LocalDate(2024, 3, 1));

        Assert.Throws<ArgumentException>("unit", () => ModelBootstrap.Predict(
            weekly.Histories, sample => MbgNbd.Fit(sample, CalendarUnit.Day), model => model.ExpectedPurchases(30)));
    }

    [Fact]
    public void Predict_OfManyCustomers_IsNearTheDeltaMethod()
    {
        ModelPrediction drawn = Predict(Customers), delta = MbgNbd.Fit(Customers, CalendarUnit.Week).Amount(Figure);

        Assert.Equal(delta.Value, drawn.Value);
        Assert.InRange(drawn.StandardError!.Value / delta.StandardError!.Value, 0.7, 1.4);
        Assert.InRange((drawn.Upper!.Value - drawn.Lower!.Value) / (delta.Upper!.Value - delta.Lower!.Value), 0.6, 1.5);
        Assert.True(drawn.Lower < drawn.Value && drawn.Value < drawn.Upper);
    }

    [Fact]
    public void Predict_InAnyOrder_GivesTheSameLimits()
    {
        Assert.Equal(Predict(Customers[..300]), Predict(Customers[..300].Reverse()));
        Assert.NotEqual(Predict(Customers[..300]), Predict(Customers[..300], seed: 2));
    }

    [Fact]
    public void Predict_OfManyMillions_DrawsGroupsAtOnce()
    {
        PurchaseHistory[] shop = [new(0, 0, 30, 4_000_000_000), new(1, 9, 30, 2_000_000_000), new(4, 22, 30, 1_000_000_000), new(9, 29, 30, 500_000_000)];
        ModelPrediction drawn = Predict(shop);

        Assert.InRange(drawn.Value!.Value, 0, 26);
        Assert.Equal(drawn, Predict(shop));
    }

    [Fact]
    public void Predict_WithoutAModel_HasNoFigure() => Assert.Null(Predict([new(0, 0, 3)]).Value);

    [Fact]
    public void Predict_WrongArguments_NameThem()
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            "resamples", () => ModelBootstrap.Predict(Customers, drawn => MbgNbd.Fit(drawn, CalendarUnit.Week), Figure, resamples: 3));
        Assert.Throws<ArgumentOutOfRangeException>(
            "figure", () => ModelBootstrap.Predict(Customers, drawn => MbgNbd.Fit(drawn, CalendarUnit.Week), _ => double.NaN, resamples: 20));
        Assert.Throws<ArgumentOutOfRangeException>(
            "figure", () => ModelBootstrap.Predict(Customers, drawn => MbgNbd.Fit(drawn, CalendarUnit.Week), model => model.R * 1e300, resamples: 20));
        Assert.Throws<ArgumentOutOfRangeException>(
            "confidence", () => ModelBootstrap.Predict(Customers, drawn => MbgNbd.Fit(drawn, CalendarUnit.Week), Figure, confidence: 95));
    }

    private static double? Figure(MbgNbd model) => model.ExpectedPurchases(Asked, 26);

    private static ModelPrediction Predict(IEnumerable<PurchaseHistory> customers, long seed = 1) =>
        ModelBootstrap.Predict(customers, drawn => MbgNbd.Fit(drawn, CalendarUnit.Week), Figure, resamples: 60, seed: seed);
}
