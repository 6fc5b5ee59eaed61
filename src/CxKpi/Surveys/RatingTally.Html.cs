using System.Globalization;

namespace CxKpi;

public readonly partial record struct RatingTally
{
    /// <summary>An HTML table of the answers and their shares for a page or a notebook that is there already, in English.</summary>
    /// <returns>One element, well-formed, without script or outside reference.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the answers and their shares for a page or a notebook that is there already.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One element, well-formed, without script or outside reference.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language)
    {
        ReportFormat format = ReportFormat.For(language);
        (long n, int lowest) = (N, Scale.Lowest);
        List<ReportCell[]> rows = [.. Counts.Select((count, i) => (ReportCell[])
        [
            new((lowest + i).ToString(CultureInfo.InvariantCulture)),
            new(format.Count(count)),
            new(n > 0 ? format.Percent((double)count / n) : ""),
        ])];
        rows.Add([new(format.Say("All answers", "Toutes les réponses")), new(format.Count(n)), default]);
        rows.Add([new(format.Say("Missing", "Sans réponse")), new(format.Count(Missing)), default]);
        rows.Add([new(format.Say("Invalid", "Invalides")), new(format.Count(Invalid)), default]);
        return HtmlTable.Of(new(
            format.Say("Answers", "Réponses"),
            [new(format.Say("Answer", "Réponse")), new(format.Say("Count", "Nombre"), IsNumber: true), new(format.Say("Share", "Part"), IsNumber: true)],
            [new(null, rows)]));
    }
}
