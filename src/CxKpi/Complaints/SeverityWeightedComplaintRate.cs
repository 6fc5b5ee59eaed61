using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// Severity-weighted complaint rate: the sum of the complaints' weights per unit of exposure, so that a grave complaint counts for more than a slight one.
/// </summary>
/// <remarks>
/// <code>weighted rate = sum of the complaints' weights / exposure</code> The value is in weight per unit of exposure, from 0 up; <c>default</c> holds no data.
/// The weights are the caller's own, because no standard gives them. With all weights 1 it equals <see cref="ComplaintRate"/>, including the interval.
/// It can be created from counts of complaints by weight, or a <see cref="ComplaintSeverityTally"/>.
/// Records with different scopes or exposures neither combine nor compare.
/// Source: the demerit method of quality control (H. Dodge, M. Torrey, "A Check Inspection and Demerit Rating Plan", 1956);
/// source of the interval: M. Fay and E. Feuer, 1997, see <see cref="ComplaintSeverityTally"/>.
/// <para>Rates with different heaviest weights, for example because a month has no grave complaint, combine and compare by the heavier of the two:
/// a scale that reaches further only widens the interval.</para>
/// <para>Pitfalls: taking an ordinal scale of 1 to 5 for weights, although it is a decision whether 5 is five times as bad as 1; mixing the customer's view of
/// severity with the firm's; changing weights between two periods; overlooking that one grave complaint moves the figure (read the interval).</para>
/// <example>10 complaints of weight 1 and 2 of weight 10 over 6,000 orders: 30 / 6,000 = 0.005.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SeverityWeightedComplaintRate>))]
[TypeFormatterSource(typeof(KpiFormatters<SeverityWeightedComplaintRate>))]
public readonly record struct SeverityWeightedComplaintRate : IKpi<SeverityWeightedComplaintRate>, IJsonRecord<SeverityWeightedComplaintRate>
{
    /// <summary>Creates the rate from the evidence of its complaints.</summary>
    /// <param name="evidence">The weights of the complaints over an exposure.</param>
    /// <param name="basis">Which complaints are counted, and against what; rates with different bases do not combine.</param>
    public SeverityWeightedComplaintRate(ComplaintSeverityTally evidence, ComplaintBasis basis = default)
    {
        Evidence = evidence;
        Basis = basis;
    }

    /// <inheritdoc cref="SeverityWeightedComplaintRate(ComplaintSeverityTally, ComplaintBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SeverityWeightedComplaintRate(ComplaintSeverityTally evidence)
        : this(evidence, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Severity-weighted complaint rate",
        "Weighted complaints",
        KpiUnit.Rate,
        KpiDirection.LowerIsBetter,
        "sum of the complaints' weights / exposure",
        "H. Dodge, M. Torrey, A Check Inspection and Demerit Rating Plan, Industrial Quality Control, 1956");

    /// <summary>The weights of the complaints over an exposure.</summary>
    public ComplaintSeverityTally Evidence { get; }

    /// <summary>Which complaints are counted, and against what.</summary>
    public ComplaintBasis Basis { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Complaints;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Complaint;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ComplaintRules.Scope(Basis.Scope), ComplaintRules.Exposure(Basis.Exposure));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The weight per thousand units of exposure; <see langword="null"/> when there was no exposure.</summary>
    public double? PerThousand => 1000 * Value;

    /// <summary>Creates the rate from complaints counted by weight.</summary>
    /// <param name="classes">Every weight of the severity scale, including those without a complaint, and the number of complaints that have it;
    /// none negative.</param>
    /// <param name="exposure">The number of orders, customers, contacts or other units of exposure; greater than zero when there are complaints.</param>
    /// <param name="basis">Which complaints are counted, and against what.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a count is negative, a weight is so small that its square is 0, or there are complaints
    /// without exposure.</exception>
    public static SeverityWeightedComplaintRate FromCounts(
        IEnumerable<(decimal Weight, long Complaints)> classes,
        decimal exposure,
        ComplaintBasis basis = default) =>
        new(ComplaintSeverityTally.FromCounts(classes, exposure), basis);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SeverityWeightedComplaintRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public SeverityWeightedComplaintRate Combine(SeverityWeightedComplaintRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private ComplaintBasis Shared(SeverityWeightedComplaintRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Basis, other, other.Basis, "scope or exposure", name);

    static SeverityWeightedComplaintRate IJsonRecord<SeverityWeightedComplaintRate>.Json(JsonMembers<SeverityWeightedComplaintRate> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Basis), x => x.Basis));
}
