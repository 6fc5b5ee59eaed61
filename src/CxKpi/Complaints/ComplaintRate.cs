using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Complaint rate: complaints per order, customer, contact or other unit of exposure.</summary>
/// <remarks>
/// <code>complaint rate = complaints / exposure</code> The value is in complaints per unit of exposure, from 0 up; <c>default</c> holds no data.
/// One customer can complain several times, so it is a rate and not a share: it is not bounded by 1.
/// The interval takes complaints for independent (Poisson). Where one failure brings many, gather a record per failure, day or customer and use
/// <see cref="Segments{TKey, TKpi}.EstimateClustered"/>.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations" (no conformity is claimed).
/// <para>Pitfalls: a low rate read as happiness, since most unhappy customers never complain, and making complaints easy raises it;
/// upheld complaints compared with all (see <see cref="ComplaintScope"/>);
/// complaints of a month over orders of the same month, though they follow weeks later.</para>
/// <example>30 complaints over 6,000 orders: 0.005, or 5 per thousand.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<ComplaintRate>))]
public readonly record struct ComplaintRate : IKpi<ComplaintRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="complaints">Complaints; not negative, and 0 when there is no exposure.</param>
    /// <param name="exposure">Orders, customers, contacts or another exposure; not negative.</param>
    /// <param name="basis">Which complaints are counted, and against what; rates on different bases do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or there are complaints without exposure.</exception>
    [JsonConstructor]
    public ComplaintRate(long complaints, decimal exposure, ComplaintBasis basis = default)
        : this(new RateTally(Guard.NotNegative(complaints), exposure), basis)
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

    /// <summary>Complaints.</summary>
    public long Complaints => Evidence.Events;

    /// <summary>Orders, customers, contacts or another exposure.</summary>
    public decimal Exposure => Evidence.Exposure;

    /// <summary>Which complaints are counted, and against what.</summary>
    public ComplaintBasis Basis { get; }

    /// <summary>The counts, with every interval that a rate can have.</summary>
    [JsonIgnore]
    public RateTally Evidence { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Complaints per thousand units of exposure; <see langword="null"/> when there was no exposure.</summary>
    [JsonIgnore]
    public double? PerThousand => 1000 * Value;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(ComplaintRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public ComplaintRate Combine(ComplaintRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Complaints, format, formatProvider);

    private ComplaintBasis Shared(ComplaintRate other) => SharedRule.Of(this, Basis, other, other.Basis, "scope or exposure");
}
