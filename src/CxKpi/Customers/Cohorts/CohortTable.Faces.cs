using System.Globalization;
using System.Text;

namespace CxKpi;

/// <content>The faces: cohorts in rows, ages in columns, and all cohorts together below.</content>
public sealed partial record CohortTable<TKpi>
{
    /// <summary>All cohorts together by age, with intervals.</summary>
    /// <param name="language">The language of caption and labels.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table, one row an age.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value, or the confidence does not lie between 0 and
    /// 1.</exception>
    public KpiTable ToTable(ReportLanguage language = ReportLanguage.English, double confidence = 0.95)
    {
        Phrases words = Phrases.For(language);
        Guard.Confidence(confidence);
        return KpiTable.About<TKpi>(language, Pooled.Select((record, age) => KpiTable.Row(words.Lasting(age, Unit), record, null, confidence)));
    }

    /// <summary>The table as aligned text for a terminal.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words, Cohorts, Ages), Notes(words));
    }

    /// <summary>The table as Markdown.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words, Cohorts, Ages), Notes(words));
    }

    /// <summary>The cells as comma-separated values by RFC 4180, one row per cell that there is, with unrounded numbers in the invariant culture.</summary>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> does not lie between 0 and 1.</exception>
    public string ToCsv(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        StringBuilder text = new();
        Csv.Row(text, "cohort", "size", "age", "value", "lower", "upper", "n");
        foreach (Cohort<TKpi> cohort in Cohorts)
        {
            for (int age = 0; age < cohort.Cells.Count; age++)
            {
                Estimate? estimate = cohort.Cells[age].Estimate(confidence);
                Csv.Row(
                    text,
                    cohort.Period.ToString(), Csv.Count(cohort.Size), Csv.Count(age), Csv.Number(estimate?.Value), Csv.Number(estimate?.Lower),
                    Csv.Number(estimate?.Upper), Csv.Count(cohort.Cells[age].N));
            }
        }

        return text.ToString();
    }

    /// <summary>The table as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The table as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>One well-formed element without scripts or external references. Of more than 60 cohorts or ages it has the latest 60 cohorts and the first 60
    /// ages, and says so; the total is that of all cohorts.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    /// <summary>The table as aligned text in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => ToText();

    string ILocalizedFace.ToHtml(Phrases words)
    {
        (IReadOnlyList<Cohort<TKpi>> cohorts, int ages) = Latest;
        string shown = CohortWords.Shown(this, words);
        return ReportFaces.Html(Report(words, cohorts, ages), [.. Notes(words), .. shown.Length == 0 ? [] : (string[])[Phrases.Capitalised(shown) + "."]]);
    }

    private IEnumerable<string> Notes(Phrases words) => Ages == 0 ? [words.NoData] :
    [
        words.CohortColumns(Unit),
        words.NotYetIsBlank,
        .. EarlierCustomers == 0 ? [] : (string[])[words.EarlierCustomers(EarlierCustomers, words.Period(FirstCohort!.Value))],
    ];

    private ReportTable Report(Phrases words, IReadOnlyList<Cohort<TKpi>> cohorts, int ages) => new(
        $"{words.CohortCaption(words.Name(TKpi.Definition))}, {Measure.In(words)}",
        [
            new(Phrases.Capitalised(words.CohortLabel)),
            new(Phrases.Capitalised(words.CustomersLabel), IsNumber: true),
            .. Enumerable.Range(0, ages).Select(age => new ReportColumn(age.ToString(CultureInfo.InvariantCulture), IsNumber: true)),
        ],
        [
            new(null,
            [
                .. cohorts.Select(cohort => Row(words.ShortPeriod(cohort.Period), cohort.Size, cohort.Cells, ages, words)),
                .. ages == 0 ? [] : (ReportCell[][])[Row(words.Total, Customers, Pooled, ages, words)],
            ]),
        ]);

    private static ReportCell[] Row(string label, long size, IReadOnlyList<TKpi> cells, int ages, Phrases words) =>
    [
        new(label),
        new(words.Count(size)),
        .. Enumerable.Range(0, ages).Select(age => age < cells.Count
            ? new ReportCell(words.Value(TKpi.Definition, cells[age].Value, cells[age].Currency))
            : default),
    ];
}
