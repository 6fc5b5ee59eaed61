using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class GammaGammaLaws
{
    private static Gen<GammaGamma> Model =>
        from p in SomePurchases.Between(0.05, 9)
        from q in SomePurchases.Between(0.05, 6)
        from v in SomePurchases.Between(0.5, 40)
        select new GammaGamma(p, q, v);

    private static Gen<SpendHistory> History =>
        from x in Gen.Choose(0, 30) from mean in SomePurchases.Between(-20, 90) select new SpendHistory(x, x == 0 ? 0 : mean);

    private static Gen<SpendHistory[]> Shop => History.Where(x => x.MeanAmount > 0).ArrayOf(60);

    [Property]
    public Property TheExpectedMeanIsNeverNegative() => Law.ForAll(
        from model in Model from history in History select (model, history),
        x => Assert.True(x.model.ExpectedMeanAmount(x.history) is null or >= 0));

    [Property(MaxTest = 20 * Law.Rounds)]
    public Property TheUnitOfMoneyScalesOneParameterAlone() => Law.ForAll(
        from shop in Shop from scale in Gen.Elements(1e-30, 1e-9, 7, 1e12, 1e24) select (shop, scale),
        x =>
        {
            FittedModel<GammaGamma> one = GammaGamma.Fit(x.shop);
            FittedModel<GammaGamma> other = GammaGamma.Fit(x.shop.Select(row => new SpendHistory(row.Purchases, row.MeanAmount * x.scale, row.Customers)));
            Assert.Equal(one.Outcome, other.Outcome);

            // Where customers differ little, Q and V are large and only their quotient is well determined.
            Assert.True(one.Outcome != FitOutcome.Converged
                || (Law.IsClose(1, other.Model!.V / x.scale / other.Model.Q / (one.Model!.V / one.Model.Q), 1e-6)
                    && Law.IsClose(1, other.Model.P / one.Model.P, 1e-6)
                    && Law.IsClose(1, other.Model.Q / one.Model.Q, 1e-4)));
        });

    [Property]
    public Property ManyPurchasesLeaveACustomerAtTheOwnMean() => Law.ForAll(
        from model in Model from mean in SomePurchases.Between(1, 90) select (model, mean),
        x => Assert.InRange(x.model.ExpectedMeanAmount(new SpendHistory(10_000_000, x.mean))!.Value / x.mean, 0.999, 1.001));

    [Property]
    public Property TheExpectedMeanLiesBetweenThatOfAllAndTheOwn() => Law.ForAll(
        from model in Model.Where(model => model.Q > 1) from history in History.Where(x => x.MeanAmount > 0) select (model, history),
        x =>
        {
            double all = x.model.MeanAmount!.Value, own = x.history.MeanAmount, expected = x.model.ExpectedMeanAmount(x.history)!.Value;
            Assert.InRange(expected, Math.Min(all, own) * (1 - 1e-12), Math.Max(all, own) * (1 + 1e-12));
        });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property TheUnitOfMoneyScalesTheScaleAlone() => Law.ForAll(Shop, customers =>
    {
        FittedModel<GammaGamma> euros = GammaGamma.Fit(customers);
        FittedModel<GammaGamma> cents = GammaGamma.Fit(customers.Select(x => new SpendHistory(x.Purchases, 100 * x.MeanAmount)));

        Assert.Equal(euros.Outcome, cents.Outcome);
        Assert.True(Law.IsClose(euros.LogLikelihood!.Value - 60 * Math.Log(100), cents.LogLikelihood!.Value, 1e-9));
        if (euros.Outcome == FitOutcome.Converged)
        {
            Assert.True(Law.IsClose(1, cents.Model!.V / (100 * euros.Model!.V), 1e-5));
            Assert.True(Law.IsClose(1, cents.Model.P / euros.Model.P, 1e-5));
        }
    });

    [Property(MaxTest = 8 * Law.Rounds)]
    public Property TheOrderOfCustomersChangesNothing() => Law.ForAll(Shop, customers =>
        Assert.Equal(GammaGamma.Fit(customers), GammaGamma.Fit(customers.Reverse())));
}
