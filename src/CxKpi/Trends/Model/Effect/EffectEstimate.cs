using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Trends;

/// <summary>The effect of an event at a known date: the step of the level, and the gap to what the earlier periods led to expect.</summary>
/// <remarks>
/// <code>figure = season + trend + step · share of the period's days under the effect + calendar + u + e</code>
/// The step is the level under the effect less the level that season and trend would have given in the same periods. The trend is the same before and after,
/// so it does not matter at which period the step is read. A period that the effect covers in part counts by the share of its days.
/// For shares of counts the model's step is one of log odds, and it is shown as the change of the combined share of the affected periods.
/// The gap answers another question and uses the earlier periods alone: they are modelled, the later ones predicted, and the two compared;
/// its limits allow for the error of every coefficient, for the autocorrelation of the noise and for the sampling of the period itself.
/// What was expected and its limits stay within the KPI's range, as those of <see cref="Expectation"/> do; the step and its p-value are statements of the
/// model alone, to which the range makes no difference.
/// With a control, both are calculated from the series less its control (log odds less log odds), and the variances add.
/// <para>Source: J. Lopez Bernal, S. Cummins and A. Gasparrini, "Interrupted time series regression for the evaluation of public health interventions:
/// a tutorial", 2017.
/// Other tools decompose the whole series first and compare means; the season then contains part of the step.
/// Whatever else began at the same date is part of the effect.</para>
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record EffectEstimate : ILocalizedFace
{
    internal EffectEstimate()
    {
    }

    /// <summary>The first day under the effect.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate From { get; internal init; }

    /// <summary>The last day under the effect; <see langword="null"/> when it continues.</summary>
    [JsonConverter(typeof(LocalDateJsonConverter))]
    public LocalDate? Through { get; internal init; }

    /// <summary>What the limits of the step mean for the KPI's direction; <see cref="ChangeVerdict.Unknown"/> when the estimate is refused.</summary>
    public ChangeVerdict Verdict { get; internal init; }

    /// <summary>The step of the level, in the KPI's unit; <see langword="null"/> when the estimate is refused.</summary>
    public double? Step { get; internal init; }

    /// <summary>The lower limit of the step, in the KPI's unit; <see langword="null"/> when the estimate is refused.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the step, in the KPI's unit; <see langword="null"/> when the estimate is refused.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The confidence level of all limits, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The step on the model's scale, that of <see cref="ModelFit.Scale"/>; on the figures' own, the same as <see cref="Step"/>.</summary>
    public double? ModelStep { get; internal init; }

    /// <summary>The standard error of <see cref="ModelStep"/>.</summary>
    public double? ModelStandardError { get; internal init; }

    /// <summary>The step divided by its standard error.</summary>
    public double? T { get; internal init; }

    /// <summary>The two-sided p-value of the hypothesis "no step".</summary>
    public double? PValue { get; internal init; }

    /// <summary>
    /// The step that would have been found with a probability of 80 %, in the KPI's unit; for shares of counts the larger of a rise and a fall.
    /// </summary>
    public double? SmallestDetectable { get; internal init; }

    /// <summary>How the limits compare with the smallest change that matters.</summary>
    public Relevance Relevance { get; internal init; }

    /// <summary>Whether the model has a trend.</summary>
    public bool HasTrend { get; internal init; }

    /// <summary>Whether a control was subtracted.</summary>
    public bool HasControl { get; internal init; }

    /// <summary>
    /// The p-value of the hypothesis that series and control changed alike before the effect;
    /// <see langword="null"/> without a control, or when it was not tested.
    /// </summary>
    public double? ParallelPValue { get; internal init; }

    /// <summary>The periods under the effect that have a figure and an expectation; empty when there are too few earlier periods for one.</summary>
    public IReadOnlyList<EffectPeriod> Path { get; internal init; } = [];

    /// <summary>
    /// The sum of the gaps over <see cref="Path"/>: for shares of counts the number above (or below) the expected one at the actual totals, otherwise the sum
    /// of the gaps of the figures. No expectation leaves the KPI's range, so neither does what the sum credits to the effect.
    /// </summary>
    public double? CumulativeGap { get; internal init; }

    /// <summary>
    /// The lower limit of the cumulative gap: at least the sum that is left when the highest possible figure was expected in every period.
    /// </summary>
    public double? CumulativeLower { get; internal init; }

    /// <summary>
    /// The upper limit of the cumulative gap: at most the sum that is left when the lowest possible figure was expected in every period.
    /// </summary>
    public double? CumulativeUpper { get; internal init; }

    /// <summary>The noise that the model of the step estimated; <see langword="null"/> when the estimate is refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>The reason why there is no estimate; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>What the cumulative gap is counted in; <see langword="null"/> when it is a sum of means, scores or rates, or the KPI is not known.</summary>
    internal KpiUnit? GapUnit { get; init; }

    /// <summary>The currency of the cumulative gap, when it is an amount of money.</summary>
    internal string? Currency { get; init; }

    /// <summary>Whether a higher figure is better.</summary>
    internal KpiDirection Direction { get; init; } = KpiDirection.Neutral;

    /// <summary>The cumulative gap as a change, to be carried on: <see cref="Change.InMoney"/> says what it is worth.</summary>
    /// <remarks>
    /// For shares of counts the gap is a number already, such as issues resolved at the first contact beyond those expected: its value is that of one of them,
    /// and the units of <see cref="Change.InMoney"/> stay at 1. Revenue stays an amount of money. A sum of means, scores or rates over periods has no unit.
    /// </remarks>
    /// <returns>The change with the direction of the KPI and without a p-value, flagged <see cref="EstimateFlags.Warned"/> when there are
    /// <see cref="Warnings"/>; <see langword="null"/> when there is no cumulative gap.</returns>
    public Change? CumulativeChange() => CumulativeGap is { } gap
        ? new Change
        {
            Difference = gap,
            Lower = CumulativeLower,
            Upper = CumulativeUpper,
            Confidence = Confidence,
            Method = IntervalMethod.StudentT,
            Unit = GapUnit,
            Currency = Currency,
            Direction = Direction,
            Flags = Warnings.Count > 0 ? EstimateFlags.Warned : EstimateFlags.None,
        }
        : null;

    /// <summary>The same estimate with what the KPI's gaps are counted in: amounts and counts that are no ratio of totals add up over periods.</summary>
    internal EffectEstimate Of<TKpi>(KpiSeries<TKpi> series)
        where TKpi : struct, IKpi<TKpi>
    {
        KpiUnit unit = TKpi.Definition.Unit;
        bool addsUp = unit is KpiUnit.Count or KpiUnit.Money && series.All(point => point.Value.Totals is null);
        return addsUp
            ? this with { GapUnit = unit, Currency = series.Select(point => point.Value.Currency).FirstOrDefault(currency => currency is not null) }
            : this;
    }

    /// <summary>The verdict, the step and its limits as invariant text, with the warning of a level that wanders.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal is { } reason
        ? $"{Verdict}: {reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Verdict}: step of {KpiText.ShortSigned(Step)} [{KpiText.ShortSigned(Lower)}, {KpiText.ShortSigned(Upper)}] "
                + $"from {From:uuuu-MM-dd} ({Confidence * 100:0.##}%, {KpiText.P(PValue)})")
            + (Notices.Wandering(Warnings) is { } wanders ? $"; {wanders}" : "");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.EffectCaption)
            .Fact(words.VerdictLabel, words.Verdict(Verdict))
            .Fact(words.FromLabel, words.Date(From))
            .Fact(words.ThroughLabel, Through is { } last ? words.Date(last) : null)
            .Fact(words.StepOfLevelLabel, words.Signed(Step))
            .Fact(words.IntervalAt(Confidence), words.SignedRange(Lower, Upper))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.SmallestDetectableLabel, words.Limit(SmallestDetectable))
            .Fact(words.ModelScaleLabel, Fit.Stated(words))
            .Fact(words.RelevanceLabel, Relevance == Relevance.NotAsked ? null : Relevance.In(words))
            .ToHtml(words, Refusal, Warnings);
    }
}
