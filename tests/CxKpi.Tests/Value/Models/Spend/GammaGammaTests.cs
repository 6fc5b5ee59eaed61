using CxKpi.Value;

namespace CxKpi.Tests.Value;

public class GammaGammaTests
{
    [Fact]
    public void Fit_OfZeroAndNegativeAmounts_LeavesThemOut()
    {
        SpendHistory[] sound = [.. Enumerable.Range(1, 40).Select(i => new SpendHistory(i % 5 + 1, 10 + i * 7 % 23))];
        FittedModel<GammaGamma> fit = GammaGamma.Fit([.. sound, default, new(0, 0), new(3, 0), new(2, -5, customers: 4)]);

        Assert.Equal(40, fit.Customers);
        Assert.Equal(6, fit.LeftOut);
        Assert.Equal(GammaGamma.Fit(sound).Parameters, fit.Parameters);
    }

    [Fact]
    public void Fit_OfAmountsThatSayNothing_HasNoModel()
    {
        Assert.Equal(FitOutcome.NoCustomers, GammaGamma.Fit([]).Outcome);
        Assert.Equal(FitOutcome.NoCustomers, GammaGamma.Fit([new(3, -1)]).Outcome);
        Assert.Equal(FitOutcome.NoSpread, GammaGamma.Fit([new(3, 20)]).Outcome);
        FittedModel<GammaGamma> vast = GammaGamma.Fit([new(3, 1e30), new(2, 1.6e29), new(9, 1.7e29), new(4, 5e29)]);
        Assert.Equal(vast.Outcome == FitOutcome.BeyondRange, vast.Model is null);
        Assert.True(Enum.IsDefined(GammaGamma.Fit([new(3, 1e-40), new(2, 1e30), new(9, 3)]).Outcome));
        Assert.NotNull(SpendIndependence.Of([new(3, 1e30), new(2, 1.6e29), new(9, 1.7e29)]).Pearson);
        Assert.Equal(FitOutcome.NoSpread, GammaGamma.Fit([new(3, 20, customers: 9), new(1, 20)]).Outcome);
        Assert.Null(GammaGamma.Fit([new(3, 20)]).Model);
    }

    [Fact]
    public void ExpectedMeanAmount_WithoutALimit_IsNull()
    {
        GammaGamma wide = new(2, 0.8, 15);

        Assert.Null(wide.MeanAmount);
        Assert.Equal(2 * (15 + 20) / 1.8, wide.ExpectedMeanAmount(new SpendHistory(1, 20))!.Value, 12);
        Assert.Equal(6.25 * 15.44 / 2.74, new GammaGamma(6.25, 3.74, 15.44).MeanAmount!.Value, 12);
    }

    [Fact]
    public void Independence_OfAmountsThatRiseWithPurchases_IsDoubtful()
    {
        SpendIndependence rising = SpendIndependence.Of(Enumerable.Range(1, 9).Select(i => new SpendHistory(i, 10 + i * i)));
        SpendIndependence none = SpendIndependence.Of([new(1, 10), new(1, 12), new(2, 10), new(2, 12)]);

        Assert.True(rising.IsDoubtful);
        Assert.Equal(1, rising.Spearman!.Value, 12);
        Assert.False(none.IsDoubtful);
        Assert.Equal(0, none.Pearson!.Value, 12);
        Assert.Null(SpendIndependence.Of([new(2, 5), new(2, 9)]).Pearson);
        Assert.Equal(rising, SpendIndependence.Of(Enumerable.Range(1, 9).Reverse().Select(i => new SpendHistory(i, 10 + i * i))));
    }

    [Fact]
    public void Independence_OfCustomersTogether_IsThatOfEach()
    {
        SpendIndependence together = SpendIndependence.Of([new(1, 10, customers: 3), new(4, 30, customers: 2), new(2, 5)]);
        SpendIndependence apart = SpendIndependence.Of([new(1, 10), new(4, 30), new(1, 10), new(2, 5), new(4, 30), new(1, 10)]);

        Assert.Equal(together, apart);
        Assert.All(JsonKinds.ForEveryType, options => Assert.Equal(together, JsonKinds.Again(together, options)));
    }
}
