using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Renewal rate: the share of the contracts up for renewal that were renewed.</summary>
/// <remarks>
/// <code>renewal rate = renewed / renewals due</code> The value is a fraction in [0, 1], 1 minus <see cref="CancellationRate"/>; <c>default</c> holds no data.
/// It can be created from counts, or a <see cref="CancellationRate"/>. Records with different contract terms neither combine nor compare.
/// Source: the number at risk as a base, N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, "Marketing Metrics", 2020.
/// <para>Pitfalls: dividing by all customers, which makes the rate fall with every long contract; counting contracts that are not due yet, or early renewals of
/// a later period; mixing tacit and signed renewals without saying so; reading it as <see cref="Retention"/>, whose base is every customer at the start.</para>
/// <example>Of 200 contracts due, 170 are renewed: 85 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RenewalRate>))]
[TypeFormatterSource(typeof(KpiFormatters<RenewalRate>))]
public readonly record struct RenewalRate : IKpi<RenewalRate>, IJsonRecord<RenewalRate>
{
    /// <summary>Creates the rate from counts.</summary>
    /// <param name="renewed">The number of contracts that were renewed; not negative, not more than <paramref name="due"/>.</param>
    /// <param name="due">The number of contracts whose term ended in the period, so that they were up for renewal; not negative.</param>
    /// <param name="term">The length of the contracts' term, or <see langword="null"/>; rates of contracts with different terms do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, the part is larger than the whole, or the term is not a named value.</exception>
    public RenewalRate(long renewed, long due, CalendarUnit? term = null)
        : this(new ShareTally(Guard.Part(renewed, due), due), term)
    {
    }

    /// <inheritdoc cref="RenewalRate(long, long, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RenewalRate(long renewed, long due)
        : this(renewed, due, null)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="term">The length of the term, or <see langword="null"/>; rates over different lengths do not combine.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rule is not a possible value.</exception>
    public RenewalRate(ShareTally evidence, CalendarUnit? term = null)
    {
        Evidence = evidence;
        Term = term is { } unit ? Guard.Defined(unit, nameof(term)) : null;
    }

    /// <inheritdoc cref="RenewalRate(ShareTally, CalendarUnit?)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RenewalRate(ShareTally evidence)
        : this(evidence, null)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Renewal rate",
        "Renewal",
        KpiUnit.Share,
        KpiDirection.HigherIsBetter,
        "contracts renewed / renewals due",
        "N. Bendle, P. Farris, P. Pfeifer, D. Reibstein, Marketing Metrics, 2020");

    /// <summary>The number of contracts that were renewed.</summary>
    public long Renewed => Evidence.Count;

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

    /// <summary>Calculates the complement: the share of the contracts that were not renewed.</summary>
    /// <returns>The cancellation rate over the same contracts.</returns>
    public CancellationRate ToCancellationRate() => new(Evidence.Complement(), Term);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(RenewalRate baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public RenewalRate Combine(RenewalRate other) => new(Evidence.Combine(other.Evidence), Shared(other));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private CalendarUnit? Shared(RenewalRate other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Term, other, other.Term, "term", name);

    static RenewalRate IJsonRecord<RenewalRate>.Json(JsonMembers<RenewalRate> json) => new(
        ShareJson.Of(json, nameof(Renewed), nameof(Due), x => x.Evidence),
        json.Optional(nameof(Term), x => x.Term));
}
