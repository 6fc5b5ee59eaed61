using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer acquisition cost: marketing and sales spending per new customer.</summary>
/// <remarks>
/// <code>CAC = spend / new customers</code> The value is an amount of money per new customer, not negative; undefined when nobody was won; <c>default</c> holds no data.
/// A month without a new customer has no cost per customer, yet its spending counts as soon as months are combined.
/// Interval: each record is one row, so that several months or channels combined have one and a single total has none.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: leads or sign-ups counted as customers; paid campaigns alone over all new customers, which is neither basis;
/// a long sales cycle, where this month's customers stem from the spending of months ago: pair them with that spending;
/// averaging the costs of channels (records add up instead); discounts for new customers counted here and taken off the margin too:
/// they belong to one of the two.</para>
/// <example>10,000 over three months for 20 new customers: 500.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<CustomerAcquisitionCost>))]
public readonly record struct CustomerAcquisitionCost : IKpi<CustomerAcquisitionCost>
{
    /// <summary>Creates the cost from its evidence.</summary>
    /// <param name="evidence">Spending over new customers, one row per period or channel; not negative; the new customers are whole in number.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Which spending and which customers are counted; costs on different bases do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of new customers is not whole, the spending is negative, or the basis is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [JsonConstructor]
    public CustomerAcquisitionCost(RatioTally evidence, string? currency = null, AcquisitionBasis basis = AcquisitionBasis.NotStated)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
        Basis = Guard.Defined(basis);
    }

    /// <summary>Creates the cost from the totals of a period or channel; several such records together have an interval.</summary>
    /// <param name="spend">What was spent to win customers; not negative.</param>
    /// <param name="newCustomers">Customers won by it; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="basis">Which spending and which customers are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or the basis is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public CustomerAcquisitionCost(decimal spend, long newCustomers, string? currency = null, AcquisitionBasis basis = AcquisitionBasis.NotStated)
        : this(RatioTally.FromTotals(Guard.NotNegative(spend), Guard.NotNegative(newCustomers)), currency, basis)
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

    /// <summary>Spending over new customers.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>Which spending and which customers are counted.</summary>
    public AcquisitionBasis Basis { get; }

    /// <summary>All that was spent, whether it won anybody or not.</summary>
    [JsonIgnore]
    public decimal Spend => Evidence.Numerator;

    /// <summary>The cost as money; <see langword="null"/> when nobody was won.</summary>
    [JsonIgnore]
    public decimal? PerCustomer => Evidence.DecimalValue;

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(CustomerAcquisitionCost baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
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
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        KpiText.Format(Definition, Value, (long)Evidence.Denominator, format, formatProvider, Currency);

    private (string? Currency, AcquisitionBasis Basis) Shared(CustomerAcquisitionCost other) =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency"), SharedRule.Of(this, Basis, other, other.Basis, "basis"));
}
