using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>Legitimate input at the ends of what counts and confidence can be; references from 50-digit arithmetic unless a test says otherwise.</summary>
public class ExtremeInputTests
{
    [Theory]
    [InlineData(0, 1, 136_239_342)]
    [InlineData(1, 1, 9_999_999_998)]
    [InlineData(9_999_999_998, 1, 1)]
    [InlineData(0, 1, 999_999_999_999)]
    [InlineData(4_000_000_000_000_000, 3, 0)]
    public void NetScore_HugeSamples_HoldsTheValue(long positive, long neutral, long negative)
    {
        Estimate estimate = new NetTally(positive, neutral, negative).Estimate()!.Value;

        Assert.True(estimate.Lower <= estimate.Value && estimate.Value <= estimate.Upper);
        Assert.NotNull(new NetTally(positive, neutral, negative).ChangeFrom(new(neutral, positive, negative)));
    }

    // Of so many, every method is the normal one, and a limit is told to a part of a million of its distance.
    [Theory]
    [InlineData(500_000_000_000_000, 1_000_000_000_000_000)]
    [InlineData(300_000_000_000_001, 1_000_000_000_000_000)]
    [InlineData(300_000_000_000_000_000, 1_000_000_000_000_000_000)]
    [InlineData(100_000_000_000_000, 1_000_000_000_000_000_000)]
    public void ShareLimits_HugeSamples_AreThoseOfTheNormalDistribution(long count, long total)
    {
        double share = (double)count / total, error = Math.Sqrt(share * (1 - share) / total);
        foreach (ShareInterval method in (ShareInterval[])[ShareInterval.ClopperPearson, ShareInterval.Jeffreys, ShareInterval.MidP])
        {
            Estimate estimate = new ShareTally(count, total).Estimate(method: method)!.Value;

            Assert.Equal(1.959964, (share - estimate.Lower!.Value) / error, 5e-6);
            Assert.Equal(1.959964, (estimate.Upper!.Value - share) / error, 5e-6);
        }
    }

    // Sums of squares hold 28 digits: a spread below the last of them cannot be told from none, and nothing is concluded from it.
    [Fact]
    public void Amounts_ThatDifferInTheirLastDigits_DecideNothing()
    {
        RatioTally orders = RatioTally.FromValues([1e12m - 0.001m, 1e12m, 1e12m + 0.001m]), others = RatioTally.FromValues([2e12m, 2e12m]);

        Assert.Equal(EstimateFlags.ZeroVariance, orders.Estimate()!.Value.Flags);
        Assert.Equal(ChangeVerdict.Unknown, orders.ChangeFrom(others)!.Value.Verdict);
        Assert.Equal(0.001, RatioTally.FromValues([1e10m - 0.001m, 1e10m, 1e10m + 0.001m]).Estimate()!.Value.StandardError!.Value * Math.Sqrt(3), 1e-6);
    }

    [Fact]
    public void NetScore_NearlyAllAgainst_KeepsItsDigits()
    {
        Estimate estimate = new NetTally(0, 1, 2_150_828).Estimate()!.Value;

        Assert.Equal(-99.999596299746, estimate.Upper!.Value, 11);
        Assert.Equal(-99.9999917927, estimate.Lower!.Value, 9);
    }

    [Theory]
    [InlineData(9, 15, 0.01)]
    [InlineData(136, 137, 0.1)]
    [InlineData(1, 103, 0.0814)]
    public void MidP_LowConfidence_HasLimits(long count, long total, double confidence)
    {
        Estimate estimate = new ShareTally(count, total).Estimate(confidence, ShareInterval.MidP)!.Value;

        Assert.True(estimate.Lower <= estimate.Upper);
    }

    [Fact]
    public void MidP_OneInAMillionMillion_KeepsItsDigits() =>
        Assert.Equal(4.931860525, 1e12 * new ShareTally(1, 1_000_000_000_000).Estimate(0.95, ShareInterval.MidP)!.Value.Upper!.Value, 6);

