using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether the seasons differ by more than chance and autocorrelation explain, by the seasonal model.</summary>
/// <remarks>
/// It is the F-test of all season terms together, after the autocorrelation of the errors is removed, on
/// <see cref="ModelFit.ResidualDegreesOfFreedom"/> degrees of freedom.
/// The strength of a decomposed season is no test: it is far from 0 on noise without any season.
/// </remarks>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalityEstimate : ILocalizedFace
{
    internal SeasonalityEstimate()
    {
    }

    /// <summary>Whether there is a season.</summary>
    public SeasonalityVerdict Verdict { get; internal init; }

    /// <summary>The F statistic; infinite when nothing varies around the season, and <see langword="null"/> when the test is refused.</summary>
    public double? F { get; internal init; }

    /// <summary>The number of season terms, which is the first degrees of freedom.</summary>
    public int Terms { get; internal init; }

    /// <summary>The p-value of the hypothesis "no season"; <see langword="null"/> when the test is refused.</summary>
    public double? PValue { get; internal init; }

    /// <summary>
    /// A second opinion that does not affect the verdict: QS on the differences of neighbours, with shares as fractions; <see langword="null"/> when refused.
    /// </summary>
    public SeasonalityTest? Qs { get; internal init; }

    /// <summary>
    /// The strength of the season, in [0, 1], as <see cref="SeasonalAdjustment.SeasonalStrength"/>. It describes and proves nothing;
    /// it is <see langword="null"/> when the test is refused, or when the series cannot be decomposed.
    /// </summary>
    public double? SeasonalStrength { get; internal init; }

    /// <summary>
    /// The strength of the trend, in [0, 1], as <see cref="SeasonalAdjustment.TrendStrength"/>. It describes and proves nothing;
    /// it is <see langword="null"/> when the test is refused, or when the series cannot be decomposed.
    /// </summary>
    public double? TrendStrength { get; internal init; }

    /// <summary>The noise that the model estimated; <see langword="null"/> when the test is refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>The reason why there is no verdict; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The verdict and the test as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal is { } reason
        ? $"{Verdict}: {reason}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Verdict}: F = {F:0.##} on {Terms} and {Fit!.ResidualDegreesOfFreedom} degrees of freedom, {KpiText.P(PValue)}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.SeasonCaption)
            .Fact(words.VerdictLabel, Verdict.In(words))
            .Fact("F", words.Limit(F))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .Fact(words.ModelScaleLabel, Fit.Stated(words))
            .ToHtml(words, Refusal, Warnings);
    }
}
