using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The periods whose figures lie further from season and trend than chance explains.</summary>
/// <remarks>
/// <code>
/// distance = (figure - what season and trend of the others lead to expect) / its standard deviation
/// p        = how often chance throws k figures as far beyond all others, for the k furthest, divided by 0.9 · 0.1^(k - 1)
/// </code>
/// <para>
/// The plain decomposition (<see cref="Stl"/>, not robust) is linear, so the standard deviation of each distance is known. The furthest figure leaves the fit,
/// then the next, up to a tenth of the figures, so that one unusual period does not hide another; the largest set of the furthest whose p lies below alpha is
/// flagged. The divisors allow for having asked of each k.
/// </para>
/// <para>
/// How far chance reaches depends on the tails of the noise, which the other figures tell: noise is Student's t, normal with odds of three to seven, otherwise
/// with an inverse of its degrees of freedom spread evenly up to a half. Given the others, the furthest lie beyond the next with the ratio of two tail
/// probabilities, averaged over tails and scales by how well these explain the others. A figure five standard deviations out is unusual among normal ones,
/// and not among many of three and four.
/// </para>
/// <para>
/// Where sampling variances are known, a figure's variance is its own plus that between periods: a month with few answers may lie further out. Where sampling
/// explains all there is between periods, noise is taken for normal.
/// </para>
/// <para>
/// By comparison, remainders of a robust decomposition with textbook limits flag 36 to 88 of 100 clean series of three to ten years of months, and limits made
/// for normal noise flag 33 to 76 of 100 where noise is Student's t of 3 degrees of freedom.
/// Sources: sets of outliers after Rosner, Percentage points for a generalized ESD many-outlier procedure, 1983; order statistics as a Markov chain after
/// David and Nagaraja, Order Statistics (3rd edition), 2003, section 2.5.
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
