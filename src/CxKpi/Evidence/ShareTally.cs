using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a share: how many of a total have a property.</summary>
/// <remarks>
/// <code>value = count / total</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// A percentage that was published with its base enters by <see cref="FromPublished"/>; its interval allows for every count that is rounded to it.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ShareTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ShareTally : ILocalizedFace, IEvidence, IJsonRecord<ShareTally>
{
    /// <summary>Creates the tally of <paramref name="count"/> among <paramref name="total"/>.</summary>
    /// <param name="count">How many have the property; not negative, not larger than <paramref name="total"/>.</param>
    /// <param name="total">How many were examined; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public ShareTally(long count, long total)
    {
        Count = Guard.Part(count, total);
        N = total;
    }

    internal ShareTally(long count, long total, long roundedBy)
        : this(count, total) =>
        RoundedBy = Guard.InRange(roundedBy, 0, total);

    // Sums of valid counts are valid.
    private ShareTally(in ShareTally a, in ShareTally b)
    {
        Count = Guard.Add(a.Count, b.Count, nameof(Count));
        N = Guard.Add(a.N, b.N, nameof(N));
        RoundedBy = Guard.Add(a.RoundedBy, b.RoundedBy, nameof(RoundedBy));
    }

    /// <summary>How many have the property.</summary>
    public long Count { get; }

    /// <summary>How many were examined, which is the base.</summary>
    public long N { get; }

    /// <summary>By how many the count may be off because it was published rounded; 0 when everything was counted.</summary>
    public long RoundedBy { get; }

    /// <summary>How many do not have the property.</summary>
    public long Rest => N - Count;

    /// <summary>The share, a fraction in [0, 1]; <see langword="null"/> when nothing was examined.</summary>
    public double? Value => N == 0 ? null : (double)Count / N;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => N == 0 ? null : new(Count, N, areCounts: true);

    /// <summary>Creates the tally of one thing that was examined.</summary>
    /// <param name="hit">Whether it has the property.</param>
    /// <returns>The tally of this one thing.</returns>
    public static ShareTally One(bool hit) => new(hit ? 1 : 0, 1);

    /// <summary>Creates the tally by counting the elements that are <see langword="true"/>.</summary>
    /// <param name="hits">Whether each thing has the property.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hits"/> is <see langword="null"/>.</exception>
    public static ShareTally FromHits(IEnumerable<bool> hits)
    {
        ShareTally tally = default;
        foreach (bool hit in Guard.NotNull(hits))
        {
            tally = tally.Combine(One(hit));
        }

        return tally;
    }

    /// <summary>Creates the tally from a published percentage and its base, such as "61 % of 41,000".</summary>
    /// <param name="share">The share as a fraction in [0, 1], such as 0.61 for 61 %.</param>
    /// <param name="n">How many were examined; at least 1, because a percentage without its base has no interval and cannot be added to others.</param>
    /// <param name="decimals">The number of decimals of the percentage, from 0 to 10: 0 for 61 %, 1 for 61.3 %.</param>
    /// <returns>The tally. Its limits allow for every count that is rounded to the percentage, and are flagged
    /// <see cref="EstimateFlags.RoundedFigures"/> where there are several.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1 or has more decimals, the base is below 1, or no count out of
    /// <paramref name="n"/> is rounded to the share.</exception>
    public static ShareTally FromPublished(decimal share, long n, int decimals = 0)
    {
        (long count, long roundedBy) = Published.Count(share, n, decimals);
        return new(count, n, roundedBy);
    }

    /// <summary>Calculates the tally of those that do not have the property.</summary>
    /// <returns>The complement over the same base.</returns>
    public ShareTally Complement() => new(Rest, N, RoundedBy);

    /// <summary>The smallest count that the published figures can stand for.</summary>
    internal ShareTally Lowest => new(Math.Max(0, Count - RoundedBy), N);

    /// <summary>The largest count that the published figures can stand for.</summary>
    internal ShareTally Highest => new(Count + Math.Min(RoundedBy, Rest), N);

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The sums of the counts and of the totals.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public ShareTally Combine(ShareTally other) => new(in this, in other);

    /// <summary>Estimates the share with its interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The method of the interval. The default, Wilson's, has a closed form, stays inside [0, 1] and covers well at every size.</param>
    /// <param name="population">The size of the finite population from which the sample was drawn without replacement, equal to <see cref="N"/> for a
    /// census; <see langword="null"/> when it is unknown or large.</param>
    /// <returns>The estimate; <see langword="null"/> when nothing was examined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, the method is not a named value, or the population is smaller
    /// than the sample.</exception>
    /// <exception cref="ArgumentException">A population is given with an exact method, which assumes an infinite one.</exception>
    public Estimate? Estimate(double confidence = 0.95, ShareInterval method = ShareInterval.Wilson, long? population = null) =>
        ShareIntervals.Estimate(this, confidence, method, population) is not { } estimate ? null
        : RoundedBy == 0 ? estimate
        : RoundedFigures.Widest(
            estimate,
            ShareIntervals.Estimate(Lowest, confidence, method, population)!.Value,
            ShareIntervals.Estimate(Highest, confidence, method, population)!.Value);

    /// <summary>The difference from a baseline; the interval excludes 0 exactly when the p-value is below one minus the confidence.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="method">The interval; the default keeps its promise at every size.</param>
    /// <returns>The change as a difference of fractions; <see langword="null"/> when either share is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the method is not a named value.</exception>
    public Change? ChangeFrom(ShareTally baseline, double confidence = 0.95, ShareDifference method = ShareDifference.Mover) =>
        ShareDifferences.Change(this, baseline, confidence, method) is not { } change ? null
        : (RoundedBy | baseline.RoundedBy) == 0 ? change
        : RoundedFigures.Widest(
            change,
            ShareDifferences.Change(Lowest, baseline.Highest, confidence, method)!.Value,
            ShareDifferences.Change(Highest, baseline.Lowest, confidence, method)!.Value);

    /// <summary>The count and the total as invariant text.</summary>
    /// <returns>Text for display, such as <c>12 of 400</c>.</returns>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} of {N}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.ShareCaption)
            .Fact(words.CountLabel, words.Count(Count))
            .Fact(words.TotalLabel, words.Count(N))
            .Fact(words.ValueLabel, words.Number(Value))
            .ToHtml();
    }

    static ShareTally IJsonRecord<ShareTally>.Json(JsonMembers<ShareTally> json) => new(
        json.Value(nameof(Count), x => x.Count),
        json.Value(nameof(N), x => x.N),
        json.OrDefault(nameof(RoundedBy), x => x.RoundedBy));
}
