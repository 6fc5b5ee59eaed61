using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Average-base churn: customers lost per average customer, where the average is taken of the numbers at the start and at the end.</summary>
/// <remarks>
/// <code>average-base churn = customers lost / ((customers at start + customers at end) / 2)</code>
/// The value is in losses per average customer and period, not negative and not bounded by 1; <c>default</c> holds no data.
/// Losses of customers who joined during the period count as well.
/// It can be created from counts, or a <see cref="RatioTally"/>. Records with different period lengths neither combine nor compare.
/// Source: the "adjusted" definition in S. Noble, "Defining Churn Rate", Shopify, 2011.
/// <para>Pitfalls: treating it as a share, although lost customers need not be in the base (it has no binomial interval: one period alone has no interval,
/// several periods or segments combined have one); using it where growth is uneven over the period, so that the average of two days misleads
/// (<see cref="ChurnPerCustomerDay"/> is the exact form); taking it for the complement of retention, see <see cref="Churn"/>.</para>
/// <example>20 are lost, with 200 at the start and 220 at the end: 20 / 210, which is 9.5 per 100 average customers.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AverageBaseChurn>))]
[TypeFormatterSource(typeof(KpiFormatters<AverageBaseChurn>))]
public readonly record struct AverageBaseChurn : IKpi<AverageBaseChurn>, IJsonRecord<AverageBaseChurn>
{
    /// <summary>Creates the rate from its evidence.</summary>
    /// <param name="evidence">The customers lost over the average number of customers, with one row per period or segment; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of customers lost is negative, or the period is not a named value.</exception>
    public AverageBaseChurn(RatioTally evidence, CalendarUnit? period = null)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = evidence;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="AverageBaseChurn(RatioTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public AverageBaseChurn(RatioTally evidence)
        : this(evidence, null)
    {
    }

    /// <summary>Creates the rate from counts; several such records together have an interval.</summary>
    /// <param name="lost">The number of customers lost during the period, newcomers included; not negative.</param>
    /// <param name="atStart">The number of customers at the start; not negative.</param>
    /// <param name="atEnd">The number of customers at the end; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the period is not a named value.</exception>
    public AverageBaseChurn(long lost, long atStart, long atEnd, CalendarUnit? period = null)
        : this(RatioTally.FromTotals(Guard.NotNegative(lost), ((decimal)Guard.NotNegative(atStart) + Guard.NotNegative(atEnd)) / 2), period)
    {
    }

    /// <inheritdoc cref="AverageBaseChurn(long, long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public AverageBaseChurn(long lost, long atStart, long atEnd)
        : this(lost, atStart, atEnd, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Average-base churn rate",
        "Average-base churn",
        KpiUnit.Rate,
        KpiDirection.LowerIsBetter,
        "customers lost / ((customers at the start + customers at the end) / 2)",
        "S. Noble, Defining Churn Rate, Shopify, 2011");

    /// <summary>The customers lost over the average number of customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Row;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(AverageBaseChurn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public AverageBaseChurn Combine(AverageBaseChurn other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(AverageBaseChurn other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static AverageBaseChurn IJsonRecord<AverageBaseChurn>.Json(JsonMembers<AverageBaseChurn> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Optional(nameof(Period), x => x.Period));
}
