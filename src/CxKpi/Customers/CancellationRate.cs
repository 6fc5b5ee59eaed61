using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Cancellation rate: the share of the contracts up for renewal that were not renewed.</summary>
/// <remarks>
/// <code>cancellation rate = not renewed / renewals due</code> The value is a fraction in [0, 1], 1 minus <see cref="RenewalRate"/>;
/// <c>default</c> holds no data.
/// It can be created from counts, or a <see cref="RenewalRate"/>. Records with different contract terms neither combine nor compare.
/// Source: the number at risk as a base, N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: dividing by all customers, most of whom could not leave in the period; reporting the bare number of contracts not renewed;
/// counting notices given for a term that has not ended, which are a leading indicator of their own with the number of contracts as base;
/// taking it for <see cref="Churn"/>, whose base is every customer at the start;
/// counting newsletter unsubscriptions, whose base is the messages delivered.</para>
/// <example>Of 200 contracts due, 30 are not renewed: 15 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CancellationRate>))]
[TypeFormatterSource(typeof(KpiFormatters<CancellationRate>))]
public readonly record struct CancellationRate : IKpi<CancellationRate>, IJsonRecord<CancellationRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="notRenewed">The number of contracts that ended without renewal; not negative, not more than <paramref name="due"/>.</param>
    /// <param name="due">The number of contracts whose term ended in the period, so that they were up for renewal; not negative.</param>
    /// <param name="term">The length of the contracts' term, or <see langword="null"/>; rates of contracts with different terms do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part is larger than the whole, or the term is not a named value.</exception>
    public CancellationRate(long notRenewed, long due, CalendarUnit? term = null)
        : this(new ShareTally(Guard.Part(notRenewed, due), due), term)
    {
    }

    /// <inheritdoc cref="CancellationRate(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CancellationRate(long notRenewed, long due)
        : this(notRenewed, due, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="term">The length of the term, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public CancellationRate(ShareTally evidence, CalendarUnit? term = null)
    {
        Evidence = evidence;
        Term = term is { } unit ? Guard.Defined(unit, nameof(term)) : null;
    }

    /// <inheritdoc cref="CancellationRate(ShareTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public CancellationRate(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Cancellation rate",
        "Cancellation",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "contracts not renewed / renewals due",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of contracts that ended without renewal.</summary>
    public long NotRenewed => Evidence.Count;

    /// <summary>The number of contracts that were up for renewal.</summary>
    public long Due => Evidence.N;

    /// <summary>The length of the contracts' term; <see langword="null"/> when it is not stated.</summary>
    public CalendarUnit? Term { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Contract;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(KpiRules.Term(Term));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Calculates the complement: the share of the contracts that were renewed.</summary>
    /// <returns>The renewal rate over the same contracts.</returns>
    public RenewalRate ToRenewalRate() => new(Evidence.Complement(), Term);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(CancellationRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public CancellationRate Combine(CancellationRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(CancellationRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Term, other, other.Term, "term", name);

    static CancellationRate IJsonRecord<CancellationRate>.Json(JsonMembers<CancellationRate> json) => new(
        ShareJson.Of(json, nameof(NotRenewed), nameof(Due), x => x.Evidence),
        json.Optional(nameof(Term), x => x.Term));
}
