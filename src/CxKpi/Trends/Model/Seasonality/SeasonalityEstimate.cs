using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Whether the seasons differ by more than chance and memory explain, by the seasonal model.</summary>
/// <remarks>
/// The F-test of all season terms together, after the errors' memory is taken out, on <see cref="ModelFit.ResidualDegreesOfFreedom"/> degrees of freedom.
/// The strength of a decomposed season is no test: it is far from 0 on noise without any.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalityEstimate : ILocalizedFace
{
    internal SeasonalityEstimate()
    {
    }

    /// <summary>Whether there is a season.</summary>
    public SeasonalityVerdict Verdict { get; internal init; }

    /// <summary>The F statistic; infinite when nothing varies around the season, <see langword="null"/> when refused.</summary>
    public double? F { get; internal init; }

    /// <summary>The number of season terms: the first degrees of freedom.</summary>
    public int Terms { get; internal init; }

    /// <summary>The p-value of "no season".</summary>
    public double? PValue { get; internal init; }

    /// <summary>A second opinion that decides nothing: QS on the differences of neighbours, shares as fractions; <see langword="null"/> when refused.</summary>
    public SeasonalityTest? Qs { get; internal init; }

    /// <summary>
    /// How strong the season is, in [0, 1], as <see cref="SeasonalAdjustment.SeasonalStrength"/>: a description, no evidence.
    /// <see langword="null"/> when refused, or when the series can't be decomposed.
    /// </summary>
    public double? SeasonalStrength { get; internal init; }

    /// <summary>
    /// How strong the trend is, in [0, 1], as <see cref="SeasonalAdjustment.TrendStrength"/>: a description, no evidence.
    /// <see langword="null"/> when refused, or when the series can't be decomposed.
    /// </summary>
    public double? TrendStrength { get; internal init; }

    /// <summary>What the model learned of the noise; <see langword="null"/> when refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>Why there is no verdict; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The verdict and the test as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal is { } reason
        ? $"{Verdict}: {reason}"
        : string.Create(CultureInfo.InvariantCulture, $"{Verdict}: F = {F:0.##} on {Terms} and {Fit!.ResidualDegreesOfFreedom} degrees of freedom, {KpiText.P(PValue)}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.SeasonCaption)
            .Fact(words.VerdictLabel, Verdict.In(words))
            .Fact("F", words.Limit(F))
            .Fact(words.PValueLabel, words.PValue(PValue))
            .ToHtml(words, Refusal, Warnings);
    }
}
