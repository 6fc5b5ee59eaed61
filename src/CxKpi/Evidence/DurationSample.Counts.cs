using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

public sealed partial class DurationSample
{
    /// <summary>The relative error of buckets unless another is asked for.</summary>
    private const double UsualError = 0.01;

    // Below it there are so many buckets that the durations may as well be counted.
    private const double LeastError = 0.0001;

    // The largest double that a count of nanoseconds can be.
    private const double BelowLongest = 9_223_372_036_854_774_784;

    private const string BucketUnit = "must be counts of buckets of durations below 292 years";

    // How many items there are up to each value; empty when each value stands for itself.
    private readonly ImmutableArray<long> upTo = [];

    // The values rise, each with a positive count.
    private DurationSample(List<(long Nanoseconds, long Count)> rising, long open, double relativeError)
    {
        Open = open;
        RelativeError = relativeError;
        Nanoseconds = [.. rising.Select(entry => entry.Nanoseconds)];
        Counts = [.. rising.Select(entry => entry.Count)];
        long total = 0;
        upTo = [.. Counts.Select(count => total = Guard.Add(total, count, "the number of items"))];
        _ = Guard.Add(total, open, "the number of items");
    }

    /// <summary>How often each of <see cref="Nanoseconds"/> occurs; empty when each stands for itself.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>How far a duration may lie from the one that stands for it, as a share of it: 0, unless the sample is in buckets.</summary>
    public double RelativeError { get; }

    private bool IsCounted => !Counts.IsEmpty;

    /// <summary>Creates the sample from durations with their counts, as a database groups them.</summary>
    /// <param name="counted">The durations in any order, each with how often it occurs; none negative. A duration may occur in several entries.</param>
    /// <param name="open">The number of items that have not ended yet; not negative.</param>
    /// <returns>The sample, whose members give the same as those of the durations one by one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counted"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative or too long, or a count is negative (the message names the position); or
    /// <paramref name="open"/> is negative.</exception>
    /// <exception cref="OverflowException">The number of items would exceed <see cref="long.MaxValue"/>.</exception>
    public static DurationSample FromCounts(IEnumerable<(Duration Duration, long Count)> counted, long open = 0)
    {
        List<(long, long)> entries = [];
        foreach ((Duration duration, long count) in Guard.NotNull(counted))
        {
            entries.Add((ToNanoseconds(duration, entries.Count, nameof(counted)), Guard.NotNegativeAt(count, entries.Count, nameof(counted))));
        }

        return OfCounts(entries, Guard.NotNegative(open), 0);
    }

    /// <inheritdoc cref="FromCounts(IEnumerable{ValueTuple{Duration, long}}, long)"/>
    [OverloadResolutionPriority(-1)]
    public static DurationSample FromCounts(IEnumerable<(TimeSpan Duration, long Count)> counted, long open = 0) =>
        FromCounts(Guard.NotNull(counted).Select(entry => (Duration.FromTimeSpan(entry.Duration), entry.Count)), open);

    /// <summary>Creates the sample from the counts of logarithmic buckets, which an engine groups by.</summary>
    /// <remarks>
    /// <code>bucket = ceiling(ln(seconds) / width)</code>
    /// The width is that of <see cref="BucketWidth"/>. Each duration is then within the relative error of the one that stands for its bucket, and so is every
    /// percentile; limits are moved out by it. Source: C. Masson, J. Rim, H. Lee, "DDSketch", 2019.
    /// </remarks>
    /// <param name="counted">The buckets in any order, each with the number of durations in it; <see langword="null"/> is the bucket of durations of
    /// zero, which have no logarithm.</param>
    /// <param name="open">The number of items that have not ended yet; not negative.</param>
    /// <param name="relativeError">The relative error of the buckets, from 0.0001 to below 1; 1 % unless the width was asked for with another.</param>
    /// <returns>The sample.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counted"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bucket is that of durations beyond 292 years, or a count is negative (the message names the position);
    /// or <paramref name="open"/> is negative; or the relative error is below 0.0001, or 1 and more.</exception>
    /// <exception cref="OverflowException">The number of items would exceed <see cref="long.MaxValue"/>.</exception>
    public static DurationSample FromBuckets(IEnumerable<(int? Bucket, long Count)> counted, long open = 0, double relativeError = UsualError)
    {
        double width = BucketWidth(relativeError);
        List<(long, long)> entries = [];
        foreach ((int? bucket, long count) in Guard.NotNull(counted))
        {
            double nanoseconds = bucket is { } index ? Math.Round(Middle(index, width, relativeError) * NodaConstants.NanosecondsPerSecond) : 0;
            if (nanoseconds >= long.MaxValue)
            {
                throw Guard.OutsideAt(entries.Count, nameof(counted), BucketUnit, bucket);
            }

            entries.Add(((long)nanoseconds, Guard.NotNegativeAt(count, entries.Count, nameof(counted))));
        }

        return OfCounts(entries, Guard.NotNegative(open), relativeError);
    }

