using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Escalation rate: the share of handled contacts that were passed up, to a higher level of support or to a supervisor.</summary>
/// <remarks>
/// <code>escalation rate = contacts escalated / contacts handled</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// A contact counts once, however often it is passed up. Passed on to a colleague or another queue of the same level it is a transfer
/// (<see cref="TransferRate"/>); passed by a bot to an agent it is the rest of <see cref="ContainmentRate"/>, which is called the handover rate.
/// It can be created from counts, or one contact.
/// Source: a common definition of contact-centre reporting without a single author.
/// <para>Pitfalls: mixing transfers and escalations, which mean different things; taking few escalations for good service where agents are not allowed to pass
/// up; counting tickets that were sent to the second level by rule, such as repairs, as failures of the first.</para>
/// <example>24 of 400 contacts are passed to the second level: 6 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EscalationRate>))]
[TypeFormatterSource(typeof(KpiFormatters<EscalationRate>))]
public readonly record struct EscalationRate : IKpi<EscalationRate>, IJsonRecord<EscalationRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="escalated">The number of handled contacts that were passed up at least once; not negative, not more than
    /// <paramref name="handled"/>.</param>
    /// <param name="handled">The number of contacts handled; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public EscalationRate(long escalated, long handled)
        : this(new ShareTally(Guard.Part(escalated, handled), handled))
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    public EscalationRate(ShareTally evidence) => Evidence = evidence;

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Escalation rate",
        "Escalation",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "contacts escalated / contacts handled",
        "Common definition of contact-centre reporting; no single author");

    /// <summary>The number of handled contacts that were passed up at least once.</summary>
    public long Escalated => Evidence.Count;

    /// <summary>The number of contacts handled.</summary>
    public long Handled => Evidence.N;

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

    /// <summary>Creates the rate from one handled contact.</summary>
    /// <param name="escalated">Whether the contact was passed up.</param>
    /// <returns>The rate.</returns>
    public static EscalationRate FromContact(bool escalated) => new(ShareTally.One(escalated));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(EscalationRate baseline, double confidence = 0.95) =>
        Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public EscalationRate Combine(EscalationRate other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static EscalationRate IJsonRecord<EscalationRate>.Json(JsonMembers<EscalationRate> json) => new(
        ShareJson.Of(json, nameof(Escalated), nameof(Handled), x => x.Evidence));
}
