using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

public sealed partial class DurationSample
{
    /// <summary>Calculates the duration within which a share of the ended items stays.</summary>
    /// <param name="probability">The share, between 0 (the shortest) and 1 (the longest), such as 0.9 for the 90th percentile.</param>
    /// <param name="definition">How to read a percentile between two durations; by default as spreadsheets do.</param>
    /// <returns>The percentile, to the nanosecond; <see langword="null"/> when no item has ended. Open items are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1, or the definition is not a named value.</exception>
    public Duration? Percentile(double probability, QuantileDefinition definition = QuantileDefinition.Linear) =>
        At(probability, definition, Count);

    /// <summary>Calculates the duration within which a share of all items stays, with open items taken as longer than all others.</summary>
    /// <param name="probability">The share, between 0 and 1, such as 0.9 for the 90th percentile.</param>
    /// <param name="definition">How to read a percentile between two durations; by default as spreadsheets do.</param>
    /// <returns>The percentile, which can only become lower as open items end; <see langword="null"/> when it falls among the open items, or when there are no
    /// items.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1, or the definition is not a named value.</exception>
    public Duration? PercentileCountingOpen(double probability, QuantileDefinition definition = QuantileDefinition.Linear) =>
        At(probability, definition, Count + Open);

    /// <summary>Estimates a percentile of the ended items with an interval by order statistics.</summary>
    /// <param name="probability">The share, between 0 and 1, such as 0.9 for the 90th percentile.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded. The limits are two of the durations, or the percentile itself, and reach
    /// at least this confidence (see <see cref="CxKpi.Estimate.AttainedCoverage"/>).</param>
    /// <param name="definition">How to read a percentile between two durations.
    /// The limits depend on it only where an interpolated extreme of a tiny sample lies beyond them: the limit is then moved out to it.</param>
    /// <returns>The estimate in seconds, with a warning when open items are left out; <see langword="null"/> when no item has ended.
    /// Where the sample is too small for a limit, that limit is <see langword="null"/>: a median needs 6 durations at 95 %.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence does not lie between 0 and 1, or the definition is not a named
    /// value.</exception>
    public Estimate? EstimatePercentile(double probability, double confidence = 0.95, QuantileDefinition definition = QuantileDefinition.Linear) =>
        Estimate(probability, confidence, definition, Count)?.With(Open > 0 ? EstimateFlags.OpenItemsLeftOut : EstimateFlags.None);

    /// <summary>Estimates a percentile of all items with an interval by order statistics, with open items taken as longer than all others.</summary>
    /// <param name="probability">The share, between 0 and 1, such as 0.9 for the 90th percentile.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="definition">How to read a percentile between two durations; a limit is moved out to the percentile where that lies beyond it.</param>
    /// <returns>The estimate in seconds; <see langword="null"/> when the percentile falls among the open items, or when there are no items.
    /// A limit that falls among them is <see langword="null"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the confidence does not lie between 0 and 1, or the definition is not a named
    /// value.</exception>
    public Estimate? EstimatePercentileCountingOpen(double probability, double confidence = 0.95, QuantileDefinition definition = QuantileDefinition.Linear) =>
        Estimate(probability, confidence, definition, Count + Open);

    /// <summary>Calculates the share of the ended items that took no longer than a limit.</summary>
    /// <param name="limit">The limit; a duration of exactly this length is within it.</param>
    /// <returns>The share over the ended items; open items are left out. Of a sample in buckets, those are counted that are certainly within.</returns>
    public ShareTally ShareWithin(Duration limit) => new(Within(limit), Count);

    /// <inheritdoc cref="ShareWithin(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public ShareTally ShareWithin(TimeSpan limit) => ShareWithin(Duration.FromTimeSpan(limit));

    /// <summary>Calculates the share of all items that ended within a limit, with open items counted as not within it.</summary>
    /// <param name="limit">The limit; a duration of exactly this length is within it.</param>
    /// <returns>The share over all items, which can only become higher as open items end. Of a sample in buckets, those are counted that are certainly
    /// within.</returns>
    public ShareTally ShareWithinCountingOpen(Duration limit) => new(Within(limit), Count + Open);

    /// <inheritdoc cref="ShareWithinCountingOpen(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public ShareTally ShareWithinCountingOpen(TimeSpan limit) => ShareWithinCountingOpen(Duration.FromTimeSpan(limit));

    /// <summary>How many ended items may be within the limit: of a sample in buckets also those of which it cannot be told.</summary>
    internal long PerhapsWithin(Duration limit) => RelativeError == 0 ? Within(limit)
        : limit > LongestHeld ? Count
        : NoLongerThan(limit * (1 + RelativeError));

    // The longest duration that a sample can hold.
    private static Duration LongestHeld => Duration.FromNanoseconds(long.MaxValue);

    private long Within(Duration limit) => NoLongerThan(RelativeError == 0 ? limit : limit * (1 - RelativeError));

    private long NoLongerThan(Duration limit)
    {
        // Halving over "how many are no longer than the limit", so that equal durations stay together.
        int within = 0, beyond = Nanoseconds.Length;
        while (within < beyond)
        {
            int middle = within + (beyond - within) / 2;
            if (Duration.FromNanoseconds(Nanoseconds[middle]) <= limit)
            {
                within = middle + 1;
            }
            else
            {
                beyond = middle;
            }
        }

        return upTo.IsEmpty ? within
            : within == 0 ? 0
            : upTo[within - 1];
    }

    private Estimate? Estimate(double probability, double confidence, QuantileDefinition definition, long items)
    {
        Guard.Confidence(confidence);
        if (At(probability, definition, items) is not { } value)
        {
            return null;
        }

        (long lower, long upper, double coverage) = OrderStatistics.Ranks(items, probability, confidence);

        Estimate found = OrderStatistics.Estimate(Seconds(value), SecondsAt(lower), SecondsAt(upper), confidence, coverage, items);

        // What stands for a bucket may stand for the smallest or the largest in it.
        return found with { Lower = found.Lower / (1 + RelativeError), Upper = found.Upper / (1 - RelativeError) };
    }

    private Duration? At(double probability, QuantileDefinition definition, long items)
    {
        Guard.Probability(probability);
        Guard.Defined(definition);
        if (items == 0)
        {
            return null;
        }

        (long rank, double fraction) = OrderStatistics.Position(items, probability, definition);
        if (rank + (fraction > 0 ? 1 : 0) > Count)
        {
            return null;
        }

        long low = AtRank(rank);
        long step = fraction > 0 ? (long)Math.Round(fraction * (AtRank(rank + 1) - low)) : 0;
        return Duration.FromNanoseconds(low + step);
    }

    private double? SecondsAt(long rank) => rank < 1 || rank > Count ? null : Seconds(Duration.FromNanoseconds(AtRank(rank)));

    private long AtRank(long rank)
    {
        if (upTo.IsEmpty)
        {
            return Nanoseconds[(int)rank - 1];
        }

        int found = upTo.AsSpan().BinarySearch(rank);
        return Nanoseconds[found < 0 ? ~found : found];
    }

    private static double Seconds(Duration duration) => (double)DurationTally.ToSeconds(duration);
}
