using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class BgBbLaws
{
    private static Gen<BgBb> Model => SomePurchases.UsualParameters.Select(p => new BgBb(p[2], p[3], p[0], p[1], CalendarUnit.Year));

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
    [Property(MaxTest = 50 * Law.Rounds)]
    public Property LikelihoodsOfAllHistoriesAddUpToOne() => Law.ForAll(Model, model =>
    {
        double sum = 0;
        for (int bought = 0; bought < 64; bought++)
        {
            int last = 6 - (bought == 0 ? 6 : System.Numerics.BitOperations.TrailingZeroCount(bought));
            sum += Math.Exp(model.LogLikelihood([new PurchaseHistory(System.Numerics.BitOperations.PopCount((uint)bought), last, 6)]));
        }

        Assert.Equal(1, sum, 1e-12);
    });

    /// <summary>Rows that share their terms, beside each row for itself.</summary>
    [Property(MaxTest = 30 * Law.Rounds)]
    public Property TheLikelihoodOfAllIsTheSumOfThatOfEach() => Law.ForAll(
        from model in Model from histories in History.ArrayOf(200) select (model, histories),
        x => Assert.True(Law.IsClose(x.histories.Sum(history => x.model.LogLikelihood([history])), x.model.LogLikelihood(x.histories), 1e-10)));

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

            Assert.Equal(sum, x.model.DiscountedPurchases(x.history, 0.1), 1e-9);
        });

    [Property(MaxTest = 30 * Law.Rounds)]
    public Property ManyOpportunitiesAreTheSumOfSingleOnes() => Law.ForAll(
        from model in Gen.OneOf(Model, SomePurchases.UsualParameters.Select(p => new BgBb(p[2], p[3], 1, p[1], CalendarUnit.Year)))
        from history in History
        select (model, history),
        x =>
        {
            double alive = x.model.ProbabilityAlive(x.history), one = x.model.ExpectedPurchases(x.history, 1), stays = 1, sum = 0;
            for (int k = 0; k < 3000; k++)
            {
                stays *= (x.model.Delta + x.history.Age + k) / (x.model.Gamma + x.model.Delta + x.history.Age + k);
                sum += stays;
            }

            double first = (x.model.Delta + x.history.Age) / (x.model.Gamma + x.model.Delta + x.history.Age);
            Assert.True(Law.IsClose(alive * stays, x.model.ProbabilityAlive(x.history, 3000), 1e-11));
            Assert.True(Law.IsClose(one / first * sum, x.model.ExpectedPurchases(x.history, 3000), 1e-11));
        });

    [Property]
    public Property BetweenOpportunitiesNothingHappens() => Law.ForAll(
        from model in Model from history in History from n in Gen.Choose(0, 2000) select (model, history, n),
        x =>
        {
            Assert.Equal(x.model.ExpectedPurchases(x.history, x.n), x.model.ExpectedPurchases(x.history, x.n + 0.99));
            Assert.Equal(x.model.ProbabilityAlive(x.history, x.n), x.model.ProbabilityAlive(x.history, x.n + 0.99));
            Assert.Equal(x.model.ExpectedPurchases(x.n), x.model.ExpectedPurchases(x.n / 3.0 * 3));
        });

    [Property]
    public Property LaterOpportunitiesBringMoreAndFindFewer() => Law.ForAll(
        from model in Model from history in History select (model, history),
        x =>
        {
            double bought = 0, alive = x.model.ProbabilityAlive(x.history);
            Assert.Equal(0, x.model.ExpectedPurchases(x.history, 0));
            foreach (double time in new[] { 1, 2, 999, 1000, 1001, 1500, 1e4, 1e6, 1e9, 1e12 })
            {
                double until = x.model.ExpectedPurchases(x.history, time), later = x.model.ProbabilityAlive(x.history, time);
                Assert.True(bought * (1 - 1e-14) <= until && double.IsFinite(until), $"{until} until {time}, {bought} before");
                Assert.True(later <= alive && later >= 0, $"{later} at {time}, {alive} before");
                (bought, alive) = (until, later);
            }
        });

    [Property]
    public Property DiscountedPurchasesFallWithTheRateWhateverTheUnit() => Law.ForAll(
        from p in SomePurchases.UsualParameters from history in History from unit in Gen.Elements(Enum.GetValues<CalendarUnit>()) select (p, history, unit),
        x =>
        {
            BgBb model = new(x.p[2], x.p[3], x.p[0], x.p[1], x.unit);
            double slow = model.DiscountedPurchases(x.history, 0.1), fast = model.DiscountedPurchases(x.history, 0.2);
            Assert.True(fast < slow && double.IsFinite(slow) && fast > 0, $"{fast} and {slow}");
        });

    [Property]
    public Property WhoBoughtAtTheLastOpportunityIsAlive() => Law.ForAll(Model, model =>
    {
        Assert.Equal(1, model.ProbabilityAlive(new PurchaseHistory(2, 5, 5)));
        Assert.True(model.ProbabilityAlive(new PurchaseHistory(2, 5, 5), 3) < 1);
        Assert.Throws<ArgumentOutOfRangeException>("history", () => model.ProbabilityAlive(new PurchaseHistory(2, 1.5, 5)));
        Assert.Throws<ArgumentOutOfRangeException>("histories", () => BgBb.Fit([new PurchaseHistory(3, 2, 5)], CalendarUnit.Year));
    });
}
