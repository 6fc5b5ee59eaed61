using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Purchase frequency: the number of orders per customer in a period.</summary>
/// <remarks>
/// <code>purchase frequency = orders / customers</code> The value is in orders per customer and period, not negative; <c>default</c> holds no data.
/// Over buyers it is never below 1; over all customers, those without an order count with 0.
/// It can be created from totals, the number of orders of each customer, the customer of each order, or a <see cref="RatioTally"/>.
/// Records with different period lengths neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: mixing buyers and all customers as a base; multiplying the frequency of one period with a lifespan counted in another;
/// combining consecutive periods, which counts a customer once in each; counting parts of one order and cancelled orders as orders.</para>
/// <example>100 orders of 40 customers: 2.5.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PurchaseFrequency>))]
[TypeFormatterSource(typeof(KpiFormatters<PurchaseFrequency>))]
public readonly record struct PurchaseFrequency : IKpi<PurchaseFrequency>, IJsonRecord<PurchaseFrequency>
{
    /// <summary>Creates the frequency from its evidence.</summary>
    /// <param name="evidence">The orders over the customers; not negative. The number of customers must be whole.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; frequencies over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of customers is not whole, the number of orders is negative, or the period is not a named
    /// value.</exception>
    public PurchaseFrequency(RatioTally evidence, CalendarUnit? period = null)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="PurchaseFrequency(RatioTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public PurchaseFrequency(RatioTally evidence)
        : this(evidence, null)
    {
    }

    /// <summary>Creates the frequency from totals; several such records together have an interval.</summary>
    /// <param name="orders">The number of orders; not negative, and 0 when there is no customer.</param>
    /// <param name="customers">The number of customers; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, there are orders without a customer, or the period is not a named value.</exception>
    public PurchaseFrequency(long orders, long customers, CalendarUnit? period = null)
        : this(
            RatioTally.FromTotals(
                Guard.NotNegative(orders),
                Guard.NotNegative(customers) == 0 && orders > 0
                    ? throw Guard.Outside(nameof(customers), "must be greater than zero when there are orders", customers)
                    : customers),
            period)
    {
    }

    /// <inheritdoc cref="PurchaseFrequency(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public PurchaseFrequency(long orders, long customers)
        : this(orders, customers, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Purchase frequency",
        "Purchase frequency",
        KpiUnit.Ratio,
        KpiDirection.HigherIsBetter,
        "orders / customers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The orders over the customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the frequency among buyers from the orders of one period.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="customers">The customer of each order, in any order.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The frequency, with one row per buyer; customers without an order are not in the base.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An order has no key; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public static PurchaseFrequency FromOrders<TKey>(IEnumerable<TKey> customers, CalendarUnit? period = null)
        where TKey : notnull
    {
        Dictionary<TKey, long> orders = [];
        long position = 0;
        foreach (TKey customer in Guard.NotNull(customers))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(orders, LogKey.Known(customer, position++, nameof(customers)), out _)++;
        }

        return FromCustomers(orders.Values, period);
    }

    /// <summary>Creates the frequency from the number of orders of each customer.</summary>
    /// <param name="ordersPerCustomer">How many orders each customer placed in the period; none negative. Include 0 for customers who are to count without an
    /// order.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The frequency, with one row per customer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ordersPerCustomer"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the period is not a named value.</exception>
    public static PurchaseFrequency FromCustomers(IEnumerable<long> ordersPerCustomer, CalendarUnit? period = null) =>
        new(
            RatioTally.FromValues(Guard.NotNull(ordersPerCustomer).Select((count, i) => (decimal)Guard.NotNegativeAt(count, i, nameof(ordersPerCustomer)))),
            period);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(PurchaseFrequency baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public PurchaseFrequency Combine(PurchaseFrequency other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(PurchaseFrequency other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static PurchaseFrequency IJsonRecord<PurchaseFrequency>.Json(JsonMembers<PurchaseFrequency> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Optional(nameof(Period), x => x.Period));
}
