using System.Globalization;

namespace CxKpi;

public readonly partial record struct RatingTally
{
    /// <summary>An HTML table of the answers and their shares, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the answers and their shares, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words)
    {
        (long n, int lowest) = (N, Scale.Lowest);
        List<ReportCell[]> rows = [.. Counts.Select((count, i) => (ReportCell[])
        [
            new((lowest + i).ToString(CultureInfo.InvariantCulture)),
            new(words.Count(count)),
            new(n > 0 ? words.Percent((double)count / n) : ""),
        ])];
        rows.Add([new(words.AllAnswers), new(words.Count(n)), default]);
        rows.Add([new(words.MissingRow), new(words.Count(Missing)), default]);
        rows.Add([new(words.InvalidRow), new(words.Count(Invalid)), default]);
        return HtmlTable.Of(new(
            words.AnswersCaption,
            [new(words.AnswerColumn), new(words.CountColumn, IsNumber: true), new(words.ShareColumn, IsNumber: true)],
            [new(null, rows)]));
    }
}
