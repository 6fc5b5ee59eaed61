using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Average order value (AOV): revenue per order.</summary>
/// <remarks>
/// <code>AOV = revenue / orders</code> The value is an amount of money per order; <c>default</c> holds no data.
/// It can be created from total revenue and a number of orders, the value of each order, or a <see cref="RatioTally"/>.
/// Records with different currencies neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: averaging the averages of days or countries (combine the records instead); leaving cancelled orders in the revenue;
/// overlooking a few very large orders (read the median too).</para>
/// <example>5,000 over 100 orders: 50.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<AverageOrderValue>))]
[TypeFormatterSource(typeof(KpiFormatters<AverageOrderValue>))]
public readonly record struct AverageOrderValue : IKpi<AverageOrderValue>, IJsonRecord<AverageOrderValue>
{
    /// <summary>Creates the average from the evidence of its orders.</summary>
    /// <param name="evidence">The revenue over the orders; the number of orders must be whole.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of orders is not whole.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public AverageOrderValue(RatioTally evidence, string? currency = null)
    {
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="AverageOrderValue(RatioTally, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public AverageOrderValue(RatioTally evidence)
        : this(evidence, null)
    {
    }

    /// <summary>Creates the average from totals; several such records together have an interval.</summary>
    /// <param name="revenue">The total revenue; negative when more was returned than sold.</param>
    /// <param name="orders">The number of orders; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of orders is negative.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public AverageOrderValue(decimal revenue, long orders, string? currency = null)
        : this(RatioTally.FromTotals(revenue, Guard.NotNegative(orders)), currency)
    {
    }

    /// <inheritdoc cref="AverageOrderValue(decimal, long, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public AverageOrderValue(decimal revenue, long orders)
        : this(revenue, orders, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Average order value",
        "AOV",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "revenue / orders",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The revenue over the orders.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The average as an amount of money; <see langword="null"/> when there is no order.</summary>
    public decimal? PerOrder => Evidence.DecimalValue;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Order;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from the value of each order.</summary>
    /// <param name="values">The value of each order.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static AverageOrderValue FromOrders(IEnumerable<decimal> values, string? currency = null) => new(RatioTally.FromValues(values), currency);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(AverageOrderValue baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public AverageOrderValue Combine(AverageOrderValue other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private string? Shared(AverageOrderValue other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Currency, other, other.Currency, "currency", name);

    static AverageOrderValue IJsonRecord<AverageOrderValue>.Json(JsonMembers<AverageOrderValue> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
