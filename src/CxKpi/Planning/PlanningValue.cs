using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What is expected of a KPI before it is measured: its value, and how much one observation varies.</summary>
/// <remarks>
/// The value is in the KPI's unit: a share as a fraction, a net score in points. It comes from the last survey, from a pilot, or from a guess: half the people
/// (a share of 0.5) vary most, and a sample that is planned for them is never too small. <c>default</c> is no plan.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PlanningValue>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct PlanningValue : ILocalizedFace, IJsonRecord<PlanningValue>
{
    private PlanningValue(PlannedKpi kind, double? value, double unitVariance)
    {
        Kind = kind;
        Value = value;
        UnitVariance = unitVariance;
    }

    /// <summary>What kind of KPI is planned for.</summary>
    public PlannedKpi Kind { get; }

    /// <summary>The expected value, in the KPI's unit; <see langword="null"/> for a mean of which only the spread is known.</summary>
    public double? Value { get; }

    /// <summary>The expected variance of one observation, in the squared unit; for a rate, that of one unit of exposure.</summary>
    public double UnitVariance { get; }

    /// <summary>Plans for a share.</summary>
    /// <param name="share">The expected share, a fraction in [0, 1]; one half when nothing is known.</param>
    /// <returns>The planning value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share does not lie between 0 and 1.</exception>
    public static PlanningValue Share(double share = 0.5) => new(PlannedKpi.Share, Guard.Probability(share), share * (1 - share));

    /// <summary>Plans for a net score, whose spread follows from both shares and not from the score.</summary>
    /// <param name="positive">The expected share of promoters, or of answers in favour, a fraction in [0, 1].</param>
    /// <param name="negative">The expected share of detractors, or of answers against, a fraction in [0, 1].</param>
    /// <returns>The planning value, in points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share does not lie between 0 and 1, or both together are more than everybody.</exception>
    public static PlanningValue NetScore(double positive, double negative)
    {
        Guard.Probability(positive);
        Guard.Probability(negative);
        if (positive + negative > 1 + 1e-12)
        {
            throw Guard.Outside(
                nameof(negative), string.Create(CultureInfo.InvariantCulture, $"must not be larger than what positive ({positive}) leaves of 1"), negative);
        }

        double difference = positive - negative;
        return new(PlannedKpi.NetScore, 100 * difference, 1e4 * (positive + negative - difference * difference));
    }

    /// <summary>Plans for a mean, such as a rating or a handling time.</summary>
    /// <param name="standardDeviation">The expected standard deviation of one observation, in its unit; from 0 to 1e150.</param>
    /// <param name="value">The expected mean, where two means are planned for; <see langword="null"/> when it is not needed.</param>
    /// <returns>The planning value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation does not lie between 0 and 1e150, or the value is not finite.</exception>
    public static PlanningValue Mean(double standardDeviation, double? value = null) =>
        new(PlannedKpi.Mean, Guard.Finite(value, nameof(value)), Math.Pow(Guard.InRange(standardDeviation, 0, 1e150), 2));

    /// <summary>Plans for a rate of events, such as complaints per order. The size that is planned is then an exposure.</summary>
    /// <param name="rate">The expected number of events per unit of exposure; not negative.</param>
    /// <returns>The planning value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public static PlanningValue Rate(double rate) => new(PlannedKpi.Rate, Guard.Finite(Guard.NotNegative(rate), nameof(rate)), rate);

    /// <summary>Plans with a share that was measured.</summary>
    /// <param name="share">The evidence of an earlier sample.</param>
    /// <returns>The planning value; <see langword="null"/> when the share is undefined.</returns>
    public static PlanningValue? Of(ShareTally share) => share.Value is { } value ? Share(value) : null;

    /// <summary>Plans with a net score that was measured.</summary>
    /// <param name="score">The evidence of an earlier sample.</param>
    /// <returns>The planning value; <see langword="null"/> when the score is undefined.</returns>
    public static PlanningValue? Of(NetTally score) =>
        score.N == 0 ? null : NetScore(score.PositiveShare().Value!.Value, score.NegativeShare().Value!.Value);

    /// <summary>Plans with a mean that was measured.</summary>
    /// <param name="mean">The evidence of an earlier sample.</param>
    /// <returns>The planning value; <see langword="null"/> when the evidence does not say how much values vary.</returns>
    public static PlanningValue? Of(MeanTally mean) => mean.StandardDeviation is { } deviation ? Mean(deviation, mean.Value) : null;

    /// <summary>Plans with a rate that was measured.</summary>
    /// <param name="rate">The evidence of an earlier period.</param>
    /// <returns>The planning value; <see langword="null"/> when the rate is undefined.</returns>
    public static PlanningValue? Of(RateTally rate) => rate.Value is { } value ? Rate(value) : null;

    /// <summary>The same KPI moved by a difference: a share and a rate vary otherwise where they are, a net score and a mean are taken to vary alike.</summary>
    internal PlanningValue MovedBy(double difference) => Kind switch
    {
        PlannedKpi.Share => Share(Guard.Probability(Value!.Value + difference, nameof(difference))),
        PlannedKpi.Rate => Rate(Guard.NotNegative(Value!.Value + difference, nameof(difference))),
        PlannedKpi.NetScore when Math.Abs(Value!.Value + difference) > 100 =>
            throw Guard.Outside(nameof(difference), FormattableString.Invariant($"must leave the score ({Value}) between -100 and 100"), difference),
        PlannedKpi.NetScore or PlannedKpi.Mean => new(Kind, (Value ?? 0) + difference, UnitVariance),
        PlannedKpi.None => this,
    };

    internal PlanningValue RequirePlan(string name) =>
        Kind != PlannedKpi.None ? this : throw new ArgumentException($"{name} must be a plan for a share, a net score, a mean or a rate, but is none", name);

    /// <summary>The kind, the value and the standard deviation of one observation as invariant text.</summary>
    /// <returns>Text for display, such as <c>Share 0.5, standard deviation 0.5</c>.</returns>
    public override string ToString() => Kind == PlannedKpi.None
        ? Phrases.English.NoData
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Kind}{(Value is { } value ? FormattableString.Invariant($" {value:G6}") : "")}, standard deviation {Math.Sqrt(UnitVariance):G6}");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.PlanningValueCaption)
        .Fact(words.UnitLabel, Kind.In(words))
        .Fact(words.ValueLabel, words.Limit(Value))
        .Fact(words.StandardDeviationLabel, Kind == PlannedKpi.None ? null : words.Limit(Math.Sqrt(UnitVariance)))
        .ToHtml();

    static PlanningValue IJsonRecord<PlanningValue>.Json(JsonMembers<PlanningValue> json) => new(
        json.Value(nameof(Kind), x => x.Kind),
        json.Optional(nameof(Value), x => x.Value),
        Guard.Finite(Guard.NotNegative(json.Value(nameof(UnitVariance), x => x.UnitVariance), nameof(UnitVariance)), nameof(UnitVariance)));
}
