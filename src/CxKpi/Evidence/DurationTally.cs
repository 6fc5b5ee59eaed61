using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>The evidence of a mean duration: total time over a count, with the sums of squares that show how much it varies.</summary>
/// <remarks>
/// <code>value = total time / count</code> The value is in seconds and is also given as a <see cref="Duration"/>; <c>default</c> holds no data.
/// A mean hides long durations. Medians and percentiles need the individual durations; see <see cref="DurationSample"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<DurationTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct DurationTally : ILocalizedFace, IEvidence, IJsonRecord<DurationTally>
{
    private const decimal NanosecondsPerSecond = 1_000_000_000m;

    // Seconds up to here lie within what a Duration holds, whatever their decimals.
    private const ulong SurelyInRange = 1_000_000_000_000;

    private readonly RatioTally seconds;

    /// <summary>
    /// Creates the tally from its sums in seconds; most callers use <see cref="One(Duration)"/>, <see cref="FromDurations(ReadOnlySpan{Duration})"/> or
    /// <see cref="FromTotal(Duration, long)"/>.
    /// </summary>
    /// <param name="seconds">The total seconds over the count, which must be a whole number; the total is not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The total is negative or beyond <see cref="Duration.MaxValue"/>, or the count is not a whole
    /// number.</exception>
    public DurationTally(RatioTally seconds)
    {
        Check(in seconds);

        this.seconds = seconds;
    }

    // One duration is not negative and counts once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private DurationTally(Duration duration) => seconds = RatioTally.Once(ToSeconds(duration));

    /// <summary>The sums, in seconds.</summary>
    public RatioTally Seconds => seconds;

    /// <summary>The number of durations in the total.</summary>
    public long N => (long)Seconds.Denominator;

    /// <summary>The total time.</summary>
    public Duration Total => ToDuration(Seconds.Numerator);

    /// <summary>The mean in seconds; <see langword="null"/> when there are no durations.</summary>
    public double? Value => Seconds.Value;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Seconds.Totals;

    /// <summary>The mean duration, to the nanosecond; <see langword="null"/> when there are no durations.</summary>
    public Duration? Average => Seconds.DecimalValue is { } mean ? ToDuration(mean) : null;

    /// <summary>Creates the tally from one duration.</summary>
    /// <param name="duration">The duration; not negative.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public static DurationTally One(Duration duration) => new(Guard.NotNegative(duration));

    /// <inheritdoc cref="One(Duration)"/>
    [OverloadResolutionPriority(-1)]
    public static DurationTally One(TimeSpan duration) => One(Duration.FromTimeSpan(duration));

    /// <summary>Creates the tally from a total alone; it has a mean, but an interval only together with other totals.</summary>
    /// <param name="total">The total time; not negative, and zero when the count is 0.</param>
    /// <param name="count">The number of durations in the total; not negative.</param>
    /// <returns>The tally with one row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there is time without a count.</exception>
    public static DurationTally FromTotal(Duration total, long count)
    {
        Guard.NotNegative(total);
        return Guard.NotNegative(count) == 0 && total > Duration.Zero
            ? throw Guard.Outside(nameof(total), "must be zero when the count is", total)
            : new(RatioTally.FromTotals(ToSeconds(total), count));
    }

    /// <summary>The same for a total that is not the caller's own, so that the count is to blame.</summary>
    internal static DurationTally FromTotal(Duration total, long count, string name) =>
        Guard.NotNegative(count, name) == 0 && total > Duration.Zero
            ? throw Guard.Outside(name, "must not be zero when there is time", count)
            : FromTotal(total, count);

    /// <inheritdoc cref="FromTotal(Duration, long)"/>
    [OverloadResolutionPriority(-1)]
    public static DurationTally FromTotal(TimeSpan total, long count) => FromTotal(Duration.FromTimeSpan(total), count);

    /// <summary>Creates the tally from many durations.</summary>
    /// <param name="durations">The durations; none negative.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative.</exception>
    public static DurationTally FromDurations(ReadOnlySpan<Duration> durations) => FromDurations(durations, nameof(durations));

    /// <inheritdoc cref="FromDurations(ReadOnlySpan{Duration})"/>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    public static DurationTally FromDurations(Duration[] durations) => FromDurations(new ReadOnlySpan<Duration>(Guard.NotNull(durations)));

    /// <summary>Creates the tally from many durations.</summary>
    /// <param name="durations">The durations; none negative.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="durations"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative.</exception>
    public static DurationTally FromDurations(IEnumerable<Duration> durations) => FromDurations(durations, nameof(durations));

    /// <inheritdoc cref="FromDurations(IEnumerable{Duration})"/>
    [OverloadResolutionPriority(-1)]
    public static DurationTally FromDurations(IEnumerable<TimeSpan> durations) => FromDurations(Guard.NotNull(durations).Select(Duration.FromTimeSpan));

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public DurationTally Combine(DurationTally other) => Plus(in other.seconds);

    /// <summary>Adds the sums of other durations, none of which is negative.</summary>
    internal DurationTally Plus(in RatioTally more)
    {
        DurationTally total = this;
        RatioTally.Accumulate(ref Unsafe.AsRef(in total.seconds), in more);
        CheckSum(in total.seconds);
        return total;
    }

    /// <summary>Adds the evidence of another tally to a total where it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Accumulate(ref DurationTally total, in DurationTally other)
    {
        RatioTally.Accumulate(ref Unsafe.AsRef(in total.seconds), in other.seconds);
        CheckSum(in total.seconds);
    }

    /// <summary>Estimates the mean in seconds, with Student's interval on its logarithm.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when there are no durations. It has no limits when there is only one row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Seconds, confidence);

    /// <summary>Calculates the difference from a baseline in seconds, with an interval recovered from those of the two means.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either mean is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(DurationTally baseline, double confidence = 0.95) => PositiveAmount.Change(Seconds, baseline.Seconds, confidence);

    /// <summary>The total and the count as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds.Numerator} s over {N}");

    internal static DurationTally FromDurations(ReadOnlySpan<Duration> durations, string name)
    {
        DurationSums sums = default;
        for (int i = 0; i < durations.Length; i++)
        {
            sums.Add(Checked(durations[i], i, name));
        }

        return sums.Tally();
    }

    internal static DurationTally FromDurations(IEnumerable<Duration> durations, string name)
    {
        if (Spans.TryGet(Guard.NotNull(durations, name), out ReadOnlySpan<Duration> span))
        {
            return FromDurations(span, name);
        }

        DurationSums sums = default;
        long position = 0;
        foreach (Duration duration in durations)
        {
            sums.Add(Checked(duration, position++, name));
        }

        return sums.Tally();
    }

    internal static decimal ToSeconds(Duration duration)
    {
        const long NanosecondsPerMillisecond = 1_000_000;
        if (duration.Days is < 0 or > 100_000)
        {
            return (decimal)duration.ToInt128Nanoseconds() / NanosecondsPerSecond;
        }

        // Most clocks count in seconds or milliseconds.
        long inDay = duration.NanosecondOfDay, nanoseconds = duration.Days * NodaConstants.NanosecondsPerDay + inDay;
        return inDay < 0 ? (decimal)nanoseconds / NanosecondsPerSecond
            : nanoseconds % NodaConstants.NanosecondsPerSecond == 0 ? nanoseconds / NodaConstants.NanosecondsPerSecond
            : nanoseconds % NanosecondsPerMillisecond == 0 ? DecimalSums.FromFineUnits((ulong)(nanoseconds / NanosecondsPerMillisecond), 3)
            : DecimalSums.FromFineUnits((ulong)nanoseconds, 9);
    }

    private static Duration ToDuration(decimal seconds) => Duration.FromNanoseconds((Int128)decimal.Round(seconds * NanosecondsPerSecond));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(in RatioTally seconds)
    {
        if (!IsSurelySound(in seconds))
        {
            CheckWide(in seconds);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSurelySound(in RatioTally seconds) =>
        DecimalSums.IsSurelyAtMost(seconds.Numerator, SurelyInRange) && DecimalSums.IsSurelyWhole(seconds.Denominator, long.MaxValue);

    // Sums of sound tallies can only be too large.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckSum(in RatioTally seconds)
    {
        if (!IsSurelySound(in seconds))
        {
            CheckWideSum(in seconds);
        }
    }

    private static void CheckWideSum(in RatioTally seconds)
    {
        if (seconds.Numerator > ToSeconds(Duration.MaxValue))
        {
            throw Guard.TooLarge("the total time in seconds", ToSeconds(Duration.MaxValue));
        }

        if (seconds.Denominator > long.MaxValue)
        {
            throw Guard.TooLarge("the number of durations", long.MaxValue);
        }
    }

    private static void CheckWide(in RatioTally seconds)
    {
        Guard.NotNegative(seconds.Numerator, nameof(seconds));
        if (decimal.Truncate(seconds.Denominator) != seconds.Denominator)
        {
            throw Guard.Outside(nameof(seconds), "must count in whole numbers", seconds.Denominator);
        }

        // What passes here can be read back as a Duration and as a count.
        Guard.InRange(seconds.Numerator, 0, ToSeconds(Duration.MaxValue), nameof(seconds));
        Guard.InRange(seconds.Denominator, 0, long.MaxValue, nameof(seconds));
    }

    private static Duration Checked(Duration duration, long position, string name) =>
        duration < Duration.Zero ? throw Guard.OutsideAt(position, name, "must not be negative", duration) : duration;

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.MeanDurationCaption)
            .Fact(words.CountLabel, words.Count(N))
            .Fact(words.TotalLabel, words.Seconds((double)Seconds.Numerator))
            .Fact(words.AverageLabel, words.Seconds(Value))
            .ToHtml();
    }

    static DurationTally IJsonRecord<DurationTally>.Json(JsonMembers<DurationTally> json) => new(json.Record(nameof(Seconds), x => x.Seconds));
}
