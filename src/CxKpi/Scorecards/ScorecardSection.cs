using System.Text.Json.Serialization;
using CxKpi.Practices;

namespace CxKpi;

/// <summary>
/// A table of texts below the lines of a scorecard: what drives an outcome, whether the answers stand for the customers, who is asked too often, or a table
/// of the author's own.
/// </summary>
/// <remarks>
/// It holds texts as they are shown, in one language, with <see cref="Translations"/> for the others; figures for programs are in the results themselves.
/// A column in which every text begins with a digit or a sign is aligned like numbers.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ScorecardSection>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardSection : IJsonRecord<ScorecardSection>
{
    /// <summary>Creates a section in the author's own words.</summary>
    /// <param name="title">The heading; not blank.</param>
    /// <param name="columns">The heads of the columns; at least one.</param>
    /// <param name="rows">The rows, each with one text per column; the first text names the row.</param>
    /// <param name="notes">Sentences below the table; <see langword="null"/> for none.</param>
    /// <param name="language">The language of the texts.</param>
    /// <exception cref="ArgumentNullException">An argument or one of its texts is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The title is blank, there is no column, or a row has not one text per column.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public ScorecardSection(
        string title,
        IReadOnlyList<string> columns,
        IReadOnlyList<IReadOnlyList<string>> rows,
        IReadOnlyList<string>? notes = null,
        ReportLanguage language = ReportLanguage.English)
    {
        Title = Guard.NotBlank(title);
        Columns = ValueList.Known(columns);
        _ = Columns.Count > 0 ? Columns : throw new ArgumentException($"{nameof(columns)} must not be empty", nameof(columns));
        Rows = ValueList.Of(Guard.NotNull(rows).Select(row =>
            (IReadOnlyList<string>)ValueList.Known(row, nameof(rows))));
        foreach (IReadOnlyList<string> row in Rows)
        {
            _ = row.Count == Columns.Count
                ? row
                : throw new ArgumentException(
                    FormattableString.Invariant($"{nameof(rows)} must have one text for each of {Columns.Count} columns; got {row.Count}"),
                    nameof(rows));
        }

        Notes = ValueList.Of(notes?.Select(note => Guard.NotNull(note, nameof(notes))));
        Language = Guard.Defined(language);
    }

    /// <summary>The heading.</summary>
    public string Title { get; }

    /// <summary>The heads of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, each with one text per column; the first text names the row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>Sentences below the table.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The language of the texts.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The section in other languages; empty when there are no translations.</summary>
    public IReadOnlyList<ScorecardSection> Translations
    {
        get;
        init => field = ValueList.Known(value, nameof(Translations));
    } = ValueList<ScorecardSection>.Empty;

    /// <summary>Shows whether the answers stand for the customers: each characteristic in the sample and in the population, and the KPI as observed and
    /// weighted.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">A heading in the author's own words, for all languages; <see langword="null"/> for that of the library.</param>
    /// <returns>The section, in every language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="report"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The title is blank.</exception>
    public static ScorecardSection From(Representativeness report, string? title = null) => InEveryLanguage(Guard.NotNull(report).Table, title);

    /// <summary>Shows what drives an outcome, with the most important first.</summary>
    /// <param name="drivers">The analysis; where it is refused, the section says why.</param>
    /// <param name="title">A heading in the author's own words, for all languages; <see langword="null"/> for that of the library.</param>
    /// <returns>The section, in every language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="drivers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The title is blank.</exception>
    public static ScorecardSection From(DriverAnalysis drivers, string? title = null) => InEveryLanguage(Guard.NotNull(drivers).Table, title);

    /// <summary>Shows how often the rules of solicitation were broken.</summary>
    /// <typeparam name="TCustomer">The type of the key that identifies a customer.</typeparam>
    /// <param name="audit">The audit.</param>
    /// <param name="title">A heading in the author's own words, for all languages; <see langword="null"/> for that of the library.</param>
    /// <returns>The section, in every language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="audit"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The title is blank.</exception>
    public static ScorecardSection From<TCustomer>(SolicitationAudit<TCustomer> audit, string? title = null)
        where TCustomer : notnull => InEveryLanguage(Guard.NotNull(audit).Table, title);

    /// <summary>The section in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation, or this section when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public ScorecardSection In(ReportLanguage language)
    {
        Guard.Defined(language);
        return Language == language ? this : Translations.FirstOrDefault(translation => translation.Language == language) ?? this;
    }

    /// <summary>The title and the number of rows as invariant text.</summary>
    /// <returns>Text for display, such as <c>What drives the outcome (4 rows)</c>.</returns>
    public override string ToString() => TerminalText.Clean(FormattableString.Invariant($"{Title} ({Rows.Count} rows)"));

    /// <summary>The table for all output formats.</summary>
    internal ReportTable Table() => new(
        Title,
        [.. Columns.Select((column, i) => new ReportColumn(column, i > 0 && Rows.Count > 0 && Rows.All(row => IsFigure(row[i]))))],
        [new(null, [.. Rows.Select(row => row.Select(cell => new ReportCell(cell)).ToArray())])]);

    private static bool IsFigure(string cell) => cell.Length == 0 || char.IsAsciiDigit(cell[0]) || cell[0] is '+' or '-' or '\u2212' or '–';

    private static ScorecardSection InEveryLanguage(Func<Phrases, NotebookTable> table, string? title)
    {
        return In(Phrases.English) with { Translations = [.. Phrases.All.Where(words => words != Phrases.English).Select(In)] };

        ScorecardSection In(Phrases words)
        {
            NotebookTable shown = table(words);
            return new(title ?? shown.Caption, shown.Headers, shown.Rows, shown.Notes, words.Language);
        }
    }

    static ScorecardSection IJsonRecord<ScorecardSection>.Json(JsonMembers<ScorecardSection> json)
    {
        string title = json.Text(nameof(Title), x => x.Title);
        IReadOnlyList<string> columns = json.Texts(nameof(Columns), x => x.Columns);

        // Row by row, as many as there are columns to each.
        IReadOnlyList<string> cells = json.Texts("Cells", x => [.. x.Rows.SelectMany(row => row)]);
        return new(
            title,
            columns,
            [.. cells.Chunk(Math.Max(1, columns.Count))],
            json.Texts(nameof(Notes), x => x.Notes),
            json.Value(nameof(Language), x => x.Language))
        {
            Translations = json.OptionalRecords(nameof(Translations), x => x.Translations),
        };
    }
}
