using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Severe complaint share: the share of the complaints whose severity reaches an explicit threshold.</summary>
/// <remarks>
/// <code>severe complaint share = complaints at or above the threshold / complaints</code> The value is a fraction in [0, 1]; <c>default</c> holds no data.
/// It can be created from counts, one complaint, or a <see cref="RatingTally"/> of severities. Records with different scales or thresholds neither combine
/// nor compare. The share of a single class is <see cref="RatingTally.CountOf"/> over all.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations", which asks to assess each
/// complaint by its severity (no conformity is claimed).
/// <para>Pitfalls: reading it without the number of complaints, since it rises when slight complaints are no longer recorded; a threshold moved between two
/// periods; severity set after the outcome is known.</para>
/// <example>The classes 1 to 5 have 10, 8, 6, 4 and 2 complaints: 6 of 30 are of class 4 or 5, which is 20 %.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<SevereComplaintShare>))]
[TypeFormatterSource(typeof(KpiFormatters<SevereComplaintShare>))]
public readonly record struct SevereComplaintShare : IKpi<SevereComplaintShare>, IJsonRecord<SevereComplaintShare>
{
    /// <summary>Creates the share from counts.</summary>
    /// <param name="severe">The number of complaints at or above the threshold; not negative, not more than <paramref name="complaints"/>.</param>
    /// <param name="complaints">The number of complaints; not negative.</param>
    /// <param name="cut">The scale and the class from which on a complaint counts as severe.</param>
    /// <param name="excluded">Complaints without a severity or with one that is not on the scale, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the part is larger than the whole.</exception>
    public SevereComplaintShare(long severe, long complaints, SeverityThreshold cut, ExcludedAnswers excluded = default)
        : this(new ShareTally(Guard.Part(severe, complaints), complaints), cut, excluded)
    {
    }

    /// <inheritdoc cref="SevereComplaintShare(long, long, SeverityThreshold, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SevereComplaintShare(long severe, long complaints, SeverityThreshold cut)
        : this(severe, complaints, cut, default)
    {
    }

    /// <summary>Creates the record from its evidence, such as a published percentage (<see cref="ShareTally.FromPublished"/>).</summary>
    /// <param name="evidence">The counts, or what was published of them.</param>
    /// <param name="cut">The scale and the class from which on a complaint counts as severe.</param>
    /// <param name="excluded">Complaints without a severity or with one that is not on the scale, which are left out of the base.</param>
    public SevereComplaintShare(ShareTally evidence, SeverityThreshold cut, ExcludedAnswers excluded = default)
    {
        Evidence = evidence;
        Cut = cut;
        Excluded = excluded;
    }

    /// <inheritdoc cref="SevereComplaintShare(ShareTally, SeverityThreshold, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public SevereComplaintShare(ShareTally evidence, SeverityThreshold cut)
        : this(evidence, cut, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Severe complaint share",
        "Severe complaints",
        KpiUnit.Share,
        KpiDirection.LowerIsBetter,
        "complaints at or above the threshold / complaints",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The number of complaints at or above the threshold.</summary>
    public long Severe => Evidence.Count;

    /// <summary>The number of complaints.</summary>
    public long Complaints => Evidence.N;

    /// <summary>The scale and the class from which on a complaint counts as severe.</summary>
    public SeverityThreshold Cut { get; }

    /// <summary>The underlying counts, from which every interval for a share can be computed.</summary>
    public ShareTally Evidence { get; }

    /// <summary>Complaints without a severity or with one that is not on the scale, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.N;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Complaint;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(ComplaintRules.Cut(Cut));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the share from one complaint.</summary>
    /// <param name="severity">Its class on the scale of the cut.</param>
    /// <param name="cut">The scale and the class from which on a complaint counts as severe.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The severity does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The cut is the default value.</exception>
    public static SevereComplaintShare FromComplaint(int severity, SeverityThreshold cut) =>
        FromTally(RatingTally.FromQuestion(severity, cut.Scale.Stated(nameof(cut)), nameof(severity)), cut);

    /// <summary>Creates the share from tallied severities.</summary>
    /// <param name="severities">How many complaints each class has, on the scale of the cut; the tally may be empty.</param>
    /// <param name="cut">The scale and the class from which on a complaint counts as severe.</param>
    /// <returns>The share.</returns>
    /// <exception cref="ArgumentException">The severities lie on another scale than the cut.</exception>
    public static SevereComplaintShare FromTally(RatingTally severities, SeverityThreshold cut) => new(cut.Count(severities), cut, severities.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => Evidence.Estimate(confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(SevereComplaintShare baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return Evidence.ChangeFrom(baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public SevereComplaintShare Combine(SevereComplaintShare other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private SeverityThreshold Shared(SevereComplaintShare other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Cut, other, other.Cut, "scale or threshold", name);

    static SevereComplaintShare IJsonRecord<SevereComplaintShare>.Json(JsonMembers<SevereComplaintShare> json) => new(
        ShareJson.Of(json, nameof(Severe), nameof(Complaints), x => x.Evidence),
        json.Record(nameof(Cut), x => x.Cut),
        json.Record(nameof(Excluded), x => x.Excluded));
}
