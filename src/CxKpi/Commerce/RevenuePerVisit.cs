using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Revenue per visit: revenue per session, whether or not it ended in an order.</summary>
/// <remarks>
/// <code>revenue per visit = revenue / visits = conversion rate * average order value</code> The value is an amount of money per visit; <c>default</c> holds
/// no data.
/// It can be created from total revenue and a number of visits, the revenue of each visit, or a <see cref="RatioTally"/>.
/// Records with different currencies neither combine nor compare.
/// Source: N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: raising it by cheaper traffic that stays away; averaging the figures of days or channels (combine the records instead); visits of robots;
/// leaving cancelled orders in the revenue.</para>
/// <example>Three visits, of which one ended in an order of 60: 20.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RevenuePerVisit>))]
[TypeFormatterSource(typeof(KpiFormatters<RevenuePerVisit>))]
public readonly record struct RevenuePerVisit : IKpi<RevenuePerVisit>, IJsonRecord<RevenuePerVisit>
{
    /// <summary>Creates the average from the evidence of its visits.</summary>
    /// <param name="evidence">The revenue over the visits; the number of visits must be whole.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of visits is not whole.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public RevenuePerVisit(RatioTally evidence, string? currency = null)
    {
        Evidence = WholeCount.Of(evidence, nameof(evidence));
        Currency = Guard.Currency(currency);
    }

    /// <inheritdoc cref="RevenuePerVisit(RatioTally, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RevenuePerVisit(RatioTally evidence)
        : this(evidence, null)
    {
    }

    /// <summary>Creates the average from totals; several such records together have an interval.</summary>
    /// <param name="revenue">The total revenue; negative when more was returned than sold.</param>
    /// <param name="visits">The number of visits; not negative.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of visits is negative.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    [RowSums]
    public RevenuePerVisit(decimal revenue, long visits, string? currency = null)
        : this(RatioTally.FromTotals(revenue, Guard.NotNegative(visits)), currency)
    {
    }

    /// <inheritdoc cref="RevenuePerVisit(decimal, long, string)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    [RowSums]
    public RevenuePerVisit(decimal revenue, long visits)
        : this(revenue, visits, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Revenue per visit",
        "Revenue/visit",
        KpiUnit.Money,
        KpiDirection.HigherIsBetter,
        "revenue / visits",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The revenue over the visits.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</summary>
    public string? Currency { get; }

    /// <summary>The average as an amount of money; <see langword="null"/> when there is no visit.</summary>
    public decimal? PerVisit => Evidence.DecimalValue;

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => (long)Evidence.Denominator;

    /// <inheritdoc/>
    public long Rows => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Session;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Currency(Currency));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the average from the revenue of each visit.</summary>
    /// <param name="revenue">The revenue of each visit; 0 for a visit without an order.</param>
    /// <param name="currency">The ISO 4217 code of the currency; <see langword="null"/> when it is not stated.</param>
    /// <returns>The average.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="revenue"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The currency is not a code of three capital letters.</exception>
    public static RevenuePerVisit FromVisits(IEnumerable<decimal> revenue, string? currency = null) => new(RatioTally.FromValues(revenue), currency);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition, Currency);

    /// <inheritdoc/>
    public Change? ChangeFrom(RevenuePerVisit baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value, Currency);
    }

    /// <inheritdoc/>
    public RevenuePerVisit Combine(RevenuePerVisit other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private string? Shared(RevenuePerVisit other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Currency, other, other.Currency, "currency", name);

    static RevenuePerVisit IJsonRecord<RevenuePerVisit>.Json(JsonMembers<RevenuePerVisit> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.OptionalText(nameof(Currency), x => x.Currency));
}
