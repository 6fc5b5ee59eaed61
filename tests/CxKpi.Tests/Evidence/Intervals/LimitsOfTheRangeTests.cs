namespace CxKpi.Tests.Evidence;

/// <summary>No limit passes an end of the value's range, and answers without weight count nowhere.</summary>
public class LimitsOfTheRangeTests
{
    [Theory]
    [InlineData(NetInterval.Wald, null)]
    [InlineData(NetInterval.Wald, 100L)]
    [InlineData(NetInterval.AdjustedWald, null)]
    [InlineData(NetInterval.StudentT, null)]
    public void NetLimit_PastItsEnd_IsCutAndFlagged(NetInterval method, long? population)
    {
        Estimate high = new NetTally(4, 1, 0).Estimate(0.99, method, population)!.Value, low = new NetTally(0, 1, 4).Estimate(0.99, method, population)!.Value;

        Assert.Equal(100, high.Upper);
        Assert.Equal(-100, low.Lower);
        Assert.Equal(EstimateFlags.Clipped, high.Flags);
        Assert.Equal(EstimateFlags.Clipped, low.Flags);
        Assert.InRange(high.Lower!.Value, -100, 80);
    }

    [Theory]
    [InlineData(ShareInterval.Wald)]
    [InlineData(ShareInterval.AgrestiCoull)]
    public void ShareLimit_PastItsEnd_IsCutAndFlagged(ShareInterval method)
    {
        Estimate low = new ShareTally(1, 20).Estimate(0.99, method)!.Value, high = new ShareTally(19, 20).Estimate(0.99, method)!.Value;

        Assert.Equal(0, low.Lower);
        Assert.Equal(1, high.Upper);
        Assert.Equal(EstimateFlags.Clipped, low.Flags);
        Assert.Equal(EstimateFlags.Clipped, high.Flags);
    }

    [Theory]
    [InlineData(ShareInterval.Wilson)]
    [InlineData(ShareInterval.WilsonContinuity)]
    [InlineData(ShareInterval.ClopperPearson)]
    [InlineData(ShareInterval.Jeffreys)]
    [InlineData(ShareInterval.MidP)]
    public void ShareLimit_OfOtherMethods_NeedsNoCut(ShareInterval method)
    {
        Estimate low = new ShareTally(1, 20).Estimate(0.99, method)!.Value;

        Assert.InRange(low.Lower!.Value, 0, 0.05);
        Assert.Equal(EstimateFlags.None, low.Flags);
    }

    [Fact]
    public void WeightedMeanLimit_IsNotCut()
    {
        Estimate estimate = WeightedTally.FromValues([(1, 1), (1, 2), (1, 1), (0, 0.5m)]).EstimateMean(0.99)!.Value;

        Assert.True(estimate.Upper > 1);
        Assert.Equal(EstimateFlags.None, estimate.Flags);
    }

    [Fact]
    public void WeightedLimits_OfSharesAndNetScores_LieInTheirRange()
    {
        WeightedTally tally = WeightedTally.FromValues([(1, 1), (1, 2), (1, 1), (0, 0.01m)]);

        Assert.InRange(tally.EstimateShare(0.999)!.Value.Upper!.Value, 0.9, 1);
        Assert.InRange(tally.EstimateNet(0.999)!.Value.Upper!.Value, 90, 100);
    }

    [Fact]
    public void AnswersWithoutWeight_CountNowhere()
    {
        (decimal Value, decimal Weight)[] answers = [(1, 1.5m), (0, 0.5m), (-1, 2), (1, 1)];
        WeightedTally plain = WeightedTally.FromValues(answers), padded = WeightedTally.FromValues([(0, 0), .. answers, (1, 0), (-1, 0)]);

        Assert.Equal(plain, padded);
        Assert.Equal(4, padded.N);
        Assert.Equal(4 / padded.KishEffectiveN, padded.DesignEffect);
        Assert.Equal(3, padded.EstimateNet()!.Value.DegreesOfFreedom);
    }
}
