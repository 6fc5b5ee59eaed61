using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Evidence;

public class DurationSampleTests
{
    private static readonly DurationSample Five = Hours(open: 2, 30, 12, 15, 22, 19);

    [Fact]
    public void Percentile_FiveHours_AgreesWithSpreadsheets()
    {
        Assert.Equal(Duration.FromHours(19), Five.Median);
        Assert.Equal(Duration.FromHours(28.4), Five.Percentile(0.95));
        Assert.Equal(Duration.FromHours(30), Five.Percentile(0.95, QuantileDefinition.MedianUnbiased));
        Assert.Equal((Duration.FromHours(12), Duration.FromHours(30)), (Five.Shortest, Five.Longest));
    }

    [Fact]
    public void PercentileCountingOpen_OpenItemsComeLast()
    {
        Assert.Equal(Duration.FromHours(22), Five.PercentileCountingOpen(0.5));
        Assert.Equal(Duration.FromHours(30), Five.PercentileCountingOpen(4 / 6.0));
        Assert.Null(Five.PercentileCountingOpen(0.7));
        Assert.Null(Five.EstimatePercentileCountingOpen(0.7));
    }

    [Fact]
    public void EstimatePercentile_OpenItemsLeftOut_SaysSo()
    {
        Estimate ended = Five.EstimatePercentile(0.5)!.Value, all = Five.EstimatePercentileCountingOpen(0.5)!.Value;

        Assert.Equal(EstimateFlags.OpenItemsLeftOut | EstimateFlags.Unbounded, ended.Flags);
        Assert.Equal((5, 7), (ended.N, all.N));
        Assert.Equal(12 * 3600, all.Lower);
        Assert.Null(all.Upper);
        Assert.Equal(EstimateFlags.Unbounded, all.Flags);
    }

    [Fact]
    public void ShareWithin_LimitItself_IsWithin()
    {
        Assert.Equal(new ShareTally(3, 5), Five.ShareWithin(Duration.FromHours(19)));
        Assert.Equal(new ShareTally(2, 5), Five.ShareWithin(Duration.FromHours(19) - Duration.Epsilon));
        Assert.Equal(new ShareTally(3, 7), Five.ShareWithinCountingOpen(Duration.FromHours(19)));
        Assert.Equal(new ShareTally(0, 5), Five.ShareWithin(Duration.FromHours(-1)));
    }

    [Fact]
    public void StillOpen_IsAShareOfAllItems() => Assert.Equal(new ShareTally(2, 7), Five.StillOpen);

    [Fact]
    public void Tally_IsTheEvidenceOfTheMean() => Assert.Equal(Duration.FromHours(19.6), Five.Tally().Average);

    [Fact]
    public void Empty_IsUndefined()
    {
        Assert.Null(DurationSample.Empty.Median);
        Assert.Null(DurationSample.Empty.Longest);
        Assert.Null(DurationSample.Empty.EstimatePercentile(0.5));
        Assert.Null(DurationSample.Empty.StillOpen.Value);
        Assert.Null(DurationSample.FromDurations([], open: 3).PercentileCountingOpen(0));
        Assert.Equal(0, new DurationSample(default).Count);
        Assert.Equal("median undefined (n = 0, 0 open)", DurationSample.Empty.ToString());
    }

