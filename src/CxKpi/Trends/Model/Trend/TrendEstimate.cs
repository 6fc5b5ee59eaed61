using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether and how fast a series changes in one direction, by the seasonal model.</summary>
/// <remarks>
/// <code>
/// figure = season + slope · years + calendar + u + e
/// u: AR(1), φ in [0, 0.98], variance τ²        e: independent, of the sampling variance v where it is known, otherwise of σ²
/// t = slope / standard error, with (n − k)(1 − φ̂)/(1 + φ̂) degrees of freedom (n − k when φ̂ = 0); below 1 refused
/// change of a share per year = mean over the periods of p(η + slope) − p(η), η the fitted log odds, p(x) = 1/(1 + exp(−x))
/// </code>
/// The change of a share rises with the slope, so its limits are those of the slope converted; a mean derivative times the slope would leave [−1, 1].
/// φ, τ² and σ² are estimated by restricted maximum likelihood, on the scale of <see cref="ModelOptions.Scale"/>.
/// Shares of counts are modelled as log odds ln((x + ½)/(n − x + ½)), with v = 1/(n·p·(1 − p)) from
/// the share p of the period's season over all years. Months, quarters and weekdays are seasons of their own; the course of the year in weekly series consists
/// of sine waves, and so does that of daily series of at least two years in addition to their weekdays.
/// <para>
/// Sources: D. Harville, "Maximum likelihood approaches to variance component estimation", 1977 (restricted likelihood); S. Prais and C. Winsten,
/// "Trend estimators and serial correlation", 1954. Other tools use n − k degrees of freedom, which rejects too often when figures resemble their neighbours:
/// φ̂ comes out too small in short series, and no standard error contains its error. The reduction used here is that of the effective number of observations
/// (G. Bayley and J. Hammersley, "The effective number of independent observations in an autocorrelated time series", 1946).
/// </para>
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record TrendEstimate : ILocalizedFace
{
    internal TrendEstimate()
    {
    }

    /// <summary>The direction, by the interval of the slope.</summary>
    public TrendVerdict Verdict { get; internal init; }

    /// <summary>What the direction means for the KPI: better or worse when the KPI has a good direction.</summary>
    public ChangeVerdict Meaning { get; internal init; }

    /// <summary>
    /// The change per year in the KPI's unit. On log odds and logarithms it is the mean over the periods of what a year of the slope does to the
    /// fitted figure. It is <see langword="null"/> when the estimate is refused.
    /// </summary>
    public double? SlopePerYear { get; internal init; }

    /// <summary>The lower limit of the change per year; <see langword="null"/> when the estimate is refused.</summary>
    public double? Lower { get; internal init; }

    /// <summary>The upper limit of the change per year; <see langword="null"/> when the estimate is refused.</summary>
    public double? Upper { get; internal init; }

    /// <summary>The confidence level of the limits, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>
    /// The slope per year on the model's scale, that of <see cref="ModelFit.Scale"/>; on the figures' own, the same as <see cref="SlopePerYear"/>.
    /// </summary>
    public double? ModelSlope { get; internal init; }

    /// <summary>The standard error of <see cref="ModelSlope"/>.</summary>
    public double? ModelStandardError { get; internal init; }

    /// <summary>The slope divided by its standard error; infinite when nothing varies around the trend.</summary>
    public double? T { get; internal init; }

    /// <summary>The two-sided p-value of the hypothesis "no trend"; <see langword="null"/> when the estimate is refused.</summary>
    public double? PValue { get; internal init; }

    /// <summary>
    /// The change per year that would have been found with a probability of 80 %, in the KPI's unit; for shares of counts the larger of a rise and a fall.
    /// </summary>
    public double? SmallestDetectable { get; internal init; }

    /// <summary>How the limits compare with the smallest change that matters.</summary>
    public Relevance Relevance { get; internal init; }

    /// <summary>The noise that the model estimated; <see langword="null"/> when the estimate is refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>The reason why there is no estimate; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The verdict, the slope and its limits as invariant text, with the warning of a level that wanders.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal is { } reason
        ? $"{Verdict}: {reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Verdict}: {KpiText.ShortSigned(SlopePerYear)} per year [{KpiText.ShortSigned(Lower)}, {KpiText.ShortSigned(Upper)}] "
                + $"({Confidence * 100:0.##}%, {KpiText.P(PValue)})")
            + (Notices.Wandering(Warnings) is { } wanders ? $"; {wanders}" : "");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.TrendCaption)
            .Fact(words.VerdictLabel, Verdict.In(words))
            .Fact(words.ChangePerYearLabel, words.Signed(SlopePerYear))
            .Fact(words.IntervalAt(Confidence), words.SignedRange(Lower, Upper))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.MeaningLabel, words.Verdict(Meaning))
            .Fact(words.SmallestDetectableLabel, words.Limit(SmallestDetectable))
            .Fact(words.ModelScaleLabel, Fit.Stated(words))
            .Fact(words.RelevanceLabel, Relevance == Relevance.NotAsked ? null : Relevance.In(words))
            .ToHtml(words, Refusal, Warnings);
    }
}
