using System.Globalization;

namespace CxKpi.Trends;

/// <summary>A calendar series taken apart by moving averages, with a season per weekday, week, month or quarter.</summary>
/// <remarks>
/// How it is computed says <see cref="ClassicalDecomposition"/>. Week 53 counts to week 52; a last period that is incomplete is shown and not fitted.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalIndices : ILocalizedFace
{
    internal SeasonalIndices()
    {
    }

    /// <summary>Why nothing was fitted; <see langword="null"/> when it was.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>How the components make up a figure.</summary>
    public DecompositionModel Model { get; internal init; }

    /// <summary>
    /// The season of each place in the calendar's cycle: to add, averaging 0, or a factor, averaging 1 (times 100 it is the usual index). Empty when refused.
    /// </summary>
    public IReadOnlyDictionary<Season, double> Indices { get; internal init; } = new SortedDictionary<Season, double>().AsReadOnly();

    /// <summary>Every period.</summary>
    public IReadOnlyList<ClassicalPeriod> Periods { get; internal init; } = [];

    /// <summary>An HTML table of the seasonal indices, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the seasonal indices, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.SeasonCaption, words.SeasonLabel, words.IndexLabel);
        foreach ((Season season, double index) in Indices)
        {
            table.Row(words.Season(season), words.Cell(index));
        }

        return table.ToHtml(words, Refusal, Warnings);
    }

    /// <summary>A line per season, or the refusal.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal?.ToString()
        ?? string.Join(Environment.NewLine, Indices.Select(index => string.Create(CultureInfo.InvariantCulture, $"{index.Key}: {index.Value:0.####}")));
}
