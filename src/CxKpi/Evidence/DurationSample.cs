using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Individual durations, for what a mean hides: medians, percentiles and shares within a limit. Items that have not ended yet are counted apart.
/// </summary>
/// <remarks>
/// <code>median = the middle duration; percentile p = the duration that the share p of all stays within</code>
/// A median cannot be calculated from other medians, so the sample stores every duration, eight bytes each. Where a mean is enough, use
/// <see cref="DurationTally"/>. Samples can be combined, but create one from all rows of a segment rather than row by row, because each <see cref="Combine"/>
/// copies.
/// <para>Millions of durations take few values when they are whole seconds: <see cref="FromCounts(IEnumerable{ValueTuple{Duration, long}}, long)"/> takes each
/// value with its count, as a database groups them, and every member gives the same as for the durations one by one. Where there are too many values,
/// <see cref="FromBuckets"/> and <see cref="InBuckets"/> group what differs by 1 % or so, and <see cref="RelativeError"/> says it.</para>
/// <para>An open item is longer than its age, and nothing more is known of it.
/// Percentiles of the ended items alone leave open items out and are usually too low.
/// The members named <c>CountingOpen</c> take open items as longer than all others and are never too low: once all items have ended, the true percentile is not
/// above them. Curves that also use the ages of open items belong to survival analysis.</para>
/// <para>The intervals rest on order statistics and assume nothing about the distribution: G. Hahn, W. Meeker, "Statistical Intervals", 1991.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<DurationSample>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class DurationSample : ILocalizedFace, IJsonRecord<DurationSample>
{
    /// <summary>Creates the sample from nanoseconds; most callers use <see cref="FromDurations(IEnumerable{Duration}, long)"/>.</summary>
    /// <param name="nanoseconds">The durations in nanoseconds, in any order; none negative. They are copied.</param>
    /// <param name="open">The number of items that have not ended yet; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative (the message names its position), or <paramref name="open"/> is.</exception>
    /// <exception cref="OverflowException">The number of durations and open items would exceed <see cref="long.MaxValue"/>.</exception>
    public DurationSample(ImmutableArray<long> nanoseconds, long open = 0)
    {
        Open = Guard.NotNegative(open);
        Nanoseconds = NoneNegative(nanoseconds.IsDefault ? [] : nanoseconds, nameof(nanoseconds)).Sort();
        Counts = [];
        _ = Guard.Sum("durations and open items", Count, open);
    }

    // The caller has sorted them and gives them away.
    private DurationSample(long[] sorted, long open)
    {
        Nanoseconds = ImmutableCollectionsMarshal.AsImmutableArray(sorted);
        Counts = [];
        Open = open;
        _ = Guard.Sum("durations and open items", Count, open);
    }

    /// <summary>The empty sample, without durations and without open items.</summary>
    public static DurationSample Empty { get; } = new(Array.Empty<long>(), 0);

    /// <summary>The durations in nanoseconds, the shortest first; each value once where <see cref="Counts"/> says how often it occurs.</summary>
    public ImmutableArray<long> Nanoseconds { get; }

    /// <summary>The number of items that have not ended yet; they are part of the sample but have no duration.</summary>
    public long Open { get; }

    /// <summary>The number of durations, without open items.</summary>
    public long Count => upTo.IsEmpty ? Nanoseconds.Length : upTo[^1];

    /// <summary>The share of all items that have not ended yet.</summary>
    public ShareTally StillOpen => new(Open, Count + Open);

    /// <summary>The shortest duration; <see langword="null"/> when there are no durations.</summary>
    public Duration? Shortest => Count == 0 ? null : Duration.FromNanoseconds(Nanoseconds[0]);

    /// <summary>The longest duration; <see langword="null"/> when there are no durations.</summary>
    public Duration? Longest => Count == 0 ? null : Duration.FromNanoseconds(Nanoseconds[^1]);

    /// <summary>The median duration of the ended items; <see langword="null"/> when there are none.</summary>
    public Duration? Median => Percentile(0.5);

    /// <summary>Creates the sample from many durations.</summary>
    /// <param name="durations">The durations in any order; none negative, none beyond 292 years. They are copied.</param>
    /// <param name="open">The number of items that have not ended yet; not negative.</param>
    /// <returns>The sample of durations.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative or too long (the message names its position), or <paramref name="open"/> is
    /// negative.</exception>
    /// <exception cref="OverflowException">The number of durations and open items would exceed <see cref="long.MaxValue"/>.</exception>
    public static DurationSample FromDurations(ReadOnlySpan<Duration> durations, long open = 0) => FromDurations(durations, open, null);

    /// <summary>The same of what was read from rows, which an exception names; their positions are not those of the durations.</summary>
    internal static DurationSample FromDurations(ReadOnlySpan<Duration> durations, long open, string? rows)
    {
        long[] nanoseconds = new long[durations.Length];
        for (int i = 0; i < nanoseconds.Length; i++)
        {
            nanoseconds[i] = ToNanoseconds(durations[i], rows is null ? i : null, rows ?? nameof(durations));
        }

        Array.Sort(nanoseconds);
        return new(nanoseconds, Guard.NotNegative(open));
    }

    /// <inheritdoc cref="FromDurations(ReadOnlySpan{Duration}, long)"/>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    public static DurationSample FromDurations(Duration[] durations, long open = 0) =>
        FromDurations(new ReadOnlySpan<Duration>(Guard.NotNull(durations)), open);

    /// <summary>Creates the sample from many durations.</summary>
    /// <param name="durations">The durations in any order; none negative, none beyond 292 years.</param>
    /// <param name="open">The number of items that have not ended yet; not negative.</param>
    /// <returns>The sample of durations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative or too long (the message names its position), or <paramref name="open"/> is
    /// negative.</exception>
    /// <exception cref="OverflowException">The number of durations and open items would exceed <see cref="long.MaxValue"/>.</exception>
    public static DurationSample FromDurations(IEnumerable<Duration> durations, long open = 0) =>
        FromDurations([.. Guard.NotNull(durations)], open);

    /// <inheritdoc cref="FromDurations(IEnumerable{Duration}, long)"/>
    [OverloadResolutionPriority(-1)]
    public static DurationSample FromDurations(IEnumerable<TimeSpan> durations, long open = 0) =>
        FromDurations(Guard.NotNull(durations).Select(Duration.FromTimeSpan), open);

    /// <summary>Adds the durations and open items of another sample.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The sample of all durations and all open items.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">There would be more than two billion durations, or more than <see cref="long.MaxValue"/> items.</exception>
    public DurationSample Combine(DurationSample other)
    {
        if (Guard.NotNull(other).IsCounted || IsCounted)
        {
            return OfCounts([.. Counted(), .. other.Counted()], Guard.Add(Open, other.Open), Math.Max(RelativeError, other.RelativeError));
        }

        ReadOnlySpan<long> mine = Nanoseconds.AsSpan(), theirs = other.Nanoseconds.AsSpan();
        long[] merged = new long[mine.Length + theirs.Length];
        for (int i = 0, a = 0, b = 0; i < merged.Length; i++)
        {
            merged[i] = b == theirs.Length || (a < mine.Length && mine[a] <= theirs[b]) ? mine[a++] : theirs[b++];
        }

        return new(merged, Guard.Add(Open, other.Open));
    }

    /// <summary>Sums the durations for the mean; those in buckets by the value of their bucket.</summary>
    /// <returns>The tally of the durations; open items are not included.</returns>
    /// <exception cref="OverflowException">A sum would exceed the range of <see cref="decimal"/>.</exception>
    public DurationTally Tally() => DecimalSums.Within("a sum of squared durations", () =>
    {
        DurationTally tally = default;
        foreach ((long duration, long count) in Counted())
        {
            decimal seconds = DurationTally.ToSeconds(Duration.FromNanoseconds(duration));
            tally = tally.Combine(new(RatioTally.FromSums(count, seconds * count, seconds * seconds * count)));
        }

        return tally;
    });

    /// <summary>The median, the count and the open items as invariant text.</summary>
    /// <returns>Text for display, such as <c>median 22 h 06 min (n = 5, 1 open)</c>, with the relative error of a sample in buckets.</returns>
    public override string ToString()
    {
        string median = Median is { } value ? KpiText.Value(KpiUnit.Seconds, value.TotalSeconds, CultureInfo.InvariantCulture) : "undefined";
        string error = RelativeError == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", each within ±{100 * RelativeError:G3}%");
        return string.Create(CultureInfo.InvariantCulture, $"median {median} (n = {Count}, {Open} open{error})");
    }

    private static long ToNanoseconds(Duration duration, int? position, string name)
    {
        string rule = duration < Duration.Zero ? "must not be negative" : "must not be longer than 292 years";
        return duration >= Duration.Zero && duration.ToInt128Nanoseconds() <= long.MaxValue
            ? duration.ToInt64Nanoseconds()
            : throw Guard.OutsideAt(position, name, rule, duration);
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new NotebookTable(words.DurationsCaption)
            .Fact(words.CountLabel, words.Count(Count))
            .Fact(words.StillOpenLabel, words.Count(Open))
            .Fact(words.ShortestLabel, words.Seconds(Shortest?.TotalSeconds))
            .Fact(words.MedianLabel, words.Seconds(Median?.TotalSeconds))
            .Fact(words.LongestLabel, words.Seconds(Longest?.TotalSeconds));
        return (RelativeError == 0 ? table : table.Fact(words.EachWithinLabel, "±" + words.Percent(RelativeError))).ToHtml();
    }

    static DurationSample IJsonRecord<DurationSample>.Json(JsonMembers<DurationSample> json) => Restored(
        [.. json.Values(nameof(Nanoseconds), x => x.Nanoseconds)],
        [.. json.SeldomValues(nameof(Counts), x => x.Counts)],
        json.Value(nameof(Open), x => x.Open),
        json.OrDefault(nameof(RelativeError), x => x.RelativeError));
}