    [Fact]
    public void FromDurations_NegativeOrTooLong_ThrowsWithPosition()
    {
        Duration[] negative = [Duration.Zero, -Duration.Epsilon], endless = [Duration.MaxValue];

        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("durations", () => DurationSample.FromDurations(negative)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "292 years",
            Assert.Throws<ArgumentOutOfRangeException>("durations", () => DurationSample.FromDurations(endless)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "position 0",
            Assert.Throws<ArgumentOutOfRangeException>("nanoseconds", () => new DurationSample([-1])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("open", () => DurationSample.FromDurations([Duration.Zero], -1));
        Assert.Throws<ArgumentNullException>("durations", () => DurationSample.FromDurations((IEnumerable<Duration>)null!));
    }

    [Fact]
    public void Percentile_OddNanoseconds_StaysBetweenItsNeighbours()
    {
        DurationSample sample = new([long.MaxValue, 0, long.MaxValue - 1]);

        Assert.Equal(Duration.FromNanoseconds(long.MaxValue - 1), sample.Median);
        Assert.InRange(sample.Percentile(0.75)!.Value.ToInt64Nanoseconds(), long.MaxValue - 1, long.MaxValue);
    }

    [Fact]
    public void EstimatePercentile_PointBeyondTheRanks_MovesTheLimitOutToIt()
    {
        Estimate estimate = Hours(open: 0, 10, 20).EstimatePercentile(0.05, 0.8)!.Value;

        Assert.Equal(10.5 * 3600, estimate.Value);
        Assert.Equal(estimate.Value, estimate.Upper);
        Assert.Null(estimate.Lower);
    }

    [Fact]
    public void New_TooManyItems_Overflows()
    {
        Assert.Throws<OverflowException>(() => new DurationSample([1], long.MaxValue));
        Assert.Throws<OverflowException>(() => DurationSample.FromDurations([Duration.Zero], long.MaxValue));
    }

    [Fact]
    public void EstimatePercentile_BadArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => DurationSample.Empty.EstimatePercentile(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => DurationSample.Empty.EstimatePercentile(2));
        Assert.Throws<ArgumentOutOfRangeException>("definition", () => DurationSample.Empty.Percentile(0.5, (QuantileDefinition)7));
    }

    [Fact]
    public void ToString_FiveHours_IsForAPerson() => Assert.Equal("median 19 h 00 min (n = 5, 2 open)", Five.ToString());

    private static DurationSample Hours(long open, params int[] hours) => DurationSample.FromDurations(hours.Select(h => Duration.FromHours(h)), open);
}

public class DurationSampleLaws
{
    private static Gen<DurationSample> Any =>
        from durations in Some.Duration.ListOf()
        from open in Gen.Choose(0, 9)
        select DurationSample.FromDurations(durations, open);

    private static Gen<double> Share => Gen.Choose(0, 1000).Select(x => x / 1000.0);

    private static Gen<(DurationSample Sample, double Share, double Confidence)> Asked =>
        from sample in Any
        from share in Share
        from confidence in Some.Confidence
        select (sample, share, confidence);

    [Property]
    public Property CombiningEqualsReadingAllAtOnceInAnyOrder() =>
        Law.ForAll(
            Any.Two(),
            x => Same(x.Item1.Combine(x.Item2), new DurationSample([.. x.Item2.Nanoseconds, .. x.Item1.Nanoseconds], x.Item1.Open + x.Item2.Open)));

    [Property]
    public Property JsonBringsTheSampleBack() =>
        Law.ForAll(Any, x => Same(x, JsonSerializer.Deserialize<DurationSample>(JsonSerializer.Serialize(x))!));

    [Property]
    public Property TheGivenOrderDoesNotMatterAndIsLeftAlone() =>
        Law.ForAll(Some.Duration.ArrayOf(), x =>
        {
            Duration[] before = [.. x];
            DurationSample sample = DurationSample.FromDurations(x.AsSpan());
            return x.SequenceEqual(before) && sample.Nanoseconds.SequenceEqual(x.Select(d => d.ToInt64Nanoseconds()).Order());
        });

    [Property]
    public Property CountingOpenItemsNeverLowersAPercentile() =>
        Law.ForAll(Any.Zip(Share), x => x.Item1.PercentileCountingOpen(x.Item2) is not { } all || all >= x.Item1.Percentile(x.Item2));

    [Property]
    public Property HoweverOpenItemsEndThePercentileIsNoHigherThanWhenCountingThemOpen() =>
        Law.ForAll(Any.Zip(Share).Zip(Some.Duration.ArrayOf(9)), x =>
        {
            ((DurationSample sample, double share), Duration[] later) = x;
            DurationSample ended = sample.Combine(DurationSample.FromDurations(later.Take((int)sample.Open)));
            DurationSample closed = new(ended.Nanoseconds);
            return sample.PercentileCountingOpen(share) is not { } bound || closed.Percentile(share) <= bound;
        });

    [Property]
    public Property PercentilesRiseWithTheShare() =>
        Law.ForAll(Any.Zip(Share.Two()), x => x.Item1.Percentile(Math.Min(x.Item2.Item1, x.Item2.Item2)) is not { } low
            || low <= x.Item1.Percentile(Math.Max(x.Item2.Item1, x.Item2.Item2)));

    [Property]
    public Property TheShareWithinEqualsCounting() =>
        Law.ForAll(Any.Zip(Some.Duration), x => x.Item1.ShareWithin(x.Item2).Count == x.Item1.Nanoseconds.Count(n => n <= x.Item2.ToInt64Nanoseconds()));

    [Property]
    public Property TheIntervalContainsTheNearestRank() =>
        Law.ForAll(Asked, x => x.Sample.EstimatePercentile(x.Share, x.Confidence, QuantileDefinition.NearestRank) is not { } estimate
            ? x.Sample.Count == 0
            : estimate.Value == x.Sample.Percentile(x.Share, QuantileDefinition.NearestRank)!.Value.TotalSeconds && Contains(estimate));

    [Property]
    public Property TheIntervalContainsThePercentileByEveryDefinition() =>
        Law.ForAll(Asked, x => Enum.GetValues<QuantileDefinition>().All(d =>
            (x.Sample.EstimatePercentile(x.Share, x.Confidence, d) is not { } ended || Contains(ended))
            && (x.Sample.EstimatePercentileCountingOpen(x.Share, x.Confidence, d) is not { } all || Contains(all))));

    [Property]
    public Property TheLimitsAreThoseOfPlainNumbers() =>
        Law.ForAll(Asked, x =>
        {
            double[] seconds = [.. x.Item1.Nanoseconds.Select(n => n / 1e9)];
            Estimate? plain = OrderStatistics.Estimate(seconds, x.Item2, x.Item3), mine = x.Item1.EstimatePercentile(x.Item2, x.Item3);
            return plain?.AttainedCoverage == mine?.AttainedCoverage
                && Near(plain?.Value, mine?.Value)
                && Near(plain?.Lower, mine?.Lower)
                && Near(plain?.Upper, mine?.Upper);
        });

    // Plain numbers are not rounded to the nanosecond.
    private static bool Near(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < 1e-6;

    private static bool Contains(Estimate estimate) => !(estimate.Lower > estimate.Value) && !(estimate.Upper < estimate.Value);

    private static bool Same(DurationSample a, DurationSample b) => a.Nanoseconds.SequenceEqual(b.Nanoseconds) && a.Open == b.Open;
}
