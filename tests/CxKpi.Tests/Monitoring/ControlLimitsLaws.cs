using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Monitoring;

public class ControlLimitsLaws
{
    private static Gen<ShareTally[]> Shares { get; } =
        from count in Gen.Choose(1, 30)
        from counts in Gen.Choose(1, 400).Two().ArrayOf(count)
        select counts.Select(pair => new ShareTally(Math.Min(pair.Item1, pair.Item2), pair.Item2)).ToArray();

    [Property]
    public Property LaneysLimitsAreThoseOfSamplingTimesTheDispersion() => Law.ForAll(Shares, shares =>
    {
        ControlLimits laney = ControlLimits.OfShares(shares), plain = ControlLimits.OfShares(shares, ControlMethod.Binomial);
        double factor = laney.Dispersion ?? 1;
        Assert.All(laney.Points.Zip(plain.Points), pair =>
        {
            double away = 3 * Math.Sqrt(laney.Centre!.Value * (1 - laney.Centre.Value) / shares[pair.First.Position].N);
            Assert.Equal(Math.Min(1, laney.Centre.Value + factor * away), pair.First.Upper!.Value, 1e-12);
            Assert.Equal(Math.Max(0, plain.Centre!.Value - away), pair.Second.Lower!.Value, 1e-12);
        });
    });

    [Property]
    public Property HitsAndMissesMirrorEachOther() => Law.ForAll(Shares, shares =>
    {
        ControlLimits hits = ControlLimits.OfShares(shares);
        ControlLimits misses = ControlLimits.OfShares(shares.Select(share => new ShareTally(share.N - share.Count, share.N)));
        Assert.All(hits.Points.Zip(misses.Points), pair =>
        {
            Assert.Equal(pair.First.Lower!.Value, 1 - pair.Second.Upper!.Value, 1e-10);
            Assert.Equal(pair.First.Upper!.Value, 1 - pair.Second.Lower!.Value, 1e-10);
        });
    });

    [Property]
    public Property LimitsLieInTheRangeAroundTheCentre() => Law.ForAll(Shares, shares =>
    {
        ControlLimits limits = ControlLimits.OfShares(shares);
        Assert.All(limits.Points, point => Assert.True(point.Lower >= 0 && point.Lower <= limits.Centre && limits.Centre <= point.Upper && point.Upper <= 1));
    });
}
