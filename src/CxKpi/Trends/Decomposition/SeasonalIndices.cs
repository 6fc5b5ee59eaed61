using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The decomposition of a calendar series by moving averages, with a season for each weekday, week, month or quarter.</summary>
/// <remarks>
/// <see cref="ClassicalDecomposition"/> describes the method. Week 53 counts as week 52; an incomplete last period is shown and not fitted.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalIndices : ILocalizedFace
{
    internal SeasonalIndices()
    {
    }

    /// <summary>The reason why nothing was fitted; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>How the components are combined to a figure.</summary>
    public DecompositionModel Model { get; internal init; }

    /// <summary>
    /// The seasonal component of each place in the calendar's cycle: an amount to add, which averages 0, or a factor, which averages 1 (times 100 it is the
    /// usual seasonal index). It is empty when the decomposition is refused.
    /// </summary>
    public IReadOnlyDictionary<Season, double> Indices { get; internal init; } = new SortedDictionary<Season, double>().AsReadOnly();

    /// <summary>All periods with their components.</summary>
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

    /// <summary>The seasons as text, one line per season, or the refusal.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => Refusal?.ToString()
        ?? string.Join(Environment.NewLine, Indices.Select(index => string.Create(CultureInfo.InvariantCulture, $"{index.Key}: {KpiText.Short(index.Value)}")));
}
