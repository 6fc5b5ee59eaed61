using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class BinomialTestTests
{
    [Fact]
    public void TwoSidedPValue_ReferenceTable_IsRs() =>
        Reference.Agrees("binomial-test", row => BinomialTest.TwoSidedPValue((long)row[0], (long)row[1], row[2]), 2e-14);

    [Theory]
    [InlineData(0, 5, 0.0, 1.0)]
    [InlineData(1, 5, 0.0, 0.0)]
    [InlineData(5, 5, 1.0, 1.0)]
    [InlineData(4, 5, 1.0, 0.0)]
    [InlineData(0, 0, 0.4, 1.0)]
    public void TwoSidedPValue_CertainTargetOrNoTrials_IsAllOrNothing(long successes, long trials, double target, double expected) =>
        Assert.Equal(expected, BinomialTest.TwoSidedPValue(successes, trials, target));

    [Fact]
    public void TwoSidedPValue_MoreSuccessesThanTrials_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BinomialTest.TwoSidedPValue(6, 5, 0.5));
}

public class BinomialTestLaws
{
    [Property]
    public Property ThePValueIsTheSumOfOutcomesAtMostAsLikely() =>
        Law.ForAll(
            from n in Gen.Choose(1, 80) from k in Gen.Choose(0, n) from p in Generators.Real(0.01, 0.99) select (k, n, p),
            x =>
            {
                double limit = BinomialDistribution.Probability(x.k, x.n, x.p) * BinomialTest.EquallyLikely;
                double sum = Enumerable.Range(0, x.n + 1)
                    .Select(i => BinomialDistribution.Probability(i, x.n, x.p))
                    .Where(probability => probability <= limit)
                    .Sum();
                return Reference.Close(BinomialTest.TwoSidedPValue(x.k, x.n, x.p), Math.Min(1, sum), 1e-12);
            });
}
