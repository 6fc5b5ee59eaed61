using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Answer rate: the share of received contacts that were handled, however long they waited.</summary>
/// <remarks>
/// <code>answer rate = handled / received</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts.
/// Source: B. Cleveland, "Call Center Management on Fast Forward", 2012. In French it is the taux de prise en charge, for calls alone the taux de décroché;
/// "qualité de service" (QS) is used for it as well.
/// <para>Pitfalls: confusing the two meanings of QS, which is quoted both without a time and "within x seconds" (the latter is <see cref="ServiceLevel"/>);
/// counting contacts that came in on another day as handled; counting a transferred contact as a new one; counting a contact that an answering machine took as
/// handled.</para>
/// <example>470 of 500 contacts received are handled: 94 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AnswerRate>))]
[TypeFormatterSource(typeof(KpiFormatters<AnswerRate>))]
public readonly record struct AnswerRate : IKpi<AnswerRate>, IJsonRecord<AnswerRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="handled">The number of received contacts that were handled; not negative, not more than <paramref name="received"/>.</param>
    /// <param name="received">The number of contacts received; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more contacts were handled than received.</exception>
    public AnswerRate(long handled, long received)
        : this(new ShareTally(Guard.Part(handled, received), received))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public AnswerRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Answer rate",
        "Answer rate",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "contacts handled / contacts received",
        "B. Cleveland, Call Center Management on Fast Forward, ICMI Press, 2012");

    /// <summary>The number of received contacts that were handled.</summary>
    public long Handled => Evidence.Count;

    /// <summary>The number of contacts received.</summary>
    public long Received => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(AnswerRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public AnswerRate Combine(AnswerRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static AnswerRate IJsonRecord<AnswerRate>.Json(JsonMembers<AnswerRate> json) => new(
        ShareJson.Of(json, nameof(Handled), nameof(Received), x => x.Evidence));
}
