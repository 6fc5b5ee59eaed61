using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer retention: the share of the customers present at the start of a period who are still there at its end.</summary>
/// <remarks>
/// <code>retention = retained / customers at start = (at end - acquired) / customers at start</code>
/// The value is a fraction in [0, 1] per period, 1 minus <see cref="Churn"/>; <c>default</c> holds no data.
/// It can be created from counts, two lists of customers, a <see cref="CustomerFlow"/>, or a <see cref="Churn"/>.
/// Records with different period lengths neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: starting from the customers served during the period, who include the new ones ((240 - 40) / 200 gives 100 % whoever left);
/// subtracting all customers acquired rather than those of them who are still there; counting customers who came back as if they had stayed;
/// comparing a monthly with a yearly rate, see <see cref="PeriodRate"/>; quoting that five points more retention bring 25 to 95 % more revenue, when the source
/// says profit (F. Reichheld, W. Sasser, "Zero Defections", Harvard Business Review, 1990).</para>
/// <example>200 customers at the start and 220 at the end, 40 of them new: 180 of 200, which is 90 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Retention>))]
[TypeFormatterSource(typeof(KpiFormatters<Retention>))]
public readonly record struct Retention : IKpi<Retention>, IJsonRecord<Retention>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="retained">The number of customers present at the start and at the end; not negative, not more than <paramref name="atStart"/>.</param>
    /// <param name="atStart">The number of customers present at the start; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more customers were retained than there were, or the period is not a named
    /// value.</exception>
    public Retention(long retained, long atStart, CalendarUnit? period = null)
        : this(new ShareTally(Guard.Part(retained, atStart), atStart), period)
    {
    }

    /// <inheritdoc cref="Retention(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Retention(long retained, long atStart)
        : this(retained, atStart, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public Retention(ShareTally evidence, CalendarUnit? period = null)
    {
        Evidence = evidence;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="Retention(ShareTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Retention(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer retention rate",
        "Retention",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "(customers at the end - acquired) / customers at the start",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of customers present at the start and at the end.</summary>
    public long Retained => Evidence.Count;

    /// <summary>The number of customers present at the start.</summary>
    public long AtStart => Evidence.N;

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

    /// <summary>Creates the rate from numbers of customers alone, when there are no lists of who they are.</summary>
    /// <param name="atStart">The number of customers at the start; not negative.</param>
    /// <param name="atEnd">The number of customers at the end; not negative.</param>
    /// <param name="acquired">The number of customers at the end who were not there at the start, new or returning;
    /// not more than <paramref name="atEnd"/>.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative; <paramref name="acquired"/> is more than <paramref name="atEnd"/>, or so small that
    /// more customers would have remained than there were; or the period is not a named value.</exception>
    public static Retention FromCounts(long atStart, long atEnd, long acquired, CalendarUnit? period = null)
    {
        Guard.NotNegative(atStart);
        Guard.Part(acquired, atEnd);
        long retained = atEnd - acquired;
        return retained <= atStart
            ? new(retained, atStart, period)
            : throw Guard.Outside(nameof(acquired), $"must be at least {nameof(atEnd)} - {nameof(atStart)} ({atEnd - atStart})", acquired);
    }

    /// <inheritdoc cref="FromCounts(long, long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out.</remarks>
    public static Retention FromCounts(long atStart, long atEnd, long acquired) => FromCounts(atStart, atEnd, acquired, null);

    /// <summary>Creates the rate from two lists of customers: it counts which customers of the start are still there at the end.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="atStart">The customers at the start; a key that is listed twice counts once.</param>
    /// <param name="atEnd">The customers at the end, including new and returning ones; a key that is listed twice counts once.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate; <see cref="CustomerFlow"/> also counts the customers who came back.</returns>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public static Retention FromCustomers<TKey>(IEnumerable<TKey> atStart, IEnumerable<TKey> atEnd, CalendarUnit? period = null)
        where TKey : notnull => CustomerFlow.Between(atStart, atEnd, []).ToRetention(period);

    /// <summary>Calculates the complement: the churn rate of the same customers.</summary>
    /// <returns>The churn rate over the same customers at the start.</returns>
    public Churn ToChurn() => new(Evidence.Complement(), Period);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Retention baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public Retention Combine(Retention other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(Retention other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static Retention IJsonRecord<Retention>.Json(JsonMembers<Retention> json) => new(
        ShareJson.Of(json, nameof(Retained), nameof(AtStart), x => x.Evidence),
        json.Optional(nameof(Period), x => x.Period));
}
