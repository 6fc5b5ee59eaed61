using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The periods whose figures lie further from season and trend than chance explains.</summary>
/// <remarks>
/// <code>
/// studentised = remainder / (sigma · sqrt(C_tt)), C = R V R', R what the decomposition leaves of each figure
/// p           = figures · P(|t| &gt; studentised, its own part in sigma taken out), df = tr(C)² / tr(C²) - 1
/// </code>
/// <para>
/// The plain decomposition (<see cref="Stl"/>, not robust) is linear, so the standard deviation of each of its remainders is known.
/// The furthest figure is flagged when p lies below alpha. It then gets a weight of 0, and the search continues with a new fit, so that one unusual period does
/// not hide another. At most a tenth of the figures is flagged.
/// </para>
/// <para>
/// Where sampling variances are known, a figure's variance is its own plus that between periods: a month with few answers may lie further out.
/// </para>
/// <para>
/// By comparison, remainders of a robust decomposition with textbook limits flag 36 to 88 of 100 clean series of three to ten years of months.
/// Source: after Rosner, Percentage points for a generalized ESD many-outlier procedure, 1983, for remainders of unequal variance.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record UnusualPeriods : ILocalizedFace
{
    internal UnusualPeriods()
    {
    }

    /// <summary>The reason why no period was sought; <see langword="null"/> when there is a result.</summary>
    public Notice? Refusal { get; internal init; }

    /// <summary>Warnings that a reader should know before using the result.</summary>
    public IReadOnlyList<Notice> Warnings { get; internal init; } = [];

    /// <summary>The unusual periods, with the furthest first.</summary>
    public IReadOnlyList<UnusualPeriod> Periods { get; internal init; } = [];

    /// <summary>
    /// Whether logarithms were compared: for figures above 0 whose season and noise grow with their level, by the likelihood on either scale. Otherwise the
    /// figures themselves.
    /// </summary>
    public bool IsLogarithmic { get; internal init; }

    /// <summary>The probability of flagging any period in a series without unusual periods.</summary>
    public double Alpha { get; internal init; }

    /// <summary>An HTML table of the unusual periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the unusual periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        NotebookTable table = new(words.UnusualPeriodsCaption, words.PeriodLabel, words.FigureLabel, words.ExpectedLabel, words.PValueLabel);
        foreach (UnusualPeriod period in Periods)
        {
            table.Row(words.Period(period.Period), words.Cell(period.Value), words.Cell(period.Expected), words.PValue(period.PValue) ?? "");
        }

        return table.Note(Refusal is null && Periods.Count == 0 ? words.None : null).ToHtml(words, Refusal, Warnings);
    }

    /// <summary>The unusual periods as text, one line each, or the reason why none was sought.</summary>
    /// <returns>Text for display, such as <c>2019-08: 64.2 instead of 50.1 (p = 0.0001)</c>.</returns>
    public override string ToString() => Refusal?.Message
        ?? (Periods.Count == 0
            ? string.Create(CultureInfo.InvariantCulture, $"no unusual period (alpha {Alpha:0.####})")
            : string.Join(Environment.NewLine, Periods));
}
