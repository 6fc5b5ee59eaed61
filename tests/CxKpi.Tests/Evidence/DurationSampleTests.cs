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

    [Fact]
    public void FromCounts_IsTheSampleOneByOne()
    {
        Duration ten = Duration.FromSeconds(10), thirty = Duration.FromSeconds(30);
        DurationSample counted = DurationSample.FromCounts([(thirty, 2), (ten, 1), (thirty, 1)], open: 1);

        Assert.Equal([10_000_000_000, 30_000_000_000], counted.Nanoseconds.AsEnumerable());
        Assert.Equal([1L, 3], counted.Counts.AsEnumerable());
        Assert.Equal(4, counted.Count);
        Assert.Equal(Duration.FromSeconds(30), counted.Median);
        Assert.Equal(new ShareTally(1, 5), counted.ShareWithinCountingOpen(Duration.FromSeconds(10)));
        Assert.Equal(0, counted.RelativeError);
    }

    [Fact]
    public void FromCounts_ACountOfZero_IsNoDuration()
    {
        DurationSample none = DurationSample.FromCounts([(Duration.FromSeconds(30), 0)]);

        Assert.Null(none.Median);
        Assert.Equal(0, none.Count);
    }

    [Fact]
    public void FromCounts_BadRows_ThrowWithPosition()
    {
        Assert.Equal(
            "counted must not be negative (at position 1); got -1 (Parameter 'counted')",
            Assert.Throws<ArgumentOutOfRangeException>("counted", () => DurationSample.FromCounts([(Duration.Zero, 1), (Duration.Zero, -1)])).Message);
        Assert.Throws<ArgumentOutOfRangeException>("counted", () => DurationSample.FromCounts([(-Duration.Epsilon, 1)]));
        Assert.Throws<OverflowException>(() => DurationSample.FromCounts([(Duration.Zero, long.MaxValue), (Duration.Epsilon, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>("counted", () => DurationSample.FromBuckets([(5_000, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>("relativeError", () => DurationSample.FromBuckets([], relativeError: 0));
        Assert.Throws<ArgumentOutOfRangeException>("relativeError", () => Five.InBuckets(1));
        Assert.Throws<ArgumentOutOfRangeException>("relativeError", () => Five.InBuckets(0.6).InBuckets(0.6));
    }

    [Fact]
    public void InBuckets_OfExtremes_KeepsItsWord()
    {
        DurationSample longest = new DurationSample([long.MaxValue]).InBuckets(), shortest = new DurationSample([1, 4, 30]).InBuckets(0.5);

        Assert.InRange(longest.Nanoseconds[0], long.MaxValue / 100 * 99, long.MaxValue);
        Assert.Equal([1L, 4, 30], new DurationSample([1, 4, 30]).InBuckets().Nanoseconds.AsEnumerable());
        Assert.All(shortest.Nanoseconds.Zip([1L, 4, 30]), own => Assert.InRange(own.First, own.Second / 2.0, own.Second * 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("relativeError", () => DurationSample.BucketWidth(1e-17));
    }

    [Fact]
    public void Percentile_OfMoreThanCanBeListed_IsThere()
    {
        DurationSample most = DurationSample.FromCounts([(Duration.FromSeconds(1), long.MaxValue / 2), (Duration.FromSeconds(2), long.MaxValue / 2)]);

        Assert.Equal((Duration.FromSeconds(1), Duration.FromSeconds(2)), (most.Percentile(0), most.Percentile(1)));
        Assert.Throws<OverflowException>(() => DurationSample.FromCounts([(Duration.FromDays(40_000), 10_000_000_000)]).Tally());
    }

    [Fact]
    public void FromBuckets_SaysItsError()
    {
        double width = DurationSample.BucketWidth();
        int bucket = (int)Math.Ceiling(Math.Log(100) / width);
        DurationSample sample = DurationSample.FromBuckets([(bucket, 40), (null, 3)], open: 2);

        Assert.Equal(0.01, sample.RelativeError);
        Assert.InRange(sample.Median!.Value.TotalSeconds, 99, 101);
        Assert.Equal(Duration.Zero, sample.Shortest);
        Assert.EndsWith("(n = 43, 2 open, each within ±1%)", sample.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Assess_InBuckets_IsUndecidedWhereTheBucketHoldsTheLimit()
    {
        DurationSample sample = DurationSample.FromDurations(Enumerable.Repeat(Duration.FromSeconds(60), 1_000)).InBuckets();
        Target within = Target.AllWithin(Duration.FromSeconds(60), 0.9), beyond = Target.AllWithin(Duration.FromSeconds(62), 0.9);

        Assert.Equal(TargetStatus.Undecided, within.Assess(sample).Status);
        Assert.Equal(TargetStatus.Met, beyond.Assess(sample).Status);
    }

    private static DurationSample Hours(long open, params int[] hours) => DurationSample.FromDurations(hours.Select(h => Duration.FromHours(h)), open);
}

public class DurationSampleLaws
{
    // Percentiles are rounded to the nanosecond.
    private const double Rounding = 2e-9;

    private static Gen<DurationSample> Any =>
        from durations in Some.Duration.ListOf()
        from open in Gen.Choose(0, 9)
        select DurationSample.FromDurations(durations, open);

    // Whole seconds, which repeat.
    private static Gen<DurationSample> Seconds =>
        from seconds in Gen.Choose(0, 8).ListOf()
        from open in Gen.Choose(0, 9)
        select DurationSample.FromDurations(seconds.Select(x => Duration.FromSeconds(x)), open);

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
    public Property CountedDurationsGiveWhatTheyGiveOneByOne() =>
        Law.ForAll(Seconds.Zip(Asked), x =>
        {
            (DurationSample one, (_, double share, double confidence)) = x;
            DurationSample counted = Counted(one);
            return counted.Count == one.Count
                && one.EstimatePercentile(share, confidence) == counted.EstimatePercentile(share, confidence)
                && one.EstimatePercentileCountingOpen(share, confidence) == counted.EstimatePercentileCountingOpen(share, confidence)
                && one.ShareWithin(Duration.FromSeconds(3)) == counted.ShareWithin(Duration.FromSeconds(3))
                && (one.Shortest, one.Longest, one.Open) == (counted.Shortest, counted.Longest, counted.Open)
                && one.Tally() == counted.Tally();
        });

    [Property]
    public Property CountedAndSingleDurationsCombine() =>
        Law.ForAll(Seconds.Two(), x => Same(Counted(x.Item1.Combine(x.Item2)), Counted(Counted(x.Item1).Combine(x.Item2)))
            && Same(Counted(x.Item1.Combine(x.Item2)), Counted(x.Item1.Combine(Counted(x.Item2)))));

    [Property]
    public Property PercentilesOfBucketsAreWithinTheErrorAndTheLimitsHoldThoseOfTheDurations() =>
        Law.ForAll(Asked.Zip(Gen.Elements(0.001, 0.01, 0.2)), x =>
        {
            ((DurationSample sample, double share, double confidence), double error) = x;
            DurationSample buckets = sample.InBuckets(error);
            Estimate? exact = sample.EstimatePercentile(share, confidence), mine = buckets.EstimatePercentile(share, confidence);
            return buckets.RelativeError == error
                && mine?.N == exact?.N
                && (mine is not { } found || exact is not { } known
                    || (Math.Abs(found.Value - known.Value) <= error * known.Value + Rounding
                        && !(found.Lower > known.Lower + Rounding)
                        && !(found.Upper < known.Upper - Rounding)));
        });

    [Property]
    public Property SharesOfBucketsAreNeverAboveThoseOfTheDurationsNorTheirBoundsBelow() =>
        Law.ForAll(Any.Zip(Some.Duration), x =>
        {
            (DurationSample sample, Duration limit) = x;
            DurationSample buckets = sample.InBuckets();
            long within = sample.ShareWithin(limit).Count;
            return buckets.ShareWithin(limit).Count <= within && within <= buckets.PerhapsWithin(limit);
        });

    [Property]
    public Property JsonBringsCountsAndBucketsBack() =>
        Law.ForAll(Any, x => Same(Counted(x), Again(Counted(x))) && Same(x.InBuckets(), Again(x.InBuckets())));

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

    private static bool Same(DurationSample a, DurationSample b) =>
        a.Nanoseconds.SequenceEqual(b.Nanoseconds) && a.Counts.SequenceEqual(b.Counts) && (a.Open, a.RelativeError) == (b.Open, b.RelativeError);

    private static DurationSample Counted(DurationSample sample) =>
        DurationSample.FromCounts(
            sample.Nanoseconds.Select((x, i) => (Duration.FromNanoseconds(x), sample.Counts.IsEmpty ? 1 : sample.Counts[i])), sample.Open);

    private static DurationSample Again(DurationSample sample) => JsonSerializer.Deserialize<DurationSample>(JsonSerializer.Serialize(sample))!;
}
