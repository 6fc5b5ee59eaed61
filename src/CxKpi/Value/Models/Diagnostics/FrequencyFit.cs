using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>How many customers made how many repeat purchases, beside what a model expects of the same customers.</summary>
/// <remarks>
/// <code>
/// expected(n) = Σ P(X(T_i) = n) over customers i          chi² = Σ (actual - expected)²/expected over rows
/// </code>
/// It shows whether the model describes the past from which it was fitted; <see cref="HoldoutValidation"/> shows whether it foretells.
/// Source: P. Fader, B. Hardie, K. L. Lee, "Counting your customers the easy way", Marketing Science 24, 2005.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<FrequencyFit>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record FrequencyFit : ILocalizedFace, IJsonRecord<FrequencyFit>
{
    // What is left after all likely numbers of purchases is rounding.
    private const double Negligible = 1e-13;

    private FrequencyFit(IEnumerable<FrequencyRow> rows) => Rows = ValueList.Of(rows);

    /// <summary>A row for each number of repeat purchases; the last stands for all larger ones too.</summary>
    public IReadOnlyList<FrequencyRow> Rows { get; }

    /// <summary>Pearson's statistic over the rows; <see langword="null"/> where the model expects nobody in a row that has
    /// customers, and without customers.</summary>
    public double? ChiSquare
    {
        get
        {
            FrequencyRow[] rows = [.. Rows.Where(row => row.Expected > 0 || row.Customers > 0)];
            double sum = rows.Sum(row => (row.Customers - row.Expected) / row.Expected * (row.Customers - row.Expected));
            return rows.Length > 0 && double.IsFinite(sum) ? sum : null;
        }
    }

    /// <summary>Compares customers with a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="histories">The customers, in the unit of the model.</param>
    /// <param name="most">The number of repeat purchases from which on all are one row, from 1 to 1,000. Above 7 it is no more than the
    /// largest number of a customer, since all further rows would be empty.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> or <paramref name="histories"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The histories come from a log in another unit than the model's, or count days where it counts opportunities, or the
    /// other way round.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1 or above 1,000, or a history does not count opportunities as the model
    /// does.</exception>
    public static FrequencyFit Of(IPurchaseModel model, IEnumerable<PurchaseHistory> histories, int most = 7)
    {
        Guard.NotNull(model);
        IEnumerable<PurchaseHistory> known = HistoriesInUnit.Checked(histories, model);
        PurchaseTable table = model.Timing switch
        {
            PurchaseTiming.AnyDay => PurchaseTable.Of(known),
            PurchaseTiming.Opportunities => BgBb.Table(known),
        };
        most = FrequencyRows.Last(most, table.MostPurchases);
        long[] customers = new long[most + 1];
        SortedDictionary<double, double> ages = [];
        for (int i = 0; i < table.Count; i++)
        {
            // As a double, the largest count is one more than a count can be.
            ref long here = ref customers[Math.Min(table.Frequency[i], most)];
            here = Guard.Sum("customers", here, table.Weight[i] < long.MaxValue ? (long)table.Weight[i] : long.MaxValue);
            ages[table.Age[i]] = ages.GetValueOrDefault(table.Age[i]) + table.Weight[i];
        }

        double[] expected = new double[most + 1];
        foreach ((double age, double weight) in ages)
        {
            double left = weight;
            for (int n = 0; n < most && left > Negligible * weight; n++)
            {
                double here = weight * model.PurchaseProbability(n, age);
                expected[n] += here;
                left -= here;
            }

            expected[most] += Math.Max(left, 0);
        }

        return new(expected.Select((figure, n) => new FrequencyRow(n, n == most, customers[n], figure)));
    }

    /// <summary>The rows as invariant text.</summary>
    /// <returns>Text for display, a line each.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Rows);

    /// <summary>The rows as aligned text for a terminal.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Text(Report(words), Notes(words));
    }

    /// <summary>The rows as Markdown.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English)
    {
        Phrases words = Phrases.For(language);
        return ReportFaces.Markdown(Report(words), Notes(words));
    }

    /// <summary>The rows as HTML, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>The rows as HTML, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => ReportFaces.Html(Report(words), Notes(words));

    /// <summary>The rows as comma-separated values by RFC 4180, with unrounded numbers in the invariant culture.</summary>
    /// <returns>Rows that end with carriage return and line feed.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(text, "repeat_purchases", "and_more", "customers", "expected");
        foreach (FrequencyRow row in Rows)
        {
            Csv.Row(text, Csv.Count(row.Frequency), row.IsOpen ? "true" : "false", Csv.Count(row.Customers), Csv.Number(row.Expected));
        }

        return text.ToString();
    }

    private IEnumerable<string> Notes(Phrases words) =>
        ChiSquare is { } statistic ? [$"\u03C7\u00B2 = {words.Decimals(statistic, "#,0.00")}"] : [];

    private ReportTable Report(Phrases words) => new(
        words.RepeatPurchasesCaption,
        [new(Phrases.Capitalised(words.RepeatPurchasesLabel)), Number(words.CustomersLabel), Number(words.ExpectedLabel)],
        [
            new(null,
            [
                .. Rows.Select(row => (ReportCell[])
                [
                    new(words.Frequency(row.Frequency, row.IsOpen)), new(words.Count(row.Customers)), new(words.Decimals(row.Expected, "#,0.0")),
                ]),
            ]),
        ]);

    private static ReportColumn Number(string head) => new(Phrases.Capitalised(head), IsNumber: true);

    static FrequencyFit IJsonRecord<FrequencyFit>.Json(JsonMembers<FrequencyFit> json) => new(json.Records(nameof(Rows), x => x.Rows));
}
