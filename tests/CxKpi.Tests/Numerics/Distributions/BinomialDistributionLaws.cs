using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class BinomialDistributionLaws
{
    private static readonly Gen<(long K, long N, double P)> Counts =
        from n in Generators.Magnitude(1, 1e6).Select(size => (long)size)
        from share in Generators.Real(0, 1)
        from p in Generators.Real(0.001, 0.999)
        select ((long)(share * n), n, p);

    [Property]
    public Property CumulativeProbabilityIsTheSumOfProbabilities() =>
        Law.ForAll(
            from n in Gen.Choose(0, 60) from k in Gen.Choose(0, n) from p in Generators.Real(0.001, 0.999) select (k, n, p),
            x => Reference.Close(
                Enumerable.Range(0, x.k + 1).Sum(i => BinomialDistribution.Probability(i, x.n, x.p)), BinomialDistribution.Cdf(x.k, x.n, x.p), 1e-12));

    [Property]
    public Property AtMostAndMoreThanMakeOne() =>
        Law.ForAll(Counts, x => Math.Abs(BinomialDistribution.Cdf(x.K, x.N, x.P) + BinomialDistribution.AtLeast(x.K + 1, x.N, x.P) - 1) < 1e-15);

    [Property]
    public Property QuantileIsTheFirstCountThatReachesTheLevel() =>
        Law.ForAll(
            from count in Counts from level in Generators.Real(0.001, 0.999) select (count.N, count.P, level),
            x =>
            {
                long k = BinomialDistribution.Quantile(x.level, x.N, x.P);
                return Reached(k) && !Reached(k - 1);

                bool Reached(long count) => x.level < 0.5
                    ? BinomialDistribution.Cdf(count, x.N, x.P) >= x.level
                    : BinomialDistribution.AtLeast(count + 1, x.N, x.P) <= 1 - x.level;
            });

    [Property]
    public Property SuccessesAndFailuresAreMirrored() =>
        Law.ForAll(
            from n in Gen.Choose(0, 200) from k in Gen.Choose(0, n) from p in Gen.Choose(1, 15) select (k, n, p: p / 16.0),
            x => Reference.Close(BinomialDistribution.Cdf(x.k, x.n, x.p), BinomialDistribution.AtLeast(x.n - x.k, x.n, 1 - x.p), 1e-12));
}
