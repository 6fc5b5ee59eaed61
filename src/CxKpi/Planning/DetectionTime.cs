using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>How many periods must pass until a change of a given size is seen in a series, given its season, its spread and its sizes.</summary>
/// <remarks>
/// <code>standard error of the step after m more periods · (quantile of the confidence + quantile of the power) ≤ change</code>
/// The change is taken to begin with the period after the last one and to stay. The model of <c>Effect</c> is fitted to the series; its noise and memory are
/// taken to stay as they are, and so is the number of observations. A change that is too small for the years that were observed is never seen, however long
/// one waits: where the model has a trend, the step is known only as well as the trend before it.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record DetectionTime : ILocalizedFace
{
    internal DetectionTime()
    {
    }

    /// <summary>The number of periods after the last complete one; <see langword="null"/> when more than <see cref="Limit"/>, or when it is refused.</summary>
    public int? Periods { get; internal init; }

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit { get; internal init; }

    /// <summary>The change that was asked for, in the KPI's unit.</summary>
    public double Change { get; internal init; }

    /// <summary>The confidence level at which the change is seen, between 0 and 1.</summary>
    public double Confidence { get; internal init; }

    /// <summary>The probability that it is seen by then, between 0 and 1.</summary>
    public double Power { get; internal init; }

    /// <summary>The number of periods that was looked ahead: ten cycles.</summary>
    public int Limit { get; internal init; }

    /// <summary>
    /// The smallest change in the same direction that is seen after as many periods as were looked ahead; <see langword="null"/> when it is refused.
    /// </summary>
    public double? SmallestInTheEnd { get; internal init; }

    /// <summary>The noise that the model estimated; <see langword="null"/> when it is refused.</summary>
    public ModelFit? Fit { get; internal init; }

    /// <summary>The reason why there is no answer; <see langword="null"/> when there is one.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The number of periods as invariant text.</summary>
    /// <returns>Text for display, such as <c>+3 is seen after 14 periods (Month, 95%, power 80%)</c>.</returns>
    public override string ToString() => Refusal is { } reason
        ? $"{reason}"
        : string.Create(CultureInfo.InvariantCulture, $"{KpiText.ShortSigned(Change)} is ")
            + string.Create(CultureInfo.InvariantCulture, $"{(Periods is { } known ? $"seen after {known}" : $"not seen within {Limit}")} ")
            + string.Create(CultureInfo.InvariantCulture, $"periods ({Unit}, {Confidence * 100:0.##}%, power {Power * 100:0.##}%)");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new NotebookTable(words.DetectionTimeCaption)
            .Fact(words.ChangeLabel, words.Signed(Change))
            .Fact(words.PeriodsToSeeLabel, Refusal is not null ? null : Periods is { } known ? words.Count(known) : words.MoreThan(words.Count(Limit)))
            .Fact(words.SmallestDetectableLabel, words.Signed(SmallestInTheEnd))
            .Fact(words.ConfidenceLabel, words.Percent(Confidence))
            .Fact(words.PowerLabel, words.Percent(Power))
            .Note(Refusal?.In(words.Language));
        foreach (Notice warning in Warnings)
        {
            table.Note(warning.In(words.Language));
        }

        return table.ToHtml();
    }
}
