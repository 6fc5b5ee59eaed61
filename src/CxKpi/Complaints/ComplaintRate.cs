using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Complaint rate: complaints per order, customer, contact or other unit of exposure.</summary>
/// <remarks>
/// <code>complaint rate = complaints / exposure</code> The value is in complaints per unit of exposure, from 0 up; <c>default</c> holds no data.
/// One customer can complain several times, so this is a rate that is not bounded by 1, and not a share.
/// The interval treats complaints as independent (Poisson). Where one failure brings many complaints, gather one record per failure, day or customer and use
/// <see cref="Clustered{TKpi}"/>.
/// It can be created from counts. Records with different scopes or exposures neither combine nor compare.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: reading a low rate as happiness, since most unhappy customers never complain and making complaints easy raises the rate;
/// comparing upheld complaints with all complaints (see <see cref="ComplaintScope"/>);
/// dividing the complaints of a month by the orders of the same month, although they follow weeks later.</para>
/// <example>30 complaints over 6,000 orders: 0.005, which is 5 per thousand.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ComplaintRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ComplaintRate>))]
public readonly record struct ComplaintRate : IKpi<ComplaintRate>, IJsonRecord<ComplaintRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="complaints">The number of complaints; not negative, and 0 when there is no exposure.</param>
    /// <param name="exposure">The number of orders, customers, contacts or another exposure; not negative.</param>
    /// <param name="basis">Which complaints are counted, and against what; rates with different bases do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there are complaints without exposure.</exception>
    [RowSums]
    public ComplaintRate(long complaints, decimal exposure, ComplaintBasis basis = default)
        : this(new RateTally(Guard.NotNegative(complaints), exposure), basis)
    {
    }

    /// <inheritdoc cref="ComplaintRate(long, decimal, ComplaintBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public ComplaintRate(long complaints, decimal exposure)
        : this(complaints, exposure, default)
    {
    }

    private ComplaintRate(RateTally evidence, ComplaintBasis basis)
    {
        Evidence = evidence;
        Basis = basis;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Complaint rate",
        "Complaint rate",
        KpiUnit.Rate,
        KpiDirection.LowerIsBetter,
        "complaints / exposure",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The number of complaints.</summary>
    public long Complaints => Evidence.Events;

    /// <summary>The number of orders, customers, contacts or other units of exposure.</summary>
    public decimal Exposure => Evidence.Exposure;

    /// <summary>Which complaints are counted, and against what.</summary>
    public ComplaintBasis Basis { get; }

    /// <summary>The underlying counts, from which every interval for a rate can be computed.</summary>
    public RateTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Complaints;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Complaint;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ComplaintRules.Scope(Basis.Scope), ComplaintRules.Exposure(Basis.Exposure));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The number of complaints per thousand units of exposure; <see langword="null"/> when there was no exposure.</summary>
    public double? PerThousand => 1000 * Value;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ComplaintRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ComplaintRate Combine(ComplaintRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private ComplaintBasis Shared(ComplaintRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "scope or exposure", name);

    static ComplaintRate IJsonRecord<ComplaintRate>.Json(JsonMembers<ComplaintRate> json) => new(
        json.Value(nameof(Complaints), x => x.Complaints),
        json.Value(nameof(Exposure), x => x.Exposure),
        json.Record(nameof(Basis), x => x.Basis));
}
