using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Revenue per buyer: the average amount that a customer who bought in a period spent in it.</summary>
/// <remarks>
/// <code>revenue per buyer = revenue / buyers = average order value * orders per buyer</code> The value is an amount of money per buyer and period;
/// <c>default</c> holds no data.
/// It can be created from totals, the customer and value of each order, or a <see cref="RatioTally"/>.
/// Records with different currencies or period lengths neither combine nor compare.
/// Source: the identity of average order value and purchase frequency, N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: dividing by visitors or by all customers on file; combining consecutive periods, which counts a buyer once in each;
/// multiplying an average order value and a frequency of different periods or customers; overlooking a few very large buyers (read the median too).</para>
/// <example>5,000 of revenue from 40 buyers: 125.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RevenuePerBuyer>))]
[TypeFormatterSource(typeof(KpiFormatters<RevenuePerBuyer>))]
public readonly record struct RevenuePerBuyer : IKpi<RevenuePerBuyer>, IJsonRecord<RevenuePerBuyer>
{
    /// <summary>Creates the average from its evidence.</summary>
    /// <param name="evidence">The revenue over the buyers; the number of buyers must be whole.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; averages over different lengths do not combine.</param>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of buyers is not whole, or the period is not a named value.</exception>
    public RevenuePerBuyer(RatioTally evidence, string? currency = null, CalendarUnit? period = null)
    {
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="RevenuePerBuyer(RatioTally, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RevenuePerBuyer(RatioTally evidence)
        : this(evidence, null, null)
    {
    }

    /// <summary>Creates the average from totals; several such records together have an interval.</summary>
    /// <param name="revenue">The total revenue; negative when more was returned than sold.</param>
    /// <param name="buyers">The number of customers with at least one order; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of buyers is negative, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public RevenuePerBuyer(decimal revenue, long buyers, string? currency = null, CalendarUnit? period = null)
        : this(RatioTally.FromTotals(revenue, Guard.NotNegative(buyers)), currency, period)
    {
    }

    /// <inheritdoc cref="RevenuePerBuyer(decimal, long, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public RevenuePerBuyer(decimal revenue, long buyers)
        : this(revenue, buyers, null, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Revenue per buyer",
        "Revenue per buyer",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "revenue / buyers",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The revenue over the buyers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <summary>The average as an amount of money; <see langword="null"/> when there is no buyer.</summary>
    public decimal? PerBuyer => Evidence.DecimalValue;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from the orders of one period.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="orders">The customer and the value of each order, in any order; a return is a negative value of its customer.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The average, with one row per buyer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="orders"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters, or an order has no customer;
    /// the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public static RevenuePerBuyer FromOrders<TKey>(IEnumerable<(TKey Customer, decimal Value)> orders, string? currency = null, CalendarUnit? period = null)
        where TKey : notnull
    {
        Dictionary<TKey, decimal> revenue = [];
        long position = 0;
        foreach ((TKey customer, decimal value) in Guard.NotNull(orders))
        {
            ref decimal own = ref CollectionsMarshal.GetValueRefOrAddDefault(revenue, LogKey.Known(customer, position++, nameof(orders)), out _);
            own = Guard.Add(own, value, "the revenue of a customer");
        }

        return new(RatioTally.FromValues(revenue.Values), currency, period);
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(RevenuePerBuyer baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public RevenuePerBuyer Combine(RevenuePerBuyer other)
    {
        (string? currency, CalendarUnit? period) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, period);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, CalendarUnit? Period) Shared(RevenuePerBuyer other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name), SharedRule.Of(this, Period, other, other.Period, "period length", name));

    static RevenuePerBuyer IJsonRecord<RevenuePerBuyer>.Json(JsonMembers<RevenuePerBuyer> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Optional(nameof(Period), x => x.Period));
}
