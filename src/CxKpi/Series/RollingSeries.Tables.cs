namespace CxKpi.Trends;

public sealed partial class RollingSeries<TKpi>
{
    /// <summary>Creates a table with one row per window, named after its last period. Windows overlap, so it shows no change from one to the next.</summary>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with the first window first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
    {
        Phrases words = Phrases.For(language);
        Guard.Confidence(confidence);
        return KpiTable.About<TKpi>(
            language,
            windows.Select((window, i) => KpiTable.Row(words.Period(window.Key), window.Value, null, confidence) with
            {
                Period = window.Key,
                IsIncomplete = IsIncompleteAt(i),
            }));
    }

    /// <summary>An English HTML table of the windows, to be placed in an existing page or notebook.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the windows, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ToTable(language).ToHtml(language);

    string ILocalizedFace.ToHtml(Phrases words) => ToHtml(words.Language);
}
