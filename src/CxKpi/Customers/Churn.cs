using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Customer churn: the share of the customers present at the start of a period who were lost during it.</summary>
/// <remarks>
/// <code>churn = lost / customers at start</code> The value is a fraction in [0, 1] per period; <c>default</c> holds no data.
/// Only customers who were there at the start can be lost here, so churn is exactly 1 minus retention.
/// It can be created from counts, two lists of customers, a <see cref="CustomerFlow"/>, or a <see cref="Retention"/>.
/// Records with different period lengths neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: dividing by the customers acquired (20 lost, 40 acquired and 200 at the start give 10 %, not 50 %); counting losses of new customers in the
/// numerator but not in the denominator; giving churn without its period (10 % a month are 72 % a year, see <see cref="PeriodRate"/>);
/// counting a customer who came back as one who never left, see <see cref="CustomerFlow"/>;
/// taking the day of the cancellation request for the day of the loss, which comes when the paid term ends.</para>
/// <para>Other definitions with the same name are records of their own: <see cref="AverageBaseChurn"/>, <see cref="AtRiskChurn"/> and
/// <see cref="ChurnPerCustomerDay"/>.</para>
/// <example>20 of 200 customers are lost: 10 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Churn>))]
[TypeFormatterSource(typeof(KpiFormatters<Churn>))]
public readonly record struct Churn : IKpi<Churn>, IJsonRecord<Churn>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="lost">The number of customers present at the start and gone at the end; not negative, not more than <paramref name="atStart"/>.</param>
    /// <param name="atStart">The number of customers present at the start; not negative.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more customers were lost than there were, or the period is not a named
    /// value.</exception>
    public Churn(long lost, long atStart, CalendarUnit? period = null)
        : this(new ShareTally(Guard.Part(lost, atStart), atStart), period)
    {
    }

    /// <inheritdoc cref="Churn(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Churn(long lost, long atStart)
        : this(lost, atStart, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public Churn(ShareTally evidence, CalendarUnit? period = null)
    {
        Evidence = evidence;
        Period = period is { } unit ? Guard.Defined(unit, nameof(period)) : null;
    }

    /// <inheritdoc cref="Churn(ShareTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public Churn(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Customer churn rate",
        "Churn",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "customers lost / customers at the start",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of customers present at the start and gone at the end.</summary>
    public long Lost => Evidence.Count;

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

    /// <summary>Creates the rate from two lists of customers: it counts which customers of the start are missing at the end.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a customer.</typeparam>
    /// <param name="atStart">The customers at the start; a key that is listed twice counts once.</param>
    /// <param name="atEnd">The customers at the end, including new and returning ones; a key that is listed twice counts once.</param>
    /// <param name="period">The length of the period, or <see langword="null"/>; records with different lengths do not combine.</param>
    /// <returns>The rate; <see cref="CustomerFlow"/> also counts the customers who came back.</returns>
    /// <exception cref="ArgumentNullException">A list is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A key is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period is not a named value.</exception>
    public static Churn FromCustomers<TKey>(IEnumerable<TKey> atStart, IEnumerable<TKey> atEnd, CalendarUnit? period = null)
        where TKey : notnull => CustomerFlow.Between(atStart, atEnd, []).ToChurn(period);

    /// <summary>Calculates the complement: the retention rate of the same customers.</summary>
    /// <returns>The retention rate over the same customers at the start.</returns>
    public Retention ToRetention() => new(Evidence.Complement(), Period);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(Churn baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public Churn Combine(Churn other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(Churn other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Period, other, other.Period, "period length", name);

    static Churn IJsonRecord<Churn>.Json(JsonMembers<Churn> json) => new(
        ShareJson.Of(json, nameof(Lost), nameof(AtStart), x => x.Evidence),
        json.Optional(nameof(Period), x => x.Period));
}
