using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// Net revenue churn: the recurring revenue that customers of the start no longer pay, less what others of them pay more, over what all of them paid then.
/// </summary>
/// <remarks>
/// <code>net revenue churn = (churned + contraction - expansion [- reactivation]) / start</code>
/// The value is a ratio per period, at most 1, below 0 when expansion outweighs the losses; <c>default</c> holds no data.
/// It follows the customers of the start. Conventions differ on revenue from customers who came back: it is left out here, as in
/// <see cref="NetRevenueRetention"/>, unless it is passed (ChartMogul counts it). Records of the two conventions do not combine.
/// It can be created from totals, the revenue of each account, or a <see cref="RatioTally"/>.
/// Records with different currencies, period lengths or treatments of reactivation neither combine nor compare.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Interval: with one row per account it is Student's on the logarithm of what is retained. It is wide and rough where a few accounts hold most of the
/// revenue. Totals alone give no interval, because they say nothing about the spread of the accounts.</para>
/// <para>Pitfalls: including revenue of new customers in the expansion; netting reactivation without saying so;
/// comparing monthly with yearly figures, see <see cref="PeriodRate"/>.</para>
/// <example>Of 100 at the start, 10 are churned, 10 contracted and 10 expanded: 0.10.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetRevenueChurn>))]
[TypeFormatterSource(typeof(KpiFormatters<NetRevenueChurn>))]
public readonly record struct NetRevenueChurn : IKpi<NetRevenueChurn>, IJsonRecord<NetRevenueChurn>
{
    /// <summary>Creates the rate from its evidence.</summary>
    /// <param name="evidence">The net revenue lost over the revenue at the start, with one row per account or per total.
    /// The numerator is not more than the denominator.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <param name="reactivatedRevenue">Whether revenue from customers who came back is left out or netted.</param>
    /// <exception cref="ArgumentOutOfRangeException">More revenue was lost than there was, or the period or the treatment of reactivation is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public NetRevenueChurn(
        RatioTally evidence,
        string? currency = null,
        CalendarUnit? period = null,
        ReactivatedRevenue reactivatedRevenue = ReactivatedRevenue.LeftOut)
    {
        if (evidence.Numerator > evidence.Denominator)
        {
            throw Guard.Outside(nameof(evidence), "must not have lost more than there was", evidence);
        }

        Evidence = evidence;
        Currency = Guard.Currency(currency);
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
        ReactivatedRevenue = Guard.Defined(reactivatedRevenue);
    }

    /// <inheritdoc cref="NetRevenueChurn(RatioTally, string, CalendarUnit?, ReactivatedRevenue)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public NetRevenueChurn(RatioTally evidence)
        : this(evidence, null, null, ReactivatedRevenue.LeftOut)
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
    /// <param name="reactivation">What customers pay who had left before the start and came back, if it is to be netted; not negative;
    /// <see langword="null"/> leaves it out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, more revenue was lost than there was, there is expansion without revenue at the
    /// start, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums(Numerator = [0, 1, 1, -1, 0, 0, -1], Denominator = [1], Kept = [1, -1, -1])]
    public NetRevenueChurn(
        decimal start,
        decimal churned,
        decimal contraction,
        decimal expansion,
        string? currency = null,
        CalendarUnit? period = null,
        decimal? reactivation = null)
        : this(
            RatioTally.FromTotals(
                DecimalSums.Within(
                    "the net revenue lost",
                    () => RevenueCohort.Lost(start, churned, contraction)
                        - RevenueCohort.Gained(start, expansion)
                        - Guard.NotNegative(reactivation ?? 0, nameof(reactivation))),
                start),
            currency,
            period,
            reactivation)
    {
    }

    /// <inheritdoc cref="NetRevenueChurn(decimal, decimal, decimal, decimal, string, CalendarUnit?, decimal?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums(Numerator = [0, 1, 1, -1], Denominator = [1], Kept = [1, -1, -1])]
    public NetRevenueChurn(decimal start, decimal churned, decimal contraction, decimal expansion)
        : this(start, churned, contraction, expansion, null, null, null)
    {
    }

    private NetRevenueChurn(RatioTally evidence, string? currency, CalendarUnit? period, decimal? reactivation)
        : this(evidence, currency, period, reactivation is null ? ReactivatedRevenue.LeftOut : ReactivatedRevenue.Netted)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Net revenue churn",
        "Net revenue churn",
        KpiUnit.Percentage,
        KpiDirection.LowerIsBetter,
        "(churned + contraction - expansion) / revenue at the start",
        "D. Skok, SaaS Metrics 2.0, forEntrepreneurs");

    /// <summary>The net revenue lost over the revenue at the start.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <summary>Whether revenue from customers who came back is left out or netted.</summary>
    public ReactivatedRevenue ReactivatedRevenue { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Account;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(
        KpiRules.Period(Period),
        ReactivatedRevenue == ReactivatedRevenue.Netted ? KpiRule.Of(nameof(ReactivatedRevenue), words => words.ReactivationNetted) : null,
        KpiRules.Currency(Currency));

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
    public static NetRevenueChurn FromAccounts(IEnumerable<(decimal Start, decimal End)> accounts, string? currency = null, CalendarUnit? period = null) =>
        new(RatioTally.FromRows(RevenueCohort.Of(accounts).Select(account => (account.Start - account.End, account.Start))), currency, period);

    KpiRange IKpi<NetRevenueChurn>.GoalRange => new(-9, 1);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.EstimateRest(Evidence, confidence)?.FlaggedBy(Evidence).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(NetRevenueChurn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence.Complement(), baseline.Evidence.Complement(), confidence)?.Complement()
            .FlaggedBy(Evidence, baseline.Evidence)
            .In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public NetRevenueChurn Combine(NetRevenueChurn other)
    {
        (string? currency, CalendarUnit? period, ReactivatedRevenue reactivatedRevenue) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, period, reactivatedRevenue);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, CalendarUnit? Period, ReactivatedRevenue ReactivatedRevenue) Shared(
        NetRevenueChurn other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name),
            SharedRule.Of(this, Period, other, other.Period, "period length", name),
            SharedRule.Of(this, ReactivatedRevenue, other, other.ReactivatedRevenue, "treatment of reactivation", name));

    static NetRevenueChurn IJsonRecord<NetRevenueChurn>.Json(JsonMembers<NetRevenueChurn> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Optional(nameof(Period), x => x.Period),
        json.Value(nameof(ReactivatedRevenue), x => x.ReactivatedRevenue));
}
