using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Relative rating: how customers rate the firm over how the same customers rate the best of its competitors that they know.</summary>
/// <remarks>
/// <code>relative rating = sum of the ratings of the firm / sum of the ratings of the best competitor</code> The value is a ratio, 1 when both are rated alike;
/// <c>default</c> holds no data. Respondents who rated one side only are counted apart.
/// Each respondent is a row, and several together have an interval that allows for the two ratings going together.
/// It can be created from one respondent, many, or a <see cref="RatioTally"/>. Records with different scales neither combine nor compare.
/// Source: B. Gale, "Managing Customer Value", 1994 (market-perceived quality ratio).
/// <para>Other conventions: the difference of the two ratings of a respondent, which is a <see cref="PairedMeanTally"/>; ratings of the competitors by their
/// own customers, whose means are compared as two samples (<see cref="MeanRating"/>).</para>
/// <para>Pitfalls: a competitor that the respondent only knows from hearsay; the mean of all competitors in the place of the best one; the mean of the
/// respondents' own ratios, in which a rating of 1 weighs most; scales that begin with 0, where a ratio says little.</para>
/// <example>Ratings of 8, 9 and 7 against 7, 9 and 8 for the best competitor: 24 / 24 = 1.</example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RelativeRating>))]
[TypeFormatterSource(typeof(KpiFormatters<RelativeRating>))]
public readonly record struct RelativeRating : IKpi<RelativeRating>, IJsonRecord<RelativeRating>
{
    /// <summary>Creates the ratio from its evidence.</summary>
    /// <param name="evidence">The ratings of the firm over those of the best competitor, with one row per respondent; not negative.</param>
    /// <param name="scale">The scale of both questions; on it, higher must be better, and its lowest answer is not below 0.</param>
    /// <param name="excluded">Respondents with a missing rating, which are left out of the base.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sum of ratings is impossible on the scale, or the scale has answers below 0.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public RelativeRating(RatioTally evidence, RatingScale scale, ExcludedAnswers excluded = default)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(RelativeRating), nameof(scale));
        Guard.NotNegative(scale.Lowest, nameof(scale));
        if (evidence != default)
        {
            decimal lowest = (decimal)scale.Lowest * evidence.Rows, highest = (decimal)scale.Highest * evidence.Rows;
            Guard.InRange(evidence.Numerator, lowest, highest, nameof(evidence));
            Guard.InRange(evidence.Denominator, lowest, highest, nameof(evidence));
        }

        Evidence = evidence;
        Scale = scale;
        Excluded = excluded;
    }

    /// <inheritdoc cref="RelativeRating(RatioTally, RatingScale, ExcludedAnswers)"/>
    /// <remarks>Without optional parameters, which an expression tree cannot leave out: a query can hand the counts of each group to it.</remarks>
    public RelativeRating(RatioTally evidence, RatingScale scale)
        : this(evidence, scale, default)
    {
    }

    /// <inheritdoc/>
    public static KpiDefinition Definition { get; } = new(
        "Relative rating",
        "Relative rating",
        KpiUnit.Ratio,
        KpiDirection.HigherIsBetter,
        "sum of the ratings of the firm / sum of the ratings of the best competitor",
        "B. Gale, Managing Customer Value, 1994");

    /// <summary>The ratings of the firm over those of the best competitor, with one row per respondent.</summary>
    public RatioTally Evidence { get; }

    /// <summary>The scale of both questions.</summary>
    public RatingScale Scale { get; }

    /// <summary>Respondents with a missing rating, which are left out of the base.</summary>
    public ExcludedAnswers Excluded { get; }

    /// <inheritdoc/>
    public double? Value => Evidence.Value;

    /// <inheritdoc/>
    public long N => Evidence.Rows;

    /// <inheritdoc/>
    public ObservationKind Observation => ObservationKind.Respondent;

    /// <inheritdoc/>
    public IReadOnlyList<LeftOutCount> LeftOut => Excluded.LeftOut;

    /// <inheritdoc/>
    public IReadOnlyList<KpiRule> Rules => KpiRules.Of(SurveyRules.Scale(Scale));

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Evidence.Totals;

    /// <summary>Creates the ratio from one respondent.</summary>
    /// <param name="own">The rating of the firm; <see langword="null"/> when it was not given.</param>
    /// <param name="bestCompetitor">The rating of the best of the competitors; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale of both questions.</param>
    /// <returns>The ratio; a respondent with a missing rating is counted as missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A rating does not lie on the scale, or the scale has answers below 0.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static RelativeRating FromRespondent(int? own, int? bestCompetitor, RatingScale scale)
    {
        MeanTally mine = RatingTally.FromQuestion(own, scale, nameof(own)).ToMean();
        MeanTally theirs = RatingTally.FromQuestion(bestCompetitor, scale, nameof(bestCompetitor)).ToMean();
        return mine.N + theirs.N < 2
            ? new(default, scale, new ExcludedAnswers(missing: 1))
            : new(RatioTally.Row(mine.Sum, theirs.Sum), scale);
    }

    /// <summary>Creates the ratio from many respondents.</summary>
    /// <param name="respondents">The rating of the firm and of the best competitor by each; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale of both questions.</param>
    /// <returns>The ratio.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="respondents"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rating does not lie on the scale (the message names the position of its respondent), or the scale has
    /// answers below 0.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static RelativeRating FromRespondents(IEnumerable<(int? Own, int? BestCompetitor)> respondents, RatingScale scale)
    {
        scale.Stated(nameof(scale));
        RelativeRating total = new(default, scale);
        long position = 0;
        foreach ((int? own, int? bestCompetitor) in Guard.NotNull(respondents))
        {
            total = total.Combine(FromRespondent(
                RatingTally.Whole(own, scale, nameof(respondents), position, ", own"),
                RatingTally.Whole(bestCompetitor, scale, nameof(respondents), position++, ", best competitor"),
                scale));
        }

        return total;
    }

    /// <inheritdoc/>
    public Estimate? Estimate(double confidence = 0.95) => PositiveAmount.Estimate(Evidence, confidence)?.In(Definition);

    /// <inheritdoc/>
    public Change? ChangeFrom(RelativeRating baseline, double confidence = 0.95)
    {
        Shared(baseline);
        return PositiveAmount.Change(Evidence, baseline.Evidence, confidence)?.In(Definition, baseline.Value);
    }

    /// <inheritdoc/>
    public RelativeRating Combine(RelativeRating other) => new(Evidence.Combine(other.Evidence), Shared(other), Excluded.Combine(other.Excluded));

    /// <inheritdoc cref="KpiDefinition.ToString"/>
    public override string ToString() => ToString(null, null);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => KpiRecord.Format(this, format, formatProvider);

    private RatingScale Shared(RelativeRating other, [CallerArgumentExpression(nameof(other))] string name = "") =>
        SharedRule.Of(this, Scale, other, other.Scale, "scale", name);

    static RelativeRating IJsonRecord<RelativeRating>.Json(JsonMembers<RelativeRating> json) => new(
        json.Record(nameof(Evidence), x => x.Evidence),
        json.Record(nameof(Scale), x => x.Scale),
        json.Record(nameof(Excluded), x => x.Excluded));
}
