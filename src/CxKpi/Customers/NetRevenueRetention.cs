using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Net revenue retention (NRR): what the customers of the start pay at the end, over what they paid at the start.</summary>
/// <remarks>
/// <code>NRR = (start - churned - contraction + expansion) / start = sum of end / sum of start</code>
/// The value is a ratio per period, 0 or more, above 1 when expansion outweighs the losses; <c>default</c> holds no data.
/// It follows the customers of the start; revenue from new or returning customers is not included. It is 1 minus <see cref="NetRevenueChurn"/> without
/// reactivation.
/// It can be created from totals, the revenue of each account, or a <see cref="RatioTally"/>.
/// Records with different currencies or period lengths neither combine nor compare.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Interval: with one row per account it is Student's on the logarithm of the value. It is wide and rough where a few accounts hold most of the revenue.
/// Totals alone give no interval, because they say nothing about the spread of the accounts.</para>
/// <para>Pitfalls: including revenue of new customers at the end; multiplying monthly figures of changing customers to get a figure for twelve months, instead
/// of following the customers of twelve months ago; reading it without <see cref="GrossRevenueRetention"/>, since a few customers that grow can hide many that
/// leave.</para>
/// <example>Of 200,000 at the start, 6,000 are churned, 4,000 contracted and 20,000 expanded: 1.05.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetRevenueRetention>))]
[TypeFormatterSource(typeof(KpiFormatters<NetRevenueRetention>))]
public readonly record struct NetRevenueRetention : IKpi<NetRevenueRetention>, IJsonRecord<NetRevenueRetention>
{
    /// <summary>Creates the rate from its evidence.</summary>
    /// <param name="evidence">The revenue at the end over the revenue at the start, with one row per account or per total.
    /// The numerator is not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public NetRevenueRetention(RatioTally evidence, string? currency = null, CalendarUnit? period = null)
    {
        Guard.NotNegative(evidence.Numerator, nameof(evidence));
        Evidence = evidence;
        Currency = Guard.Currency(currency);
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="NetRevenueRetention(RatioTally, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public NetRevenueRetention(RatioTally evidence)
        : this(evidence, null, null)
    {
    }

    /// <summary>Creates the rate from totals; several such records together have an interval.</summary>
    /// <param name="start">The recurring revenue of all customers at the start; not negative.</param>
    /// <param name="churned">What the lost customers paid at the start; not negative.</param>
    /// <param name="contraction">What the remaining customers pay less, added up account by account;
    /// not negative, and together with <paramref name="churned"/> not more than <paramref name="start"/>.</param>
    /// <param name="expansion">What the remaining customers pay more, added up account by account; not negative, and 0 when there was no revenue at the
    /// start.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, more revenue was lost than there was, there is expansion without revenue at the
    /// start, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums(Numerator = [1, -1, -1, 1], Denominator = [1], Kept = [1, -1, -1])]
    public NetRevenueRetention(decimal start, decimal churned, decimal contraction, decimal expansion, string? currency = null, CalendarUnit? period = null)
        : this(RatioTally.FromTotals(
            DecimalSums.Within(
                "the revenue kept", () => start - RevenueCohort.Lost(start, churned, contraction) + RevenueCohort.Gained(start, expansion)),
            start), currency, period)
    {
    }

    /// <inheritdoc cref="NetRevenueRetention(decimal, decimal, decimal, decimal, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums(Numerator = [1, -1, -1, 1], Denominator = [1], Kept = [1, -1, -1])]
    public NetRevenueRetention(decimal start, decimal churned, decimal contraction, decimal expansion)
        : this(start, churned, contraction, expansion, null, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net revenue retention",
        "NRR",
        KpiUnit.Percentage,
        KpiDirection.HigherIsBetter,
        "(start - churned - contraction + expansion) / revenue at the start",
        "D. Skok, SaaS Metrics 2.0, forEntrepreneurs");

    /// <summary>The revenue at the end over the revenue at the start.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Account;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period), KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from the recurring revenue of each account at the start and at the end.</summary>
    /// <param name="accounts">The amounts of each account at the start and at the end, not negative; the end is 0 for a lost account.
    /// Accounts with nothing at the start are new or returning and are left out.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate, with one row per account that had revenue at the start.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="accounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative (the message names its position), or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static NetRevenueRetention FromAccounts(IEnumerable<(decimal Start, decimal End)> accounts, string? currency = null, CalendarUnit? period = null) =>
        new(RatioTally.FromRows(RevenueCohort.Of(accounts).Select(account => (account.End, account.Start))), currency, period);

    KpiRange IKpi<NetRevenueRetention>.GoalRange => new(0, 10);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.FlaggedBy(Evidence).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetRevenueRetention baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.FlaggedBy(Evidence, baseline.Evidence).In(Definition, baseline.Value);
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
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, CalendarUnit? Period) Shared(NetRevenueRetention other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name), SharedRule.Of(this, Period, other, other.Period, "period length", name));

    static NetRevenueRetention IJsonRecord<NetRevenueRetention>.Json(JsonMembers<NetRevenueRetention> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Optional(nameof(Period), x => x.Period));
}
