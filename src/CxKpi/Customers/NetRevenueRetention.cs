using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net revenue retention: what the customers of the start pay at the end, over what they paid at the start.</summary>
/// <remarks>
/// <code>NRR = (start - churned - contraction + expansion) / start = sum of end / sum of start</code>
/// The value is a ratio per period, 0 or more, above 1 when expansion outweighs the losses; <c>default</c> holds no data.
/// It follows the customers of the start: revenue from new or returning ones never enters. 1 minus <see cref="NetRevenueChurn"/> without reactivation.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Interval: with accounts as rows, by linearisation and Student's distribution; wide and rough where a few accounts hold most of the revenue.
/// Totals alone say nothing about their spread.</para>
/// <para>Pitfalls: revenue of new customers at the end; a figure for twelve months made by multiplying monthly ones of changing customers, instead of following
/// those of twelve months ago;
/// read without <see cref="GrossRevenueRetention"/>, a few that grow hide many that leave.</para>
/// <example>200,000 at the start, 6,000 churned, 4,000 contraction, 20,000 expansion: 1.05.</example>
/// </remarks>
[TypeFormatterSource(typeof(KpiFormatters<NetRevenueRetention>))]
public readonly record struct NetRevenueRetention : IKpi<NetRevenueRetention>
{
    /// <summary>Creates the rate from its evidence.</summary>
    /// <param name="evidence">Revenue at the end over revenue at the start, one row per account or per total. The numerator is not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [JsonConstructor]
    public NetRevenueRetention(RatioTally evidence, string? currency = null, CalendarUnit? period = null)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = evidence;
        Currency = Guard.Currency(currency);
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <summary>Creates the rate from totals; several such records together have an interval.</summary>
    /// <param name="start">Recurring revenue of all customers at the start; not negative.</param>
    /// <param name="churned">What the lost ones of them paid; not negative.</param>
    /// <param name="contraction">What the others of them pay less, added up account by account;
    /// not negative, and with <paramref name="churned"/> not more than <paramref name="start"/>.</param>
    /// <param name="expansion">What those who stayed pay more, added up account by account; not negative, and 0 when there was no revenue at the start.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, more was lost than there was, there is expansion without revenue at the start, or
    /// the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public NetRevenueRetention(decimal start, decimal churned, decimal contraction, decimal expansion, string? currency = null, CalendarUnit? period = null)
        : this(RatioTally.FromTotals(start - RevenueCohort.Lost(start, churned, contraction) + RevenueCohort.Gained(start, expansion), start), currency, period)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net revenue retention",
        "NRR",
        KpiUnit.Ratio,
        KpiDirection.HigherIsBetter,
        "(start - churned - contraction + expansion) / revenue at the start",
        "D. Skok, SaaS Metrics 2.0, forEntrepreneurs");

    /// <summary>Revenue at the end over revenue at the start.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <inheritdoc/>
    [JsonIgnore]
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    [JsonIgnore]
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>The rate from the recurring revenue of each account at the start and at the end.</summary>
    /// <param name="accounts">Both amounts of each account, not negative; the end is 0 for a lost one.
    /// Accounts with nothing at the start are new or back, and left out.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate, with one row per account of the cohort.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static NetRevenueRetention FromAccounts(IEnumerable<(decimal Start, decimal End)> accounts, string? currency = null, CalendarUnit? period = null) =>
        new(RatioTally.FromRows(RevenueCohort.Of(accounts).Select(account => (account.End, account.Start))), currency, period);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetRevenueRetention baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.Towards(Definition.Direction);
    }

    /// <inheritdoc/>
    public NetRevenueRetention Combine(NetRevenueRetention other)
    {
        (string? currency, CalendarUnit? period) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, period);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiText.Format(Definition, Value, Evidence.Rows, format, formatProvider);

    private (string? Currency, CalendarUnit? Period) Shared(NetRevenueRetention other) =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency"), SharedRule.Of(this, Period, other, other.Period, "period length"));
}
