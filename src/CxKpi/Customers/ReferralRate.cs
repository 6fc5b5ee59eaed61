using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Referral rate: the share of the customers who referred at least one other in a period.</summary>
/// <remarks>
/// <code>referral rate = customers who referred / customers</code> The value is a fraction in [0, 1] per period; <c>default</c> holds no data.
/// It counts what customers did; what they say they would do is the <see cref="Nps"/>. A customer who refers three others counts once.
/// It can be created from counts, or one customer. Records with different period lengths neither combine nor compare.
/// Source: V. Kumar, J. Petersen, R. Leone, "How Valuable Is Word of Mouth?", Harvard Business Review, 2007.
/// <para>Other conventions: shops divide referred purchases by all purchases, which is <see cref="ReferredShare"/> over orders.</para>
/// <para>Pitfalls: referrals instead of customers who referred, which may exceed the customers; only those counted who used a code; comparing periods of
/// different length; taking the promoters of a survey for people who refer, which the source finds most of them never do.</para>
/// <example>45 of 1,500 customers referred somebody in a quarter: 3 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ReferralRate>))]
[TypeFormatterSource(typeof(KpiFormatters<ReferralRate>))]
public readonly record struct ReferralRate : IKpi<ReferralRate>, IJsonRecord<ReferralRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="referring">The number of customers who referred at least one other; not negative, not more than <paramref name="customers"/>.</param>
    /// <param name="customers">The number of customers; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part is larger than the whole, or the period is not a named
    /// value.</exception>
    public ReferralRate(long referring, long customers, CalendarUnit? period = null)
        : this(new ShareTally(Guard.Part(referring, customers), customers), period)
    {
    }

    /// <inheritdoc cref="ReferralRate(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ReferralRate(long referring, long customers)
        : this(referring, customers, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public ReferralRate(ShareTally evidence, CalendarUnit? period = null)
    {
        Evidence = evidence;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="ReferralRate(ShareTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public ReferralRate(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Referral rate",
        "Referrals",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "customers who referred / customers",
        "V. Kumar, J. Petersen, R. Leone, How Valuable Is Word of Mouth?, Harvard Business Review, 2007");

    /// <summary>The number of customers who referred at least one other.</summary>
    public long Referring => Evidence.Count;

    /// <summary>The number of customers.</summary>
    public long Customers => Evidence.N;

    /// <summary>The length of the period; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Period { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Customer;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Period(Period));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the rate from one customer.</summary>
    /// <param name="referrals">How many others the customer referred in the period; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, or the period is not a named value.</exception>
    public static ReferralRate FromCustomer(int referrals, CalendarUnit? period = null) =>
        new(ShareTally.One(Guard.NotNegative(referrals) > 0), period);

    /// <inheritdoc cref="FromCustomer(int, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static ReferralRate FromCustomer(int referrals) => FromCustomer(referrals, null);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(ReferralRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public ReferralRate Combine(ReferralRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(ReferralRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static ReferralRate IJsonRecord<ReferralRate>.Json(JsonMembers<ReferralRate> json) => new(
        ShareJson.Of(json, nameof(Referring), nameof(Customers), x => x.Evidence),
        json.Optional(nameof(Period), x => x.Period));
}
