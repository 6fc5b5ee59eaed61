using System.Globalization;
using System.Text;
using NodaTime;

namespace CxKpi.Value;

/// <content>The faces: a customer in a row, and below them the rules and what became of the rows of the log.</content>
public sealed partial record PurchaseHistories<TKey>
{
    private const int MostRows = 20;

    /// <summary>The customers as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed. It has the first 20 customers and says how many more there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The customers as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text. It has the first 20 customers and says how many more there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The customers as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references. It has the first 20 customers and says how many more there are.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The customers as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references. It has the first 20 customers and says how many more there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>The customers as comma-separated values by RFC 4180, one row per customer, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(
            text,
            "customer", "first_purchase", "last_purchase", "repeat_purchases", "recency", "age", "days_since_last", "repeat_amount", "mean_amount",
            "holdout_purchases", "holdout_amount", "unit", "timing");
        foreach (CustomerPurchases<TKey> one in Customers)
        {
            Csv.Row(
                text,
                TableLabel.OfKey(one.Customer), Day(one.FirstPurchase), Day(one.LastPurchase), Csv.Count(one.Frequency), Csv.Number(one.History.Recency),
                Csv.Number(one.History.Age), Csv.Count(one.DaysSinceLast), Money(one.RepeatAmount), Money(one.MeanAmount),
                HoldoutEnd is null ? "" : Csv.Count(one.HoldoutPurchases), HoldoutEnd is null ? "" : Money(one.HoldoutAmount),
                Unit.ToString(), Timing.ToString());
        }

        return text.ToString();

        static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

        static string Money(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    private IEnumerable<string> Notes(Phrases words)
    {
        if (Customers.Count > MostRows)
        {
            yield return words.HiddenRows(Customers.Count - MostRows);
        }

        yield return ModelRules.Line(Rules, words);
        yield return Counts.Line(words);
    }

    private ReportTable Report(Phrases words) => new(
        Phrases.JoinNotEmpty(", ", words.HistoriesCaption, words.Observations(ObservationKind.Customer, Customers.Count)),
        [
            new(Phrases.Capitalised(words.CustomerLabel)), new(Phrases.Capitalised(words.FirstPurchaseLabel)),
            new(Phrases.Capitalised(words.LastPurchaseLabel)), Number(words.RepeatPurchasesLabel), Number(words.RecencyLabel), Number(words.AgeLabel),
            Number(words.MeanAmountLabel), Number(words.HoldoutPurchasesLabel), Number(words.HoldoutAmountLabel),
        ],
        [
            new(null,
            [
                .. Customers.Take(MostRows).Select(one => (ReportCell[])
                [
                    new(TableLabel.OfKey(one.Customer)), new(words.Date(one.FirstPurchase)), new(words.Date(one.LastPurchase)),
                    new(words.Count(one.Frequency)), new(words.FourDigits(one.History.Recency)), new(words.FourDigits(one.History.Age)),
                    new(one.MeanAmount is { } mean ? words.Amount((double)mean) : ""),
                    new(HoldoutEnd is null ? "" : words.Count(one.HoldoutPurchases)),
                    new(HoldoutEnd is null ? "" : words.Amount((double)one.HoldoutAmount)),
                ]),
            ]),
        ]);

    private static ReportColumn Number(string head) => new(Phrases.Capitalised(head), IsNumber: true);
}