    [Theory]
    [InlineData(100_000_000_000_000)]
    [InlineData(long.MaxValue)]
    public void Garwood_HugeCounts_HoldsTheValue(long events)
    {
        Estimate estimate = new RateTally(events, 100).Estimate()!.Value;

        Assert.InRange(estimate.Lower!.Value, 0, estimate.Value);
        Assert.InRange(estimate.Upper!.Value, estimate.Value, 1.001 * estimate.Value);
    }

    [Fact]
    public void Garwood_WhereTheExpansionTakesOver_IsContinuous()
    {
        double exact = ChiSquaredDistribution.Quantile(0.975, 1e8), expanded = ChiSquaredDistribution.Quantile(0.975, 1e8 + 1);

        // The quantile grows with its degrees of freedom by 1 + z / sqrt(2 df).
        Assert.Equal(1 + 1.959964 / Math.Sqrt(2e8), expanded - exact, 6);
    }

    [Fact]
    public void Garwood_NearCertainty_IsFinite() => Assert.True(double.IsFinite(new RateTally(7, 10).Estimate(1 - 1e-16)!.Value.Upper!.Value));

    [Fact]
    public void ClopperPearson_NearCertainty_MirrorsExactly()
    {
        const double Confidence = 1 - 1e-13;
        double upper = new ShareTally(3, 10).Estimate(Confidence, ShareInterval.ClopperPearson)!.Value.Upper!.Value;
        double mirrored = 1 - new ShareTally(7, 10).Estimate(Confidence, ShareInterval.ClopperPearson)!.Value.Lower!.Value;

        Assert.Equal(mirrored, upper, 14);
    }

    [Fact]
    public void Mean_TinyValues_AreAccepted() => Assert.Equal(1e-15, MeanTally.One(1e-15m).Value);

    [Fact]
    public void Mean_EqualRepeatingDecimals_HasNoVariance()
    {
        MeanTally thirds = MeanTally.FromValues(Enumerable.Repeat(1m / 3, 10));

        Assert.Equal(0, thirds.Variance);
        Assert.True(thirds.Estimate()!.Value.Flags.HasFlag(EstimateFlags.ZeroVariance));
        Assert.Null(thirds.ChangeFrom(thirds)!.Value.PValue);
    }

    [Fact]
    public void Mean_CollectionExpressions_AreDecimal() => Assert.Equal(2, MeanTally.FromValues([1, 2, 3]).Value);

    [Fact]
    public void Ratio_LargeTotals_StillHaveAnInterval()
    {
        RatioTally totals = RatioTally.FromRows([(2e14m, 1), (1e14m, 1e14m), (1.5e14m, 3)]);

        Assert.NotNull(totals.Estimate()!.Value.Lower);
    }

    [Fact]
    public void Ratio_ImpossibleSums_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("squaredNumerators", () => new RatioTally(10, 100, 10, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("squaredDenominators", () => new RatioTally(10, 100, 10, 1000, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("products", () => new RatioTally(10, 100, 10, 1000, 1e6m, 10));
    }

    [Fact]
    public void Population_OneMoreThanTheSample_IsNoCensus()
    {
        Estimate estimate = new ShareTally(1, 100_000_000_000_000_000).Estimate(population: 100_000_000_000_000_001)!.Value;

        Assert.False(estimate.Flags.HasFlag(EstimateFlags.Census));
    }

    [Fact]
    public void Durations_NegativeOne_NamesItsPosition() =>
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>(
                "durations",
                () => DurationTally.FromDurations([Duration.FromSeconds(3), Duration.FromSeconds(-3)])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Durations_BeyondWhatADurationHolds_Throw() =>
        Assert.Throws<OverflowException>(() => DurationTally.FromDurations([Duration.MaxValue, Duration.MaxValue]));
}
