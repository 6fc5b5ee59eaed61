namespace CxKpi;

public sealed partial class Segments<TKey, TKpi>
{
    /// <summary>Creates a table with one row per segment and one for the total, which segments of different rules have none of.</summary>
    /// <param name="language">The language of the table.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, with the segments in the order in which they were first seen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the language is not a named value.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
    {
        Phrases words = Phrases.For(language);
        Guard.Confidence(confidence);
        IEnumerable<KpiTableRow> total = TotalIfAny is { } whole ? [KpiTable.Row(words.Total, whole, null, confidence) with { IsTotal = true }] : [];
        return KpiTable.About<TKpi>(
            language,
            [.. records.Select(segment => KpiTable.Row(TableLabel.Of(TableLabel.OfKey(segment.Key)), segment.Value, null, confidence)), .. total]);
    }

    /// <summary>An HTML table of the segments, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the segments, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ToTable(language).ToHtml(language);

    string ILocalizedFace.ToHtml(Phrases words) => ToHtml(words.Language);
}
