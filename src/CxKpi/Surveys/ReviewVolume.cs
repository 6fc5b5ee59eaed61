using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Review volume: how many reviews were written.</summary>
/// <remarks>
/// <code>review volume = reviews</code> The value is a count; <c>default</c> holds no data, which is not the same as a counted zero.
/// It can be created from a count.
/// Source: Y. Liu, "Word of Mouth for Movies: Its Dynamics and Impact on Box Office Revenue", Journal of Marketing, 2006 (volume and valence).
/// <para>The interval treats the count as one draw of independent reviews (Poisson) and shows which underlying volumes it is compatible with.
/// A comparison asks whether two periods differ by more than that, in a series per day where they differ in length. Reviews usually vary more than this:
/// where one campaign brings many, both are too narrow.</para>
/// <para>It has no good direction: delighted and angry customers write, and those between do not.</para>
/// <para>Pitfalls: one review that stands on several sites counted several times; stars without a text in one series and not in the other; reviews that were
/// asked for taken for spontaneous ones; the stars of few reviews (see <see cref="CxKpi.Reviews"/>).</para>
/// <example>A month with 12 reviews has a volume of 12, and may well be one of a shop that receives 6 to 21 a month.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ReviewVolume>))]
[TypeFormatterSource(typeof(KpiFormatters<ReviewVolume>))]
public readonly record struct ReviewVolume : IKpi<ReviewVolume>, IJsonRecord<ReviewVolume>
{
    /// <summary>Creates the volume of one period from its count; of a single review with 1.</summary>
    /// <param name="reviews">The number of reviews, 0 when none came in; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public ReviewVolume(long reviews)
        : this(reviews, entries: 1)
    {
    }

    /// <summary>Creates the volume from counts that were added up before.</summary>
    /// <param name="reviews">The number of reviews; not negative.</param>
    /// <param name="entries">How many counts were added up to it; 0 only when there is no data.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are reviews without an entry.</exception>
    public ReviewVolume(long reviews, long entries)
    {
        Reviews = Guard.NotNegative(reviews);
        Entries = reviews > 0 ? Guard.Positive(entries) : Guard.NotNegative(entries);
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Review volume",
        "Reviews",
        KpiUnit.Count,
        KpiDirection.Neutral,
        "reviews",
        "Y. Liu, Word of Mouth for Movies: Its Dynamics and Impact on Box Office Revenue, Journal of Marketing, 2006");

    /// <summary>The number of reviews.</summary>
    public long Reviews { get; }

    /// <summary>How many counts were added up; it tells a period without reviews from one in which nobody counted.</summary>
    public long Entries { get; }

    /// <summary>The reviews, as events of one observation.</summary>
    public RateTally Evidence => Volume.Evidence;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Reviews;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Review;

    private VolumeTally Volume => new(Reviews, Entries);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <summary>Calculates the difference from a baseline.</summary>
    /// <param name="baseline">The volume to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either volume is undefined, or when they were added up from unequal numbers of entries, which do not
    /// say how long either took. A series compares by the days of its periods.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(ReviewVolume baseline, double confidence = 0.95) => Volume.ChangeFrom(baseline.Volume, Definition, confidence);

    Change? IKpi<ReviewVolume>.ChangeOverDays(ReviewVolume baseline, int days, int baselineDays, double confidence) =>
        Volume.ChangeOverDays(baseline.Volume, days, baselineDays, Definition, confidence);

    /// <inheritdoc/>
    public ReviewVolume Combine(ReviewVolume other) => new(Guard.Add(Reviews, other.Reviews), Guard.Add(Entries, other.Entries));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ReviewVolume IJsonRecord<ReviewVolume>.Json(JsonMembers<ReviewVolume> json) => new(
        json.Value(nameof(Reviews), x => x.Reviews),
        json.Value(nameof(Entries), x => x.Entries));
}
