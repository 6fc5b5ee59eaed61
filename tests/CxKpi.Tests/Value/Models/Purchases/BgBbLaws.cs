using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class BgBbLaws
{
    private static Gen<BgBb> Model => SomePurchases.UsualParameters.Select(p => new BgBb(p[2], p[3], p[0], p[1]));

    private static Gen<PurchaseHistory> History =>
        from x in Gen.Choose(0, 6)
        from passed in Gen.Choose(0, 6)
        from since in Gen.Choose(0, 9)
        select new PurchaseHistory(x, x == 0 ? 0 : x + passed, x + passed + since);

    [Property]
    public Property ProbabilitiesOfAllNumbersOfPurchasesAddUpToOne() => Law.ForAll(Model, model =>
        Assert.Equal(1, Enumerable.Range(0, 11).Sum(n => model.PurchaseProbability(n, 10)), 12));

    [Property]
    public Property ExpectedPurchasesAreTheMeanOfTheirProbabilities() => Law.ForAll(Model, model =>
        Law.IsClose(model.ExpectedPurchases(10), Enumerable.Range(0, 11).Sum(n => n * model.PurchaseProbability(n, 10)), 1e-12));

    /// <summary>The slow and obvious model: every way to buy at some of six opportunities.</summary>
    [Property(MaxTest = 50)]
    public Property LikelihoodsOfAllHistoriesAddUpToOne() => Law.ForAll(Model, model =>
    {
        double sum = 0;
        for (int bought = 0; bought < 64; bought++)
        {
            int last = 6 - (bought == 0 ? 6 : System.Numerics.BitOperations.TrailingZeroCount(bought));
            sum += Math.Exp(model.LogLikelihood([new PurchaseHistory(System.Numerics.BitOperations.PopCount((uint)bought), last, 6)]));
        }

        Assert.Equal(1, sum, 12);
    });

    [Property]
    public Property DiscountedPurchasesAreTheSumOverOpportunities() => Law.ForAll(
        from model in Model from history in History select (model, history),
        x =>
        {
            double sum = 0, before = 0;
            for (int k = 1; k <= 400; k++)
            {
                double until = x.model.ExpectedPurchases(x.history, k);
                sum += (until - before) * Math.Pow(1.1, -k);
                before = until;
            }

            Assert.Equal(sum, x.model.DiscountedPurchases(x.history, 0.1), 9);
        });

    [Property]
    public Property WhoBoughtAtTheLastOpportunityIsAlive() => Law.ForAll(Model, model =>
    {
        Assert.Equal(1, model.ProbabilityAlive(new PurchaseHistory(2, 5, 5)));
        Assert.True(model.ProbabilityAlive(new PurchaseHistory(2, 5, 5), 3) < 1);
        Assert.Throws<ArgumentOutOfRangeException>("history", () => model.ProbabilityAlive(new PurchaseHistory(2, 1.5, 5)));
        Assert.Throws<ArgumentOutOfRangeException>("history", () => BgBb.Fit([new PurchaseHistory(3, 2, 5)]));
    });
}
