using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a net score: the numbers of answers in favour, in between and against.</summary>
/// <remarks>
/// <code>value = 100 * (positive - negative) / (positive + neutral + negative)</code> The value is in points in [-100, 100]; <c>default</c> holds no data.
/// The answers in between stay in the base.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct NetTally : ILocalizedFace, IEvidence, IJsonRecord<NetTally>
{
    /// <summary>Creates the tally; no count may be negative.</summary>
    /// <param name="positive">The number of answers in favour.</param>
    /// <param name="neutral">The number of answers in between, which are part of the base.</param>
    /// <param name="negative">The number of answers against.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total would exceed <see cref="long.MaxValue"/>.</exception>
    public NetTally(long positive, long neutral, long negative)
    {
        Positive = Guard.NotNegative(positive);
        Neutral = Guard.NotNegative(neutral);
        Negative = Guard.NotNegative(negative);
        _ = Guard.Sum("answers", positive, neutral, negative);
    }

    internal NetTally(long positive, long neutral, long negative, long roundedBy)
        : this(positive, neutral, negative) =>
        RoundedBy = Guard.InRange(roundedBy, 0, N);

    // Sums of valid counts are valid; only their total can overflow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private NetTally(in NetTally a, in NetTally b)
    {
        Positive = Guard.Add(a.Positive, b.Positive, nameof(Positive));
        Neutral = Guard.Add(a.Neutral, b.Neutral, nameof(Neutral));
        Negative = Guard.Add(a.Negative, b.Negative, nameof(Negative));
        RoundedBy = Guard.Add(a.RoundedBy, b.RoundedBy, nameof(RoundedBy));
        _ = Guard.Add(Guard.Add(Positive, Neutral, nameof(N)), Negative, nameof(N));
    }

    /// <summary>The number of answers in favour.</summary>
    public long Positive { get; }

    /// <summary>The number of answers in between.</summary>
    public long Neutral { get; }

    /// <summary>The number of answers against.</summary>
    public long Negative { get; }

    /// <summary>By how many the answers in favour and those against may each be off because they were published rounded; 0 when all were counted.</summary>
    public long RoundedBy { get; }

    /// <summary>The base: the number of answers of all three groups.</summary>
    public long N => Positive + Neutral + Negative;

    /// <summary>The net score in points, in [-100, 100]; <see langword="null"/> when there are no answers.</summary>
    public double? Value => N == 0 ? null : 100.0 * (Positive - Negative) / N;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => N == 0 ? null : new(Positive - Negative, N, scale: 100);

    /// <summary>The variance of one answer coded -100, 0 or +100, in squared points; <see langword="null"/> when there are no answers.</summary>
    /// <remarks>Two equal scores can have very different variances: a score alone has no standard error.</remarks>
    public double? Variance => N == 0 ? null : 1e4 * NetIntervals.Variance(Positive, Neutral, Negative);

    /// <summary>The lowest score that the published figures can stand for.</summary>
    internal NetTally Lowest => Moved(Math.Max(0, Positive - RoundedBy), Negative + Math.Min(RoundedBy, N - Negative));

    /// <summary>The highest score that the published figures can stand for.</summary>
    internal NetTally Highest => Moved(Positive + Math.Min(RoundedBy, N - Positive), Math.Max(0, Negative - RoundedBy));

    /// <summary>Creates the tally from the published percentages of those in favour and against, and their base.</summary>
    /// <param name="positive">The share in favour as a fraction in [0, 1], such as 0.61 for 61 %.</param>
    /// <param name="negative">The share against as a fraction in [0, 1].</param>
    /// <param name="n">The number of answers; at least 1, because percentages without their base have no interval and cannot be added to others.</param>
    /// <param name="decimals">The number of decimals of the percentages, from 0 to 10: 0 for 61 %, 1 for 61.3 %.</param>
    /// <returns>The tally. Its limits allow for all counts that are rounded to the percentages, and are flagged
    /// <see cref="EstimateFlags.RoundedFigures"/> where there are several.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share does not lie between 0 and 1 or has more decimals, the base is below 1, no count out of
    /// <paramref name="n"/> is rounded to a share, or both together are more than everybody.</exception>
    public static NetTally FromPublished(decimal positive, decimal negative, long n, int decimals = 0) =>
        FromPublished(positive, negative, n, decimals, nameof(positive), nameof(negative));

    /// <summary>Creates the tally from published percentages; errors name the arguments that the caller passed.</summary>
    internal static NetTally FromPublished(decimal positive, decimal negative, long n, int decimals, string positiveName, string negativeName)
    {
        (long inFavour, long roundedBy) = Published.Count(positive, n, decimals, positiveName);
        (long against, long roundedToo) = Published.Count(negative, n, decimals, negativeName);
        long over = inFavour - (n - against);
        roundedBy = Math.Max(roundedBy, roundedToo);
        if (over > 2 * roundedBy)
        {
            throw Guard.Outside(
                negativeName,
                string.Create(CultureInfo.InvariantCulture, $"must not be larger than what {positiveName} ({positive}) leaves of 1"),
                negative);
        }

        // Two percentages that were both rounded up can pass 100 together.
        long fewer = Math.Max(0, over);
        return new(inFavour - fewer / 2, Math.Max(0, -over), against - (fewer - fewer / 2), roundedBy);
    }

    /// <summary>The share of the answers in favour.</summary>
    /// <returns>The positive answers over all answers.</returns>
    public ShareTally PositiveShare() => new(Positive, N, RoundedBy);

    /// <summary>The share of the answers against.</summary>
    /// <returns>The negative answers over all answers.</returns>
    public ShareTally NegativeShare() => new(Negative, N, RoundedBy);

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The counts added group by group.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NetTally Combine(NetTally other) => new(in this, in other);

    /// <summary>Estimates the net score with its interval, in points.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The method of the interval. The default, the score interval, stays inside [-100, 100], always encloses the value, and has a width
    /// even when everybody agrees.</param>
    /// <param name="population">The size of the finite population from which the sample was drawn without replacement, equal to <see cref="N"/> for a
    /// census; <see langword="null"/> when it is unknown or large.</param>
    /// <returns>The estimate; <see langword="null"/> when there are no answers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, the method is not a named value, or the population is smaller
    /// than the sample.</exception>
    public Estimate? Estimate(double confidence = 0.95, NetInterval method = NetInterval.Score, long? population = null) =>
        NetIntervals.Estimate(this, confidence, method, population) is not { } estimate ? null
        : RoundedBy == 0 ? estimate
        : RoundedFigures.Widest(
            estimate,
            NetIntervals.Estimate(Lowest, confidence, method, population)!.Value,
            NetIntervals.Estimate(Highest, confidence, method, population)!.Value);

    /// <summary>Calculates the difference from a baseline; the interval excludes 0 exactly when the p-value is below one minus the confidence.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The interval; the default is recovered from the two score intervals.</param>
    /// <returns>The change in points; <see langword="null"/> when either score is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public Change? ChangeFrom(NetTally baseline, double confidence = 0.95, NetDifference method = NetDifference.Mover) =>
        NetDifferences.Change(this, baseline, confidence, method) is not { } change ? null
        : (RoundedBy | baseline.RoundedBy) == 0 ? change
        : RoundedFigures.Widest(
            change,
            NetDifferences.Change(Lowest, baseline.Highest, confidence, method)!.Value,
            NetDifferences.Change(Highest, baseline.Lowest, confidence, method)!.Value);

    /// <summary>The three counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>60 for, 30 neither, 10 against</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Positive} for, {Neutral} neither, {Negative} against");

    private NetTally Moved(long positive, long negative)
    {
        // Where the two would be more than everybody, the one that was moved up takes from the other.
        long over = Math.Max(0, positive + negative - N), neutral = N - positive - negative + over;
        return positive > Positive ? new(positive, neutral, negative - over) : new(positive - over, neutral, negative);
    }

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.NetScoreCaption)
            .Fact(words.PositiveLabel, words.Count(Positive))
            .Fact(words.NeutralLabel, words.Count(Neutral))
            .Fact(words.NegativeLabel, words.Count(Negative))
            .Fact(words.TotalLabel, words.Count(N))
            .Fact(words.ValueLabel, words.Number(Value))
            .ToHtml();
    }

    static NetTally IJsonRecord<NetTally>.Json(JsonMembers<NetTally> json) => new(
        json.Value(nameof(Positive), x => x.Positive),
        json.Value(nameof(Neutral), x => x.Neutral),
        json.Value(nameof(Negative), x => x.Negative),
        json.OrDefault(nameof(RoundedBy), x => x.RoundedBy));
}
