using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Gross revenue churn: the share of the recurring revenue at the start that lost and shrunken customers no longer pay.</summary>
/// <remarks>
/// <code>gross revenue churn = (churned + contraction) / start = sum of max(start - end, 0) / sum of start</code>
/// The value is a fraction in [0, 1] per period; <c>default</c> holds no data.
/// It follows the customers of the start, and what some of them pay more does not count. It is 1 minus <see cref="GrossRevenueRetention"/>.
/// It can be created from totals, the revenue of each account, or a <see cref="RatioTally"/>.
/// Records with different currencies or period lengths neither combine nor compare.
/// Source: D. Skok, "SaaS Metrics 2.0", forEntrepreneurs.
/// <para>Interval: with one row per account it is Wilson's on the effective sample size, with Student's quantile. It is wide and rough where a few accounts
/// hold most of the revenue. Totals alone give no interval, because they say nothing about the spread of the accounts.</para>
/// <para>Pitfalls: netting one account's rise against another's fall in the totals; taking it for customer churn (<see cref="Churn"/>), which a few large
/// accounts that leave hardly move; comparing monthly with yearly figures, see <see cref="PeriodRate"/>.</para>
/// <example>Of 100 at the start, 10 are churned and 10 contracted: 20 %, whatever the expansion.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<GrossRevenueChurn>))]
[TypeFormatterSource(typeof(KpiFormatters<GrossRevenueChurn>))]
public readonly record struct GrossRevenueChurn : IKpi<GrossRevenueChurn>, IJsonRecord<GrossRevenueChurn>
{
    /// <summary>Creates the rate from its evidence.</summary>
    /// <param name="evidence">The revenue lost over the revenue at the start, with one row per account or per total.
    /// The numerator is not negative and not more than the denominator.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numerator is negative or more than the denominator, or the period is not a named value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public GrossRevenueChurn(RatioTally evidence, string? currency = null, CalendarUnit? period = null)
    {
        Guard.Part(evidence.Numerator, evidence.Denominator, nameof(evidence), "its denominator");
        Evidence = evidence;
        Currency = Guard.Currency(currency);
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="GrossRevenueChurn(RatioTally, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public GrossRevenueChurn(RatioTally evidence)
        : this(evidence, null, null)
    {
    }

    /// <summary>Creates the rate from totals; several such records together have an interval.</summary>
    /// <param name="start">The recurring revenue of all customers at the start; not negative.</param>
    /// <param name="churned">What the lost customers paid at the start; not negative.</param>
    /// <param name="contraction">What the remaining customers pay less, added up account by account;
    /// not negative, and together with <paramref name="churned"/> not more than <paramref name="start"/>.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative, more revenue was lost than there was, or the period is not a named
    /// value.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums(Numerator = [0, 1, 1], Denominator = [1], Kept = [1, -1, -1])]
    public GrossRevenueChurn(decimal start, decimal churned, decimal contraction, string? currency = null, CalendarUnit? period = null)
        : this(RatioTally.FromTotals(RevenueCohort.Lost(start, churned, contraction), start), currency, period)
    {
    }

    /// <inheritdoc cref="GrossRevenueChurn(decimal, decimal, decimal, string, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums(Numerator = [0, 1, 1], Denominator = [1], Kept = [1, -1, -1])]
    public GrossRevenueChurn(decimal start, decimal churned, decimal contraction)
        : this(start, churned, contraction, null, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Gross revenue churn",
        "Gross revenue churn",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "(churned + contraction) / revenue at the start",
        "D. Skok, SaaS Metrics 2.0, forEntrepreneurs");

    /// <summary>The revenue lost over the revenue at the start.</summary>
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
    public static GrossRevenueChurn FromAccounts(IEnumerable<(decimal Start, decimal End)> accounts, string? currency = null, CalendarUnit? period = null) =>
        new(RatioTally.FromRows(RevenueCohort.Of(accounts).Select(account => (Math.Max(account.Start - account.End, 0), account.Start))), currency, period);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedRatio.Estimate(Evidence, confidence)?.FlaggedBy(Evidence).In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(GrossRevenueChurn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedRatio.Change(Evidence, baseline.Evidence, confidence)?.FlaggedBy(Evidence, baseline.Evidence).In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public GrossRevenueChurn Combine(GrossRevenueChurn other)
    {
        (string? currency, CalendarUnit? period) = Shared(other);
        return new(Evidence.Combine(other.Evidence), currency, period);
    }

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private (string? Currency, CalendarUnit? Period) Shared(GrossRevenueChurn other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        (SharedRule.Of(this, Currency, other, other.Currency, "currency", name), SharedRule.Of(this, Period, other, other.Period, "period length", name));

    static GrossRevenueChurn IJsonRecord<GrossRevenueChurn>.Json(JsonMembers<GrossRevenueChurn> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency),
        json.Optional(nameof(Period), x => x.Period));
}
