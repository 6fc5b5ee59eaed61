using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Historical customer value: the average revenue or margin that customers have brought so far.</summary>
/// <remarks>
/// <code>historical value = revenue or margin of all customers to date / customers</code> The value is an amount of money per customer, which is negative
/// where costs exceed revenue;
/// <c>default</c> holds no data.
/// It only looks back; <see cref="CustomerLifetimeValue"/> calculates what a customer is expected to bring.
/// It can be created from totals, the total of each customer, or a <see cref="RatioTally"/>.
/// Records with different currencies or bases neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020, who tell past value from customer lifetime value.
/// <para>Pitfalls: comparing revenue with a cost that margin has to pay for (state the <see cref="Basis"/>);
/// leaving out or including customers who never bought without saying so; comparing old and young customers, who had unequal time;
/// overlooking a few very large customers (read the median too).</para>
/// <example>Three customers with a margin of 120, 60 and 0: 60.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<HistoricalCustomerValue>))]
[TypeFormatterSource(typeof(KpiFormatters<HistoricalCustomerValue>))]
public readonly record struct HistoricalCustomerValue : IKpi<HistoricalCustomerValue>, IJsonRecord<HistoricalCustomerValue>
{
    /// <summary>Creates the value from its evidence.</summary>
    /// <param name="evidence">The revenue or margin over the customers; the number of customers must be whole.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Whether it is revenue or margin; values with different bases do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of customers is not whole, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public HistoricalCustomerValue(RatioTally evidence, string? currency = null, CustomerValueBasis basis = CustomerValueBasis.NotStated)
    {
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
        Basis = Guard.Defined(basis);
    }

    /// <inheritdoc cref="HistoricalCustomerValue(RatioTally, string, CustomerValueBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public HistoricalCustomerValue(RatioTally evidence)
        : this(evidence, null, CustomerValueBasis.NotStated)
    {
    }

    /// <summary>Creates the value from totals; several such records together have an interval.</summary>
    /// <param name="total">The revenue or margin of all customers to date; may be negative.</param>
    /// <param name="customers">The number of customers; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Whether it is revenue or margin.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of customers is negative, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public HistoricalCustomerValue(decimal total, long customers, string? currency = null, CustomerValueBasis basis = CustomerValueBasis.NotStated)
        : this(RatioTally.FromTotals(total, Guard.NotNegative(customers)), currency, basis)
    {
    }

    /// <inheritdoc cref="HistoricalCustomerValue(decimal, long, string, CustomerValueBasis)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public HistoricalCustomerValue(decimal total, long customers)
        : this(total, customers, null, CustomerValueBasis.NotStated)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Historical customer value",
        "Customer value",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "revenue or margin of all customers to date / customers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The revenue or margin over the customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>Whether the value is revenue or margin.</summary>
    public CustomerValueBasis Basis { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The value as an amount of money; <see langword="null"/> when there is no customer.</summary>
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

    /// <summary>Creates the value from the total of each customer.</summary>
    /// <param name="totals">The revenue or margin of each customer to date.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Whether it is revenue or margin.</param>
    /// <returns>The value, with one row per customer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="totals"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static HistoricalCustomerValue FromCustomers(
        IEnumerable<decimal> totals,
        string? currency = null,
        CustomerValueBasis basis = CustomerValueBasis.NotStated) =>
        new(RatioTally.FromValues(Guard.NotNull(totals)), currency, basis);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(HistoricalCustomerValue baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public HistoricalCustomerValue Combine(HistoricalCustomerValue other)
    {
        (string? currency, CustomerValueBasis basis) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, basis);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, CustomerValueBasis Basis) Shared(HistoricalCustomerValue other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name), SharedRule.Of(this, Basis, other, other.Basis, "basis", name));

    static HistoricalCustomerValue IJsonRecord<HistoricalCustomerValue>.Json(JsonMembers<HistoricalCustomerValue> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Value(nameof(Basis), x => x.Basis));
}
