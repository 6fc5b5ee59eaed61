using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Survey response rate: the share of delivered invitations that led to a complete answer.</summary>
/// <remarks>
/// <code>response rate = completed / (sent - bounced)</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// This form is used in business, where there is a list of invited people. Where eligibility is unknown or partial answers matter, use
/// <see cref="AaporOutcomes"/>.
/// It can be created from counts.
/// Source: AAPOR, "Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys", 2016. It is AAPOR's first rate when every
/// delivered invitation reached an eligible person.
/// <para>Pitfalls: dividing by opened mails; counting reminders as invitations; calculating it for an open link, which has no list of invited people and
/// therefore no rate; taking a high rate as proof that the sample represents the customers.</para>
/// <para>Other conventions: some tools divide by all invitations sent; pass 0 bounces to do so.</para>
/// <example>1,000 invitations are sent, 50 bounce and 190 are completed: 190 of 950, which is 20 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ResponseRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ResponseRate>))]
public readonly record struct ResponseRate : IKpi<ResponseRate>, IJsonRecord<ResponseRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="completed">The number of complete answers, one per invited person; not more than the invitations delivered.</param>
    /// <param name="sent">The number of invited people, without reminders; not negative.</param>
    /// <param name="bounced">The number of invitations that did not arrive; not more than <paramref name="sent"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or a part is larger than its whole.</exception>
    public ResponseRate(long completed, long sent, long bounced = 0)
    {
        long delivered = sent - Guard.Part(bounced, sent);
        Evidence = new(Guard.Part(completed, delivered, wholeName: "sent - bounced"), delivered);
        Bounced = bounced;
    }

    /// <inheritdoc cref="ResponseRate(long, long, long)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ResponseRate(long completed, long sent)
        : this(completed, sent, 0)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Survey response rate",
        "Response rate",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "completed / (sent - bounced)",
        "AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for Surveys, 2016");

    /// <summary>The number of complete answers.</summary>
    public long Completed => Evidence.Count;

    /// <summary>The number of invited people.</summary>
    public long Sent => Evidence.N + Bounced;

    /// <summary>The number of invitations that did not arrive.</summary>
    public long Bounced { get; }

    /// <summary>The number of invitations that arrived, which is the base.</summary>
    public long Delivered => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Invitation;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Bounced, Bounced));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ResponseRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public ResponseRate Combine(ResponseRate other) =>
        new(Guard.Add(Completed, other.Completed), Guard.Add(Sent, other.Sent), Guard.Add(Bounced, other.Bounced));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static ResponseRate IJsonRecord<ResponseRate>.Json(JsonMembers<ResponseRate> json) => new(
        json.Value(nameof(Completed), x => x.Completed),
        json.Value(nameof(Sent), x => x.Sent),
        json.Value(nameof(Bounced), x => x.Bounced));
}
