using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Lead acceptance rate: the share of the leads passed on by marketing that sales took on.</summary>
/// <remarks>
/// <code>lead acceptance rate = leads accepted by sales / leads passed on by marketing</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It shows whether marketing and sales mean the same by a lead. What becomes of the leads is a <see cref="ConversionRate"/> per lead, and the way from step to
/// step a <see cref="Funnel"/>.
/// It can be created from counts, or one lead.
/// Source: SiriusDecisions (now Forrester), "Demand Waterfall", 2012: from marketing-qualified to sales-accepted leads.
/// <para>Pitfalls: leads on which sales has not decided yet counted as refused (leave out those whose time to decide is not up); accepted because the time ran
/// out; leads counted twice that come again by another form; more leads of a lower grade, which lower the rate without harm.</para>
/// <example>Of 200 leads passed on, sales accepts 124: 62 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<LeadAcceptanceRate>))]
[TypeFormatterSource(typeof(KpiFormatters<LeadAcceptanceRate>))]
public readonly record struct LeadAcceptanceRate : IKpi<LeadAcceptanceRate>, IJsonRecord<LeadAcceptanceRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="accepted">The number of leads that sales took on; not negative, not more than <paramref name="passedOn"/>.</param>
    /// <param name="passedOn">The number of leads that marketing passed on and sales decided on; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public LeadAcceptanceRate(long accepted, long passedOn)
        : this(new ShareTally(Guard.Part(accepted, passedOn), passedOn))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public LeadAcceptanceRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Lead acceptance rate",
        "Lead acceptance",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "leads accepted by sales / leads passed on by marketing",
        "SiriusDecisions (Forrester), Demand Waterfall, 2012");

    /// <summary>The number of leads that sales took on.</summary>
    public long Accepted => Evidence.Count;

    /// <summary>The number of leads that marketing passed on and sales decided on.</summary>
    public long PassedOn => Evidence.N;

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Lead;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one lead.</summary>
    /// <param name="accepted">Whether sales took it on.</param>
    /// <returns>The rate.</returns>
    public static LeadAcceptanceRate FromLead(bool accepted) => new(ShareTally.One(accepted));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(LeadAcceptanceRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public LeadAcceptanceRate Combine(LeadAcceptanceRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static LeadAcceptanceRate IJsonRecord<LeadAcceptanceRate>.Json(JsonMembers<LeadAcceptanceRate> json) => new(
        ShareJson.Of(json, nameof(Accepted), nameof(PassedOn), x => x.Evidence));
}