    /// <summary>Calculates the width of logarithmic buckets, by which an engine divides the logarithm of the seconds.</summary>
    /// <param name="relativeError">How far a duration may lie from the one that stands for its bucket; from 0.0001 to below 1.</param>
    /// <returns>The natural logarithm of the ratio between the limits of a bucket: 0.02 for an error of 1 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The relative error is below 0.0001, or 1 and more.</exception>
    public static double BucketWidth(double relativeError = UsualError) =>
        relativeError is >= LeastError and < 1
            ? Math.Log((1 + relativeError) / (1 - relativeError))
            : throw Guard.Outside(nameof(relativeError), "must be at least 0.0001 and below 1", relativeError);

    /// <summary>Groups the durations in logarithmic buckets, so that a large sample becomes a small one of stated error.</summary>
    /// <param name="relativeError">How far a duration may lie from the one that stands for its bucket; from 0.0001 to below 1.</param>
    /// <returns>A sample of a value per bucket. The error of a sample that is in buckets already is added.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The relative error is below 0.0001, or is 1 and more together with that of the
    /// sample.</exception>
    public DurationSample InBuckets(double relativeError = UsualError)
    {
        double width = BucketWidth(relativeError), together = relativeError + RelativeError + relativeError * RelativeError;
        return together < 1
            ? OfCounts([.. Counted().Select(entry => (Rounded(entry.Nanoseconds, width, relativeError), entry.Count))], Open, together)
            : throw Guard.Outside(nameof(relativeError), "must lie below 1 together with that of the sample", relativeError);
    }

    private static long Rounded(long nanoseconds, double width, double relativeError) =>
        nanoseconds * relativeError < 1
            ? nanoseconds
            : (long)Math.Min(BelowLongest, Math.Round(Middle(Math.Ceiling(Math.Log(nanoseconds) / width), width, relativeError)));

    // From it the limits of the bucket are equally far, as shares of themselves.
    private static double Middle(double bucket, double width, double relativeError) => Math.Exp(bucket * width) * (1 - relativeError);

    private static DurationSample OfCounts(List<(long Nanoseconds, long Count)> entries, long open, double relativeError)
    {
        List<(long Nanoseconds, long Count)> rising = [];
        foreach ((long nanoseconds, long count) in entries.Where(entry => entry.Count > 0).OrderBy(entry => entry.Nanoseconds))
        {
            if (rising.Count > 0 && rising[^1].Nanoseconds == nanoseconds)
            {
                rising[^1] = (nanoseconds, Guard.Add(rising[^1].Count, count, "the number of items"));
            }
            else
            {
                rising.Add((nanoseconds, count));
            }
        }

        return new(rising, open, relativeError);
    }

    private static DurationSample Restored(ImmutableArray<long> nanoseconds, ImmutableArray<long> counts, long open, double relativeError)
    {
        if (counts.IsEmpty && relativeError == 0)
        {
            return new(nanoseconds, open);
        }

        if (counts.Length != nanoseconds.Length)
        {
            throw new ArgumentException($"there must be a count of each of the {nanoseconds.Length} durations, but there are {counts.Length}", nameof(counts));
        }

        _ = relativeError == 0 ? 0 : BucketWidth(relativeError);
        NoneNegative(nanoseconds, nameof(nanoseconds));
        NoneNegative(counts, nameof(counts));
        return OfCounts([.. nanoseconds.Zip(counts)], Guard.NotNegative(open), relativeError);
    }

    private static ImmutableArray<long> NoneNegative(ImmutableArray<long> values, string name)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                throw Guard.OutsideAt(i, name, "must not be negative", values[i]);
            }
        }

        return values;
    }

    private IEnumerable<(long Nanoseconds, long Count)> Counted() =>
        IsCounted ? Nanoseconds.Zip(Counts) : Nanoseconds.Select(nanoseconds => (nanoseconds, 1L));
}
