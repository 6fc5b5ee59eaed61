using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi;

/// <summary>
/// Published bands for a KPI, with their publisher, subject and date. They are data: the library ships none, and makes no judgement of its own.
/// </summary>
/// <remarks>
/// Benchmarks of one KPI differ more by sector, country, channel and way of asking than most companies differ from each other,
/// so a band without its source means nothing. Bands follow one another without gap or overlap; a value at a bound belongs to the upper band.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<Benchmark>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Benchmark : ILocalizedFace, IJsonRecord<Benchmark>
{
    /// <summary>Creates a benchmark.</summary>
    /// <param name="kpi">The symbol of the KPI, as in <see cref="KpiDefinition.Symbol"/>.</param>
    /// <param name="source">The publisher, and the publication.</param>
    /// <param name="sector">The sector that the benchmark is about.</param>
    /// <param name="country">The country or region that the benchmark is about.</param>
    /// <param name="period">The time that the figures describe, such as <c>2025</c>.</param>
    /// <param name="date">The day of publication.</param>
    /// <param name="bands">The bands from the lowest to the highest; at least one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A text is blank, there is no band, or two bands have the same name, overlap or leave a gap; or the date is not in
    /// the ISO calendar.</exception>
    public Benchmark(string kpi, string source, string sector, string country, string period, LocalDate date, IReadOnlyList<BenchmarkBand> bands)
    {
        Kpi = Guard.NotBlank(kpi);
        Source = Guard.NotBlank(source);
        Sector = Guard.NotBlank(sector);
        Country = Guard.NotBlank(country);
        Period = Guard.NotBlank(period);
        Date = CalendarGuard.Iso(date);
        Bands = ValueList.Of(Checked([.. Guard.NotNull(bands)]));
    }

    /// <summary>The symbol of the KPI.</summary>
    public string Kpi { get; }

    /// <summary>The publisher, and the publication.</summary>
    public string Source { get; }

    /// <summary>The sector that the benchmark is about.</summary>
    public string Sector { get; }

    /// <summary>The country or region that the benchmark is about.</summary>
    public string Country { get; }

    /// <summary>The time that the figures describe.</summary>
    public string Period { get; }

    /// <summary>The day of publication.</summary>
    public LocalDate Date { get; }

    /// <summary>The bands from the lowest to the highest.</summary>
    public IReadOnlyList<BenchmarkBand> Bands { get; }

    /// <summary>Reads benchmarks from JSON in the form that <see cref="ListToJson"/> writes.</summary>
    /// <param name="json">The JSON document.</param>
    /// <returns>The benchmarks in the document's order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The text is not such a document, has another version, or contains a benchmark that breaks a rule, which the message
    /// names.</exception>
    public static IReadOnlyList<Benchmark> ListFromJson(string json) => DocumentContract.Read<BenchmarkDocument>(Guard.NotNull(json)).Benchmarks;

    /// <summary>Writes benchmarks as JSON.</summary>
    /// <param name="benchmarks">The benchmarks.</param>
    /// <returns>A document of the schema <c>cxkpi.benchmarks</c>, version 1.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="benchmarks"/> is <see langword="null"/>.</exception>
    public static string ListToJson(IEnumerable<Benchmark> benchmarks) => DocumentContract.Write(
        new BenchmarkDocument([.. Guard.NotNull(benchmarks).Select(benchmark => Guard.NotNull(benchmark, nameof(benchmarks)))]));

    /// <summary>Finds the band in which a value lies.</summary>
    /// <param name="value">A value in the KPI's unit.</param>
    /// <returns>The band; <see langword="null"/> when the value is undefined or outside all bands.</returns>
    public BenchmarkBand? BandOf(double? value)
    {
        for (int i = 0; i < Bands.Count && value is { } known; i++)
        {
            BenchmarkBand band = Bands[i];
            bool isBelowEnd = band.To is not { } to || known < to || (i == Bands.Count - 1 && known == to);
            if (isBelowEnd)
            {
                return known < band.From || double.IsNaN(known) ? null : band;
            }
        }

        return null;
    }

    /// <summary>The subject and the source of the benchmark as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        TerminalText.Clean($"{Kpi}, {Sector}, {Country}, {Period}: {string.Join(", ", Bands)} ({Source}, {Day})");

    /// <summary>Writes the bands with their source as text for a terminal, in the figures of the source.</summary>
    /// <param name="language">The language of labels and numbers; the names of the bands are those of the source.</param>
    /// <returns>The text, whose lines end with a line feed.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToText(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToText();

    /// <summary>Writes the bands with their source as Markdown.</summary>
    /// <param name="language">The language of labels and numbers; the names of the bands are those of the source.</param>
    /// <returns>The text, in which text supplied by users is escaped so that it neither formats nor links.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToMarkdown(ReportLanguage language = ReportLanguage.English) => Face(Phrases.For(language)).ToMarkdown();

    /// <summary>An HTML table of the bands with their source, to be placed in an existing page or notebook, in English.</summary>
    /// <returns>One well-formed element without scripts or external references.</returns>
    public string ToHtml() => ToHtml(ReportLanguage.English);

    /// <summary>An HTML table of the bands with their source, to be placed in an existing page or notebook.</summary>
    /// <param name="language">The language of labels and numbers; the names of the bands are those of the source.</param>
    /// <returns>One well-formed element without scripts or external references.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string ToHtml(ReportLanguage language) => ((ILocalizedFace)this).ToHtml(Phrases.For(language));

    string ILocalizedFace.ToHtml(Phrases words) => Face(words).ToHtml();

    private NotebookTable Face(Phrases words)
    {
        NotebookTable table = new($"{words.BenchmarkColumn}{words.Colon}{Kpi}, {Sector}, {Country}, {Period}", words.BandLabel, words.LimitsLabel);
        foreach (BenchmarkBand band in Bands)
        {
            table.Row(band.Name, band.BoundsIn(words, bound => words.Number(bound)));
        }

        return table.Note($"{words.SourceLabel}{words.Colon}{Source} ({words.Date(Date.WithCalendar(CalendarSystem.Iso))})");
    }

    private CalendarPeriod Day => CalendarPeriod.Containing(CalendarUnit.Day, Date.WithCalendar(CalendarSystem.Iso));

    /// <summary>Throws for a bound that the KPI cannot reach, which was mostly meant in another unit.</summary>
    internal void RequireRange(KpiDefinition definition, KpiRange range)
    {
        foreach (double bound in Bands.SelectMany(band => new[] { band.From, band.To }).OfType<double>())
        {
            range.Require(bound, "benchmark", definition, "must have bounds that lie");
        }
    }

    private static BenchmarkBand[] Checked(BenchmarkBand[] bands)
    {
        _ = bands.Length > 0 ? bands : throw new ArgumentException($"{nameof(bands)} must not be empty", nameof(bands));
        HashSet<string> names = new(StringComparer.Ordinal);
        for (int i = 0; i < bands.Length; i++)
        {
            _ = Guard.NotNull(bands[i], nameof(bands));
            if (!names.Add(bands[i].Name))
            {
                throw new ArgumentException($"{nameof(bands)} must have names of their own; {bands[i].Name} occurs twice", nameof(bands));
            }

            if (i == 0)
            {
                continue;
            }

            double? end = bands[i - 1].To, start = bands[i].From;
            if (end is null || start is null || end > start)
            {
                throw Broken("must not overlap, from the lowest to the highest", bands[i - 1], bands[i], bands);
            }

            if (end < start)
            {
                throw Broken("must not leave a gap", bands[i - 1], bands[i], bands);
            }
        }

        return bands;
    }

    private static ArgumentException Broken(string rule, BenchmarkBand lower, BenchmarkBand upper, BenchmarkBand[] bands) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{nameof(bands)} {rule}; got {lower}, then {upper}"), nameof(bands));

    static Benchmark IJsonRecord<Benchmark>.Json(JsonMembers<Benchmark> json) => new(
        json.Text(nameof(Kpi), x => x.Kpi),
        json.Text(nameof(Source), x => x.Source),
        json.Text(nameof(Sector), x => x.Sector),
        json.Text(nameof(Country), x => x.Country),
        json.Text(nameof(Period), x => x.Period),
        json.Value(nameof(Date), x => x.Date),
        json.Records(nameof(Bands), x => x.Bands));
}
