using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Monitoring;

public class ShareMixtureLaws
{
    private static Gen<(double Rho, double Share, int Hits, int Misses)> Cases { get; } =
        from rho in Generators.Magnitude(0.1, 1e4)
        from share in Generators.Real(0.001, 0.999)
        from hits in Gen.Choose(0, 40)
        from misses in Gen.Choose(0, 40)
        select (rho, share, hits, misses);

    // What somebody wins who bets on each observation by Pólya's urn, against odds that are fair if the share is the truth.
    [Property]
    public Property EvidenceIsWhatBetsOnEachObservationWin() => Law.ForAll(Cases, given =>
    {
        double won = 0, hits = given.Rho * given.Share, misses = given.Rho - hits;
        for (int i = 0; i < given.Hits + given.Misses; i++)
        {
            bool isHit = i < given.Hits;
            won += Math.Log((isHit ? hits : misses) / (hits + misses) / (isHit ? given.Share : 1 - given.Share));
            (hits, misses) = isHit ? (hits + 1, misses) : (hits, misses + 1);
        }

        Assert.Equal(won, new ShareMixture(given.Rho).LogEvidence(given.Share, given.Hits, given.Misses), 1e-7);
    });

    [Property]
    public Property EvidenceAgainstTheTruthIsOneOnAverage() => Law.ForAll(Cases, given =>
    {
        double mean = 0, ways = 1;
        for (int hits = 0; hits <= given.Hits; hits++)
        {
            int misses = given.Hits - hits;
            double chance = ways * Math.Pow(given.Share, hits) * Math.Pow(1 - given.Share, misses);
            mean += chance * Math.Exp(new ShareMixture(given.Rho).LogEvidence(given.Share, hits, misses));
            ways *= (double)misses / (hits + 1);
        }

        Assert.Equal(1, mean, 1e-7);
    });

    [Property]
    public Property LimitsHoldExactlyTheSharesThatAreNotRefuted() => Law.ForAll(Cases, given =>
    {
        ShareMixture mixture = new(given.Rho);
        if (given.Hits + given.Misses == 0)
        {
            return;
        }

        (double lower, double upper) = mixture.Limits(given.Hits, given.Misses, 0.05);
        Assert.InRange((double)given.Hits / (given.Hits + given.Misses), lower, upper);
        double p = mixture.PValue(given.Share, given.Hits, given.Misses);
        Assert.True(Math.Abs(p - 0.05) < 1e-9 || p < 0.05 == (given.Share < lower || given.Share > upper));
    });
}
