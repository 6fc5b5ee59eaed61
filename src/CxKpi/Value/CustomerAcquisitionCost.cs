using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer acquisition cost (CAC): marketing and sales spending per new customer.</summary>
/// <remarks>
/// <code>CAC = spend / new customers</code> The value is an amount of money per new customer, not negative; it is undefined without a new customer, and
/// <c>default</c> holds no data.
/// A month without a new customer has no cost per customer, but its spending counts as soon as months are combined.
/// Interval: each record is one row, so several months or channels combined have an interval and a single total has none.
/// It can be created from totals, or a <see cref="RatioTally"/>. Records with different currencies or bases neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: counting leads or sign-ups as customers; dividing the cost of paid campaigns by all new customers, which is neither basis;
/// overlooking a long sales cycle, where this month's customers come from the spending of months ago (pair them with that spending);
/// averaging the costs of channels (combine the records instead); counting discounts for new customers here and also deducting them from the margin, since
/// they belong to one of the two.</para>
/// <example>10,000 spent over three months for 20 new customers: 500.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CustomerAcquisitionCost>))]
[TypeFormatterSource(typeof(KpiFormatters<CustomerAcquisitionCost>))]
public readonly record struct CustomerAcquisitionCost : IKpi<CustomerAcquisitionCost>, IJsonRecord<CustomerAcquisitionCost>
{
    /// <summary>Creates the cost from its evidence.</summary>
    /// <param name="evidence">The spending over the new customers, with one row per period or channel; not negative. The number of new customers must be
    /// whole.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Which spending and which customers are counted; costs with different bases do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of new customers is not whole, the spending is negative, or the basis is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public CustomerAcquisitionCost(RatioTally evidence, string? currency = null, AcquisitionBasis basis = AcquisitionBasis.NotStated)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
        Basis = Guard.Defined(basis);
    }

    /// <inheritdoc cref="CustomerAcquisitionCost(RatioTally, string, AcquisitionBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CustomerAcquisitionCost(RatioTally evidence)
        : this(evidence, null, AcquisitionBasis.NotStated)
    {
    }

    /// <summary>Creates the cost from the totals of a period or channel; several such records together have an interval.</summary>
    /// <param name="spend">What was spent to win customers; not negative.</param>
    /// <param name="newCustomers">The number of customers won by this spending; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Which spending and which customers are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public CustomerAcquisitionCost(decimal spend, long newCustomers, string? currency = null, AcquisitionBasis basis = AcquisitionBasis.NotStated)
        : this(RatioTally.FromTotals(Guard.NotNegative(spend), Guard.NotNegative(newCustomers)), currency, basis)
    {
    }

    /// <inheritdoc cref="CustomerAcquisitionCost(decimal, long, string, AcquisitionBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public CustomerAcquisitionCost(decimal spend, long newCustomers)
        : this(spend, newCustomers, null, AcquisitionBasis.NotStated)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer acquisition cost",
        "CAC",
        KpiUnit.Money,
        KpiDirection.LowerIsBetter,
        "marketing and sales spending / new customers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The spending over the new customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>Which spending and which customers are counted.</summary>
    public AcquisitionBasis Basis { get; }

    /// <summary>The whole spending, whether or not it won customers.</summary>
    public decimal Spend => Evidence.Numerator;

    /// <summary>The cost as an amount of money; <see langword="null"/> when there is no new customer.</summary>
    public decimal? PerCustomer => Evidence.DecimalValue;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ValueRules.Basis(Basis), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    KpiRange IKpi<CustomerAcquisitionCost>.GoalRange => new(0, null);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerAcquisitionCost baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public CustomerAcquisitionCost Combine(CustomerAcquisitionCost other)
    {
        (string? currency, AcquisitionBasis basis) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, basis);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, AcquisitionBasis Basis) Shared(CustomerAcquisitionCost other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name), SharedRule.Of(this, Basis, other, other.Basis, "basis", name));

    static CustomerAcquisitionCost IJsonRecord<CustomerAcquisitionCost>.Json(JsonMembers<CustomerAcquisitionCost> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Value(nameof(Basis), x => x.Basis));
}
