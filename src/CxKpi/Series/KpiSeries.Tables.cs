namespace CxKpi;

public sealed partial class KpiSeries<TKpi>
{
    /// <summary>Creates a table with one row per period and its change from the period before, where <see cref="Changes"/> has one.</summary>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with the first period first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
    {
        Phrases words = Phrases.For(language);
        Guard.Confidence(confidence);
        return KpiTable.About<TKpi>(
            language,
            points.Select((point, i) => KpiTable.Row(words.Period(point.Key), point.Value, i > 0 ? ChangeOf(i, i - 1, confidence) : null, confidence) with
            {
                Period = point.Key,
                IsIncomplete = IsIncompleteAt(i),
                HasOtherRule = i > 0 && SoundChange.IsUnsound(point.Key, point.Value, points[i - 1].Key, points[i - 1].Value),
            }));
    }

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the periods, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ToTable(language).ToHtml(language);

    string ILocalizedFace.ToHtml(Phrases words) => ToHtml(words.Language);
}
