using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>At-risk churn: the share of everybody who could be lost during a period, customers at the start and newcomers, who was lost.</summary>
/// <remarks>
/// <code>at-risk churn = all customers lost / (customers at start + acquired)</code> The value is a fraction in [0, 1] per period;
/// <c>default</c> holds no data.
/// This variant suits firms that lose many customers in the very period in which they win them, because newcomers are on both sides of the fraction.
/// It can be created from counts. Records with different period lengths neither combine nor compare.
/// Source: the number at risk as a base, N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020; on why definitions differ,
/// S. Noble, "Defining Churn Rate", Shopify, 2011.
/// <para>Pitfalls: newcomers were at risk for only a part of the period, so the rate looks better the more of them join late
/// (<see cref="ChurnPerCustomerDay"/> counts them for as long as they were there); dividing all losses by the customers at the start,
/// which is neither this rate nor <see cref="Churn"/> and can exceed 100 %.</para>
/// <example>Of 10,000 customers at the start 500 are lost, and of 5,000 newcomers 125: 625 of 15,000, which is 4.17 %. <see cref="Churn"/> is 500 of 10,000,
/// which is 5 %; all losses over the customers at the start would give 6.25 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AtRiskChurn>))]
[TypeFormatterSource(typeof(KpiFormatters<AtRiskChurn>))]
public readonly record struct AtRiskChurn : IKpi<AtRiskChurn>, IJsonRecord<AtRiskChurn>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="lost">The number of customers lost during the period, newcomers included;
    /// not negative, not more than there were at the start and joined.</param>
    /// <param name="atStart">The number of customers present at the start; not negative.</param>
    /// <param name="acquired">The number of customers who joined during the period, whether they stayed or not; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more customers were lost than were at risk, or the period is not a named
    /// value.</exception>
    /// <exception cref="OverflowException">The customers at risk would exceed <see cref="long.MaxValue"/>.</exception>
    public AtRiskChurn(long lost, long atStart, long acquired, CalendarUnit? period = null)
        : this(
            Tally(lost, Guard.Sum("customers at risk", Guard.NotNegative(atStart), Guard.NotNegative(acquired))),
            acquired,
            period)
    {
    }

    /// <inheritdoc cref="AtRiskChurn(long, long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public AtRiskChurn(long lost, long atStart, long acquired)
        : this(lost, atStart, acquired, null)
    {
    }

    private static ShareTally Tally(long lost, long atRisk) => new(Guard.Part(lost, atRisk, wholeName: "atStart + acquired"), atRisk);

    private AtRiskChurn(ShareTally evidence, long acquired, CalendarUnit? period)
    {
        Evidence = evidence;
        Acquired = acquired;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "At-risk churn rate",
        "At-risk churn",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "customers lost, new ones included / (customers at the start + acquired)",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of customers lost during the period, newcomers included.</summary>
    public long Lost => Evidence.Count;

    /// <summary>The number of customers present at the start.</summary>
    public long AtStart => Evidence.N - Acquired;

    /// <summary>The number of customers who joined during the period, whether they stayed or not.</summary>
    public long Acquired { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <summary>The customers lost among all at risk, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(AtRiskChurn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public AtRiskChurn Combine(AtRiskChurn other) => new(Evidence.Combine(other.Evidence), Guard.Add(Acquired, other.Acquired), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(AtRiskChurn other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static AtRiskChurn IJsonRecord<AtRiskChurn>.Json(JsonMembers<AtRiskChurn> json) => new(
        json.Value(nameof(Lost), x => x.Lost),
        json.Value(nameof(AtStart), x => x.AtStart),
        json.Value(nameof(Acquired), x => x.Acquired),
        json.Optional(nameof(Period), x => x.Period));
}
