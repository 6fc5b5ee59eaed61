using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

/// <summary>What holds for every model of purchases at parameters, times and rates that no shop has.</summary>
public class HardPurchaseModelLaws
{
    private static Gen<double> Anywhere => SomePurchases.Between(Math.Log(1e-6), Math.Log(1e6)).Select(Math.Exp);

    private static Gen<double> Rate => SomePurchases.Between(Math.Log(1e-12), 0).Select(Math.Exp);

    private static Gen<IPurchaseModel> Model =>
        from r in Anywhere
        from alpha in Anywhere
        from a in Gen.OneOf(Gen.Constant(1.0), Anywhere)
        from b in Anywhere
        from model in Gen.Elements<IPurchaseModel>(
            new BgNbd(r, alpha, a, b, CalendarUnit.Week), new MbgNbd(r, alpha, a, b, CalendarUnit.Week), new ParetoNbd(r, alpha, a, b, CalendarUnit.Week))
        select model;

    private static Gen<PurchaseHistory> History =>
        from x in Gen.Elements(0, 1, 3, 60, 5000, 1_000_000)
        from recency in Anywhere
        from since in Gen.OneOf(Gen.Constant(0.0), Anywhere)
        select new PurchaseHistory(x, x == 0 ? 0 : recency, recency + since);

    [Property(MaxTest = 100 * Law.Rounds)]
    public Property EveryFigureIsFiniteAndEveryProbabilityOne() => Law.ForAll(
        from model in Model from history in History from time in Anywhere from rate in Rate select (model, history, time, rate),
        x =>
        {
            Assert.InRange(x.model.ProbabilityAlive(x.history), 0, 1);
            Assert.InRange(x.model.ProbabilityAlive(x.history, x.time), 0, 1);
            Assert.InRange(x.model.PurchaseProbability(x.history.Frequency, x.time), 0, 1);
            Assert.Equal(1, x.model.PurchaseProbability(0, 0));
            Assert.InRange(x.model.ExpectedPurchases(x.time), 0, 1e300);
            Assert.InRange(x.model.ExpectedPurchases(x.history, x.time), 0, 1e300);
            Assert.InRange(x.model.DiscountedPurchases(x.history, x.rate), 0, 1e300);
        });

    [Property(MaxTest = 100 * Law.Rounds)]
    public Property DiscountedPurchasesFallWithTheRateHoweverSmallItIs() => Law.ForAll(
        from model in Model from history in History from rate in Rate select (model, history, rate),
        x =>
        {
            double higher = x.model.DiscountedPurchases(x.history, x.rate), lower = x.model.DiscountedPurchases(x.history, x.rate / 2);
            Assert.True(lower >= higher * (1 - 1e-9), $"{lower} and {higher}");
        });

    [Property(MaxTest = 100 * Law.Rounds)]
    public Property DiscountedPurchasesWithoutDiscountAreThoseOfAllTime() => Law.ForAll(
        from r in SomePurchases.Between(0.5, 60)
        from alpha in Anywhere
        from a in SomePurchases.Between(2.5, 60)
        from b in Anywhere
        from history in History.Where(history => history.Frequency < 1000)
        select (r, alpha, a, b, history),
        x =>
        {
            // E(1/p) with p ~ Beta(a, b + x) is finite above a = 1, and so is the Pareto's lifetime above s = 1.
            BgNbd geometric = new(x.r, x.alpha, x.a, x.b, CalendarUnit.Week);
            double left = x.b + x.history.Frequency, all = geometric.ProbabilityAlive(x.history) * ((x.a + left - 1) / (x.a - 1));
            Near(all, geometric.DiscountedPurchases(x.history, 1e-100));
            ParetoNbd pareto = new(x.r, x.alpha, x.a, x.b, CalendarUnit.Week);
            double rate = (x.r + x.history.Frequency) / (x.alpha + x.history.Age), lifetime = (x.b + x.history.Age) / (x.a - 1);
            Near(pareto.ProbabilityAlive(x.history) * rate * lifetime, pareto.DiscountedPurchases(x.history, 1e-100));
        });

    private static void Near(double expected, double actual) =>
        Assert.True(expected < 1e-290 || Law.IsClose(1, actual / expected, 1e-9), $"{actual}, not {expected}");
}
