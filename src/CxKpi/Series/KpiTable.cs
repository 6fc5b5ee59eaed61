using System.Text;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A table of KPI records for people to read, one row per record, with value, interval and number of observations. It is immutable.</summary>
[JsonConverter(typeof(RecordJsonConverter<KpiTable>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiTable : ILocalizedFace, IJsonRecord<KpiTable>
{
    /// <summary>Creates a table from rows that are already calculated.</summary>
    /// <param name="caption">The caption of the table; not blank.</param>
    /// <param name="rows">The rows in order.</param>
    /// <exception cref="ArgumentNullException">An argument or a row is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The caption is blank.</exception>
    public KpiTable(string caption, IEnumerable<KpiTableRow> rows)
    {
        Caption = Guard.NotBlank(caption);
        Rows = ValueList.Known(rows);
    }

    private KpiTable(KpiDefinition subject, ReportLanguage language, IEnumerable<KpiTableRow> rows)
        : this(Phrases.For(language).Name(subject), rows)
    {
        Subject = subject;
        Language = language;
    }

    /// <summary>The caption of the table, in its own language.</summary>
    public string Caption { get; }

    /// <summary>The language in which the table is written when none is asked for; English unless it is set.</summary>
    public ReportLanguage Language { get; init => field = Guard.Defined(value, nameof(Language)); }

    /// <summary>
    /// The most rows that HTML shows: of a longer table the first and the last ones, with the number of those left out between them. Text, Markdown and CSV
    /// have all rows.
    /// </summary>
    /// <value>60 by default: five years of months. At least 2.</value>
    public int MostRows { get; init => field = Guard.InRange(value, 2, int.MaxValue, nameof(MostRows)); } = HtmlTable.MostRows;

    // The KPI whose name is the caption, so that the caption follows the language that is asked for.
    private KpiDefinition? Subject { get; init; }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<KpiTableRow> Rows { get; }

    /// <summary>Creates a table of records of one KPI.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="caption">The caption of the table; not blank.</param>
    /// <param name="records">The label and the record of each row.</param>
    /// <param name="confidence">The confidence level of the intervals, between 0 and 1, both excluded.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The caption or a label is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static KpiTable Of<TKpi>(string caption, IEnumerable<KeyValuePair<string, TKpi>> records, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Confidence(confidence);
        return new(
            caption,
            Guard.NotNull(records).Select((record, at) => Row(Label(record.Key, at, nameof(records)), record.Value, null, confidence)));

        static string Label(string? label, int position, string name) => string.IsNullOrWhiteSpace(label)
            ? throw new ArgumentException(FormattableString.Invariant($"{name} must have labels that are not blank (at position {position})"), name)
            : label;
    }

    /// <summary>Returns the table with one more row.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="label">The label of the row; <see langword="null"/> means the KPI's symbol.</param>
    /// <param name="kpi">The record.</param>
    /// <param name="comparedWith">The record from which the change is shown, on other observations; <see langword="null"/> for none.</param>
    /// <param name="confidence">The confidence level of the interval, between 0 and 1, both excluded.</param>
    /// <returns>A new table.</returns>
    /// <exception cref="ArgumentException">The label is blank, or the two records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public KpiTable With<TKpi>(string? label, TKpi kpi, TKpi? comparedWith = null, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        new(
            Caption,
            Rows.Append(Row(
                label is null ? TKpi.Definition.Symbol : Guard.NotBlank(label),
                kpi,
                comparedWith is { } other ? HeldRecords.ChangeFrom(kpi, other, confidence, nameof(comparedWith)) : null,
                confidence)))
        {
            Language = Language,
            MostRows = MostRows,
            Subject = Subject,
        };

    /// <summary>Writes the table as aligned text for a terminal.</summary>
    /// <param name="language">The language of caption, labels and numbers; <see langword="null"/> means <see cref="Language"/>.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage? language = null)
    {
        ReportTable table = Table(Phrases.For(language ?? Language));
        return TerminalText.Clean(table.Caption) + "\n" + TextTableWriter.Write(table, inColour: false);
    }

    /// <summary>Writes the table as Markdown.</summary>
    /// <param name="language">The language of caption, labels and numbers; <see langword="null"/> means <see cref="Language"/>.</param>
    /// <returns>The text, in which text supplied by users is escaped so that it neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage? language = null)
    {
        StringBuilder text = new();
        ReportTable table = Table(Phrases.For(language ?? Language));
        text.Append("**").Append(Markdown.Text(table.Caption)).Append("**\n\n");
        Markdown.Table(text, table, headingLevel: 3);
        return text.ToString().TrimEnd() + "\n";
    }

    /// <summary>
    /// Writes the table as comma-separated values by RFC 4180, one row per record, with unrounded numbers in the invariant culture and in the KPIs' units.
    /// </summary>
    /// <returns>Rows that end with carriage return and line feed; text that a spreadsheet would run as a formula begins with an apostrophe.</returns>
    public string ToCsv()
    {
        StringBuilder text = new();
        Csv.Row(
            text,
            "label", "period", "kpi", "rules", "unit", "currency", "value", "lower", "upper", "confidence", "n", "observation", "rows", "clusters",
            "left_out", "flags", "method", "change", "change_lower", "change_upper", "change_p", "change_verdict", "change_flags", "incomplete");
        foreach (KpiTableRow row in Rows)
        {
            Csv.Row(
                text,
                row.Label, row.Period?.ToString(), row.Definition.Symbol, row.Basis?.RulesIn(Phrases.English, row.Definition),
                row.Definition.Unit.ToString(), row.Currency,
                Csv.Number(row.Estimate?.Value), Csv.Number(row.Estimate?.Lower), Csv.Number(row.Estimate?.Upper), Csv.Number(row.Estimate?.Confidence),
                Csv.Count(row.N), row.Basis?.Observation.ToString(), row.Basis is { } basis ? Csv.Count(basis.Rows) : null,
                Csv.Count(row.Basis?.Clusters),
                row.Basis?.LeftOutByName(),
                Csv.Flags(row.Estimate?.Flags), row.Estimate?.Method.ToString(),
                Csv.Number(row.Change?.Difference), Csv.Number(row.Change?.Lower), Csv.Number(row.Change?.Upper),
                Csv.Number(row.Change?.PValue), row.Period is null ? row.Change?.Verdict.ToString() : null,
                Csv.Flags(row.Change?.Flags), row.IsIncomplete ? "true" : "false");
        }

        return text.ToString();
    }

    /// <summary>An HTML table, to be placed in an existing page or notebook, in <see cref="Language"/>.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(Language);

    /// <summary>An HTML table, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of caption, labels and numbers.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => HtmlTable.Of(Table(words), words.HiddenRows, MostRows);

    /// <summary>The table as aligned text for a terminal.</summary>
    /// <returns>Text in <see cref="Language"/>.</returns>
    public override string ToString() => ToText();

    /// <summary>A table about one KPI, whose name is the caption.</summary>
    internal static KpiTable About<TKpi>(ReportLanguage language, IEnumerable<KpiTableRow> rows)
        where TKpi : struct, IKpi<TKpi> => About(TKpi.Definition, language, rows);

    /// <summary>A table about what a definition names.</summary>
    internal static KpiTable About(KpiDefinition subject, ReportLanguage language, IEnumerable<KpiTableRow> rows) => new(subject, language, rows);

    internal static KpiTableRow Row<TKpi>(string label, TKpi kpi, Change? change, double confidence)
        where TKpi : struct, IKpi<TKpi> =>
        new(TKpi.Definition)
        {
            Label = label,
            Currency = kpi.Currency,
            Basis = KpiBasis.Of(kpi),
            Estimate = kpi.Estimate(confidence),
            Change = change,
        };

    private ReportTable Table(Phrases words)
    {
        // What all rows share is said once: the rules in the caption, the noun of the observations above their numbers.
        // A record without data may have no rule of its own.
        (KpiDefinition Definition, KpiBasis Basis)[] stated =
        [
            .. from row in Rows
               where row.Basis is { } basis && (basis.N > 0 || basis.Rules.Count > 0)
               select (row.Definition, row.Basis),
        ];
        string[] rules = [.. stated.Select(row => row.Basis.RulesIn(words, row.Definition)).Distinct(StringComparer.Ordinal)];
        ObservationKind[] kinds = [.. stated.Select(row => row.Basis.Observation).Distinct()];
        bool sharesKpi = !Rows.Any(row => row.Definition != Rows[0].Definition && !PlainDefinitions.IsPlain(row.Definition));
        bool sharesRules = sharesKpi && rules.Length == 1;
        bool areChanges = Rows.Any(row => row.Change is not null) && Rows.All(row => row is { Estimate: null, Basis: null });
        bool sharesNoun = kinds.Length == 1 && Rows.All(row => row.Basis is { IsNumberAlone: true });
        return new(
            Phrases.JoinNotEmpty(", ", Subject is null ? Caption : words.Name(Subject), sharesRules ? rules[0] : ""),
            [
                new(words.NameColumn),
                new(words.KpiColumn),
                new(words.ValueColumn, IsNumber: true),
                new(words.IntervalColumn, IsNumber: true),
                new(sharesNoun ? words.ObservationColumn(kinds[0]) : words.BaseColumn, IsNumber: true),
                new(words.ChangeColumn),
            ],
            [new(null, [.. Rows.Select(row => areChanges ? ChangeCells(row, words) : Cells(row, words, sharesKpi, sharesRules, sharesNoun))])]);
    }

    /// <summary>A change of which the values are not known, with its limits in their column.</summary>
    private static ReportCell[] ChangeCells(KpiTableRow row, Phrases words) =>
    [
        new(row.LabelIn(words)),
        default,
        default,
        new(words.ChangeInterval(row.Definition, row.Change?.Lower, row.Change?.Upper, row.Currency, row.Change?.Difference)),
        default,
        row.Change is { } change
            ? words.ChangeCell(row.Definition, change, row.Currency, isFact: row.Period is not null) with { Extra = "" }
            : new(words.NothingToCompare),
    ];

    private static ReportCell[] Cells(KpiTableRow row, Phrases words, bool sharesKpi, bool sharesRules, bool sharesNoun)
    {
        string rules = sharesRules ? "" : row.Basis?.RulesIn(words, row.Definition) ?? "", marks = row.Basis?.MarksIn(words) ?? "";
        return
        [
            new(
                row.LabelIn(words),
                Phrases.JoinNotEmpty(", ", Phrases.JoinNotEmpty(", ", sharesKpi ? rules : "", marks), row.IsIncomplete ? words.Incomplete : "")),

            // The KPI's name is a column of its own only where rows differ in it.
            sharesKpi ? default : new(Phrases.JoinNotEmpty(", ", words.Name(row.Definition), rules)),
            new(words.Value(row.Definition, row.Estimate?.Value, row.Currency)),
            new(words.Interval(row.Definition, row.Estimate?.Lower, row.Estimate?.Upper, row.Currency, row.Estimate?.Value)),
            new(sharesNoun ? words.Count(row.N) : row.BaseIn(words)),

            // Between the periods of a series, sampling error alone decides nothing: how much such periods differ anyway is for a model to say.
            row.Change is { } change
                ? words.ChangeCell(row.Definition, change, row.Currency, isFact: row.Period is not null, like: row.Estimate?.Value)
                : new(row.HasOtherRule ? words.OtherRule : ""),
        ];
    }

    static KpiTable IJsonRecord<KpiTable>.Json(JsonMembers<KpiTable> json) => new(
        json.Text(nameof(Caption), x => x.Caption),
        json.Records(nameof(Rows), x => x.Rows))
    {
        Language = json.Value(nameof(Language), x => x.Language),
        MostRows = json.Value(nameof(MostRows), x => x.MostRows),
        Subject = json.OptionalRecord(nameof(Subject), x => x.Subject),
    };
}
