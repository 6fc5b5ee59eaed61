using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class BinomialMixtureLaws
{
    private static readonly Gen<(BinomialMixture Mixture, long Hits)> Small =
        from size in Gen.Choose(1, 300)
        from hits in Gen.Choose(0, size)
        from centre in Generators.Real(-4, 4)
        from error in Generators.Real(0.01, 2)
        from freedom in Gen.Choose(7, 120)
        select (new BinomialMixture(centre, error, freedom, size), (long)hits);

    // The slow model: the mean of binomial probabilities at ten thousand equally likely log odds.
    [Property(MaxTest = 30 * Law.Rounds)]
    public Property AtMostIsTheMeanOfBinomialProbabilities() =>
        Law.ForAll(Small, x =>
        {
            const int Points = 10_000;
            double mean = Enumerable.Range(0, Points).Average(i => BinomialDistribution.Cdf(
                x.Hits,
                x.Mixture.Size,
                ShareScale.Share(x.Mixture.Centre + x.Mixture.Error * StudentTDistribution.Quantile((i + 0.5) / Points, x.Mixture.Freedom))));
            return Math.Abs(mean - x.Mixture.AtMost(x.Hits)) < 1e-4;
        });

    [Property]
    public Property AtMostAndMoreThanMakeOne() =>
        Law.ForAll(Small, x => Math.Abs(x.Mixture.AtMost(x.Hits) + x.Mixture.AtLeast(x.Hits + 1) - 1) < 1e-8);

    // Numbers below 1e-300 have lost their last digits.
    [Property]
    public Property WithoutErrorItIsBinomial() =>
        Law.ForAll(Small, x =>
        {
            double binomial = BinomialDistribution.Cdf(x.Hits, x.Mixture.Size, ShareScale.Share(x.Mixture.Centre));
            return Math.Abs(binomial - (x.Mixture with { Error = 0 }).AtMost(x.Hits)) <= 1e-12 * binomial + 1e-300;
        });

    [Property]
    public Property LimitsLeaveOutWhatHasLessThanTheirTail() =>
        Law.ForAll(Small, x =>
        {
            long lower = x.Mixture.Lower(0.025), upper = x.Mixture.Upper(0.025);
            return lower <= upper
                && x.Hits < lower == x.Mixture.AtMost(x.Hits) < 0.025
                && x.Hits > upper == x.Mixture.AtLeast(x.Hits) < 0.025;
        });

    // Of very many observations the share is what its log odds are: Student's limits.
    [Property]
    public Property LimitsOfVeryManyAreThoseOfTheLogOdds() =>
        Law.ForAll(Small, x =>
        {
            BinomialMixture many = x.Mixture with { Size = 1_000_000_000_000_000 };
            double reach = many.Error * StudentTDistribution.CriticalValue(0.95, many.Freedom);
            return Reference.Close(ShareScale.Share(many.Centre - reach), many.Lower(0.025) / 1e15, 1e-6)
                && Reference.Close(ShareScale.Share(many.Centre + reach), many.Upper(0.025) / 1e15, 1e-6);
        });
}
