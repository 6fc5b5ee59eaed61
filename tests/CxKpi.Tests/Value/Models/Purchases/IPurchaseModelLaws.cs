using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

/// <summary>What holds for every model of purchases.</summary>
public class IPurchaseModelLaws
{
    private static Gen<(IPurchaseModel Model, PurchaseHistory History)> Cases =>
        from model in SomePurchases.Usual
        from history in SomePurchases.History
        select (model, history);

    private static Gen<double> Time => SomePurchases.Between(0.1, 60);

    [Property(MaxTest = 40 * Law.Rounds)]
    public Property ProbabilitiesOfAllNumbersOfPurchasesAddUpToOne() => Law.ForAll(SomePurchases.Usual, model =>
        Assert.Equal(1, Enumerable.Range(0, 300).Sum(n => model.PurchaseProbability(n, 12)), 9));

    [Property(MaxTest = 40 * Law.Rounds)]
    public Property ExpectedPurchasesAreTheMeanOfTheirProbabilities() => Law.ForAll(SomePurchases.Usual, model =>
        Assert.True(Law.IsClose(model.ExpectedPurchases(12), Enumerable.Range(0, 300).Sum(n => n * model.PurchaseProbability(n, 12)), 1e-7)));

    [Property]
    public Property ExpectedPurchasesRiseFromZeroWithTime() => Law.ForAll(Cases, x =>
    {
        double before = 0;
        Assert.Equal(0, x.Model.ExpectedPurchases(x.History, 0));
        Assert.Equal(0, x.Model.ExpectedPurchases(0));
        foreach (double time in new[] { 1e-6, 0.5, 3, 20, 150, 2000 })
        {
            double purchases = x.Model.ExpectedPurchases(x.History, time);
            Assert.True(purchases > before, $"{purchases} until {time}, {before} before");
            before = purchases;
        }
    });

    [Property]
    public Property ANewCustomerIsOneOfAgeZero() => Law.ForAll(SomePurchases.Usual.Where(model => model is not MbgNbd), model =>
        Assert.Equal(model.ExpectedPurchases(7), model.ExpectedPurchases(new PurchaseHistory(0, 0, 0), 7), 12));

    [Property]
    public Property ProbabilityAliveFallsWithTheTimeSinceTheLastPurchase() => Law.ForAll(Cases, x =>
    {
        PurchaseHistory later = new(x.History.Frequency, x.History.Recency, x.History.Age + 5);
        Assert.True(x.Model.ProbabilityAlive(later) <= x.Model.ProbabilityAlive(x.History));
    });

    [Property]
    public Property ProbabilityAliveLaterFallsFromThatNow() => Law.ForAll(Cases, x =>
    {
        Assert.Equal(x.Model.ProbabilityAlive(x.History), x.Model.ProbabilityAlive(x.History, 0), 1e-14);
        Assert.True(x.Model.ProbabilityAlive(x.History, 9) <= x.Model.ProbabilityAlive(x.History, 4));
        Assert.True(x.Model.ProbabilityAlive(x.History, 4) <= x.Model.ProbabilityAlive(x.History));
    });

    [Property]
    public Property BeingAliveAndSilentIsWhatAnOlderHistorySays() => Law.ForAll(
        from model in SomePurchases.Usual from history in SomePurchases.History from time in Time select (model, history, time),
        x =>
        {
            // P(no purchase in the time, alive at its end) = P(alive later | history) where nothing was bought, by the rule of Bayes on likelihoods.
            PurchaseHistory older = new(x.history.Frequency, x.history.Recency, x.history.Age + x.time);
            double silent = Math.Exp(x.model.LogLikelihood([older]) - x.model.LogLikelihood([x.history]));
            Assert.InRange(silent, 0, 1 + 1e-12);
            Assert.True(silent * x.model.ProbabilityAlive(older) <= x.model.ProbabilityAlive(x.history, x.time) + 1e-12);
        });

    [Property(MaxTest = 60 * Law.Rounds)]
    public Property DiscountedPurchasesAreTheSumOverManyMonths() => Law.ForAll(Cases, x =>
    {
        LifetimeValueOptions months = new() { Months = 1200, AnnualDiscountRate = 0.3, Timing = ValueTiming.MiddleOfMonth };
        double discounted = x.Model.DiscountedPurchases(x.History, 0.3), summed = LifetimeValue.DiscountedPurchases(x.Model, x.History, months);

        Assert.True(Law.IsClose(1, discounted / summed, 3e-3), $"{discounted} and {summed}");
    });

    [Property]
    public Property DiscountedPurchasesFallWithTheRate() => Law.ForAll(Cases, x =>
        Assert.True(x.Model.DiscountedPurchases(x.History, 0.2) < x.Model.DiscountedPurchases(x.History, 0.1)));

    [Property(MaxTest = 400 * Law.Rounds)]
    public Property EveryFigureOfEveryInputIsFinite() => Law.ForAll(
        from model in SomePurchases.Any
        from history in SomePurchases.AnyHistory
        from time in Gen.Elements(0, 1e-6, 1, 30, 1e4, 1e9)
        select (model, history, time),
        x =>
        {
            Assert.InRange(x.model.ProbabilityAlive(x.history), 0, 1);
            Assert.InRange(x.model.ProbabilityAlive(x.history, x.time), 0, 1);
            Assert.InRange(x.model.ExpectedPurchases(x.history, x.time), 0, double.MaxValue);
            Assert.InRange(x.model.ExpectedPurchases(x.time), 0, double.MaxValue);
            Assert.InRange(x.model.DiscountedPurchases(x.history, 0.1), 0, double.MaxValue);
            Assert.InRange(x.model.PurchaseProbability(x.history.Frequency, x.time), 0, 1 + 1e-9);
            Assert.True(double.IsFinite(x.model.LogLikelihood([x.history])));
        });

    [Property]
    public Property ExpectedPurchasesAreSteadyWhereAFormIsZeroOverZero() => Law.ForAll(
        from p in SomePurchases.UsualParameters from time in Time select (p, time),
        x =>
        {
            double At(double a) => new BgNbd(x.p[0], x.p[1], a, x.p[3], CalendarUnit.Week).ExpectedPurchases(x.time);
            Assert.True(Law.IsClose(At(1), (At(1 - 1e-5) + At(1 + 1e-5)) / 2, 1e-8));
            double Leaving(double s) => new ParetoNbd(x.p[0], x.p[1], s, x.p[3], CalendarUnit.Week).ExpectedPurchases(x.time);
            Assert.True(Law.IsClose(Leaving(1), (Leaving(1 - 1e-5) + Leaving(1 + 1e-5)) / 2, 1e-8));
        });
}
