using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Mean complaint severity: how grave the complaints of a period are on average, whatever their number.</summary>
/// <remarks>
/// <code>mean severity = sum of the complaints' severities / complaints</code> The value is in points of the severity scale; <c>default</c> holds no data.
/// The interval is Wilson's on the effective number of complaints, with Student's quantile, and stays on the scale.
/// It can be created from one complaint, a <see cref="RatingTally"/> of severities, or a <see cref="MeanTally"/>.
/// Records with different scales neither combine nor compare.
/// Source: ISO 10002:2018, "Quality management - Customer satisfaction - Guidelines for complaints handling in organizations", which asks to assess each
/// complaint by its severity (no conformity is claimed).
/// <para>Pitfalls: reading it without the number of complaints, since it rises when slight complaints are no longer recorded
/// (<see cref="SeverityWeightedComplaintRate"/> has both in one figure); a mean of classes taken for an amount, although 4 need not be twice as bad as 2 (read
/// <see cref="SevereComplaintShare"/> too); the view of the customer and that of the firm in one series.</para>
/// <example>The classes 1 to 5 have 10, 8, 6, 4 and 2 complaints: the mean severity is 2.33.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MeanComplaintSeverity>))]
[TypeFormatterSource(typeof(KpiFormatters<MeanComplaintSeverity>))]
public readonly record struct MeanComplaintSeverity : IKpi<MeanComplaintSeverity>, IJsonRecord<MeanComplaintSeverity>
{
    /// <summary>Creates the mean from the sums of the severities.</summary>
    /// <param name="evidence">The count, sum and sum of squares of severities that lie on the scale.</param>
    /// <param name="scale">The severity scale; on it, lower must be better.</param>
    /// <param name="excluded">Complaints without a severity or with one that is not on the scale, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">No severities on the scale have these sums.</exception>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public MeanComplaintSeverity(MeanTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.LowerIsBetter, nameof(MeanComplaintSeverity), nameof(scale));
        Evidence = BoundedMean.Checked(evidence, scale.Lowest, scale.Highest);
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="MeanComplaintSeverity(MeanTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public MeanComplaintSeverity(MeanTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Mean complaint severity",
        "Severity",
        KpiUnit.ScalePoints,
        KpiDirection.LowerIsBetter,
        "sum of the complaints' severities / complaints",
        "ISO 10002:2018, Quality management - Customer satisfaction - Guidelines for complaints handling in organizations");

    /// <summary>The count, sum and sum of squares of the severities.</summary>
    public MeanTally Evidence { get; }

    /// <summary>The severity scale.</summary>
    public RatingScale Scale { get; }

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
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Scale(Scale));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    KpiRange IKpi<MeanComplaintSeverity>.GoalRange => Scale.Range;

    /// <summary>Creates the mean from one complaint.</summary>
    /// <param name="severity">Its class on the scale.</param>
    /// <param name="scale">The severity scale; on it, lower must be better.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The severity does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or higher is better on it.</exception>
    public static MeanComplaintSeverity FromComplaint(int severity, RatingScale scale) =>
        FromTally(RatingTally.FromQuestion(
            severity,
            scale.Require(ScaleDirection.LowerIsBetter, nameof(MeanComplaintSeverity), nameof(scale)),
            nameof(severity)));

    /// <summary>Creates the mean from tallied severities.</summary>
    /// <param name="severities">How many complaints each class has, on a scale on which lower is better; the tally may be empty.</param>
    /// <returns>The mean.</returns>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public static MeanComplaintSeverity FromTally(RatingTally severities) =>
        new(
            severities.ToMean(),
            severities.Scale.Require(ScaleDirection.LowerIsBetter, nameof(MeanComplaintSeverity), nameof(severities)),
            severities.Excluded);

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => BoundedMean.Estimate(Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(MeanComplaintSeverity baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return BoundedMean.Change(Evidence, baseline.Evidence, Scale.Lowest, Scale.Highest, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public MeanComplaintSeverity Combine(MeanComplaintSeverity other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private RatingScale Shared(MeanComplaintSeverity other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static MeanComplaintSeverity IJsonRecord<MeanComplaintSeverity>.Json(JsonMembers<MeanComplaintSeverity> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
