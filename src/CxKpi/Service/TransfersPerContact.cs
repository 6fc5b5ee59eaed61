using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Transfers per contact: how often a handled contact is passed on, on average.</summary>
/// <remarks>
/// <code>transfers per contact = transfers / contacts handled</code> The value is a ratio that may exceed 1; <c>default</c> holds no data.
/// It can be created from counts, one contact, or a <see cref="RatioTally"/>.
/// Source: a common definition of contact-centre reporting without a single author.
/// <para>Pitfalls: reporting it as a transfer rate, since three transfers of one contact out of ten are 0.3 per contact but 10 % of contacts.</para>
/// <example>Four contacts are passed on 0, 0, 1 and 3 times: 1.00 per contact, although only half of them moved.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<TransfersPerContact>))]
[TypeFormatterSource(typeof(KpiFormatters<TransfersPerContact>))]
public readonly record struct TransfersPerContact : IKpi<TransfersPerContact>, IJsonRecord<TransfersPerContact>
{
    /// <summary>Creates the ratio from its evidence.</summary>
    /// <param name="evidence">The transfers over the contacts, with one row per contact or per total; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of transfers is negative, there are transfers without a contact, or more contacts than
    /// <see cref="long.MaxValue"/>.</exception>
    public TransfersPerContact(RatioTally evidence)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        if (evidence.Numerator > 0)
        {
            Guard.Positive(evidence.Denominator, nameof(evidence));
        }

        Guard.InRange(evidence.Denominator, 0, long.MaxValue, nameof(evidence));
        Evidence = evidence;
    }

    /// <summary>Creates the ratio from totals; several such records together have an interval.</summary>
    /// <param name="transfers">The number of transfers; not negative, and 0 when nothing was handled.</param>
    /// <param name="handled">The number of contacts handled; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are transfers without a contact.</exception>
    public TransfersPerContact(long transfers, long handled)
        : this(RatioTally.FromTotals(
            Guard.NotNegative(transfers),
            transfers > 0 ? Guard.Positive(handled) : Guard.NotNegative(handled)))
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Transfers per contact",
        "Transfers per contact",
        KpiUnit.Ratio,
        KpiDirection.LowerIsBetter,
        "transfers / contacts handled",
        "Common definition of contact-centre reporting; no single author");

    /// <summary>The transfers over the contacts, with one row per contact or per total.</summary>
    public RatioTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contact;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the ratio from one handled contact.</summary>
    /// <param name="transfers">How often the contact was passed on; not negative.</param>
    /// <returns>The ratio.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static TransfersPerContact FromContact(int transfers) => new(RatioTally.Row(Guard.NotNegative(transfers), 1));

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(TransfersPerContact baseline, double confidence = 0.95) =>
        PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);

    /// <inheritdoc/>
    public TransfersPerContact Combine(TransfersPerContact other) => new(Evidence.Combine(other.Evidence));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    static TransfersPerContact IJsonRecord<TransfersPerContact>.Json(JsonMembers<TransfersPerContact> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence));
}
