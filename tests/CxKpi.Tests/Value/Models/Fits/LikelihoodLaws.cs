using CxKpi.Value;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

/// <summary>What holds for the likelihoods of all models.</summary>
public class LikelihoodLaws
{
    [Property(MaxTest = 60 * Law.Rounds)]
    public Property GradientsAreThoseOfDifferences() => Law.ForAll(
        from p in SomePurchases.UsualParameters from customers in SomePurchases.Customers from which in Gen.Choose(0, 4) select (p, customers, which),
        x =>
        {
            ILikelihood likelihood = Of(x.which, x.customers, threads: 0);
            double[] at = x.p[..likelihood.Parameters], gradient = new double[at.Length], unused = new double[at.Length];
            likelihood.At(at, gradient);
            for (int i = 0; i < at.Length; i++)
            {
                double step = 1e-4 * at[i];
                double Moved(double distance)
                {
                    double[] moved = [.. at];
                    moved[i] += distance;
                    return likelihood.At(moved, unused);
                }

                double difference = (8 * (Moved(step) - Moved(-step)) - (Moved(2 * step) - Moved(-2 * step))) / (12 * step);
                Assert.True(Law.IsClose(gradient[i], difference, 1e-6), $"{i}: {gradient[i]} and {difference}");
            }
        });

    [Property(MaxTest = 30 * Law.Rounds)]
    public Property ManyThreadsSumAsOneDoes() => Law.ForAll(
        from p in SomePurchases.UsualParameters from which in Gen.Choose(0, 2) from seed in Gen.Choose(1, 1000) select (p, which, seed),
        x =>
        {
            PurchaseHistory[] customers = SomePurchases.Simulated(9000, x.p, early: false, (ulong)x.seed);
            double[] one = new double[4], two = new double[4];

            Assert.Equal(Of(x.which, customers, threads: 1).At(x.p, one), Of(x.which, customers, threads: 2).At(x.p, two));
            Assert.Equal(one, two);
        });

    [Property]
    public Property GroupsCountAsTheirCustomers() => Law.ForAll(
        from p in SomePurchases.UsualParameters from customers in SomePurchases.Customers select (p, customers),
        x =>
        {
            double[] grouped = new double[4], apart = new double[4];
            double one = new BetaGeometricLikelihood(PurchaseTable.Of(x.customers), 0, 1).At(x.p, grouped);
            double other = new BetaGeometricLikelihood(PurchaseTable.Ungrouped(x.customers), 0, 1).At(x.p, apart);

            Assert.True(Law.IsClose(one, other, 1e-12));
            Assert.All(grouped.Zip(apart), pair => Assert.True(Law.IsClose(pair.First, pair.Second, 1e-11)));
        });

    private static ILikelihood Of(int which, PurchaseHistory[] customers, int threads) => which switch
    {
        0 => new BetaGeometricLikelihood(PurchaseTable.Of(customers), 0, threads),
        1 => new BetaGeometricLikelihood(PurchaseTable.Of(customers), 1, threads),
        2 => new ParetoLikelihood(PurchaseTable.Of(customers), threads),
        3 => new BgBbLikelihood(
            PurchaseTable.Of(customers.Select(x => new PurchaseHistory((int)Math.Min(x.Frequency, x.Recency), x.Recency, x.Age))), threads),
        _ => new GammaGammaLikelihood(SpendTable.Of(customers.Select(x => new SpendHistory(x.Frequency + 1, x.Age + 0.5))), threads),
    };
}
