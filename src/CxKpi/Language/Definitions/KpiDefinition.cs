using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a KPI means: its name, unit, direction, formula and source. The definition always accompanies the figure.</summary>
/// <remarks>
/// A definition is written in English. <see cref="In"/> gives the names and the formula in other languages: the library has them for its own KPIs,
/// and a KPI from outside supplies them as <see cref="Translations"/>.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<KpiDefinition>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiDefinition : ILocalizedFace, IJsonRecord<KpiDefinition>
{
    /// <summary>Creates a definition; no part may be blank.</summary>
    /// <param name="name">The English name, such as <c>Net Promoter Score</c>.</param>
    /// <param name="symbol">The short name used in text and tables, such as <c>NPS</c>.</param>
    /// <param name="unit">The unit of <see cref="IKpi{TSelf}.Value"/>.</param>
    /// <param name="direction">Whether a higher value is better.</param>
    /// <param name="formula">The formula in words or symbols.</param>
    /// <param name="source">The author, title and year of the text that defines the KPI.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> or <paramref name="direction"/> is not a named value.</exception>
    public KpiDefinition(string name, string symbol, KpiUnit unit, KpiDirection direction, string formula, string source)
    {
        Name = Guard.NotBlank(name);
        Symbol = Guard.NotBlank(symbol);
        Unit = Guard.Defined(unit);
        Direction = Guard.Defined(direction);
        Formula = Guard.NotBlank(formula);
        Source = Guard.NotBlank(source);
    }

    /// <summary>The English name.</summary>
    public string Name { get; }

    /// <summary>The short name used in text and tables.</summary>
    public string Symbol { get; }

    /// <summary>The unit of the value.</summary>
    public KpiUnit Unit { get; }

    /// <summary>Whether a higher value is better.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The formula in words or symbols.</summary>
    public string Formula { get; }

    /// <summary>The author, title and year of the text that defines the KPI.</summary>
    public string Source { get; }

    /// <summary>Names and formulas in other languages that the definition supplies itself, one per language.</summary>
    /// <value>Empty when none are given, as for the library's own KPIs.</value>
    /// <exception cref="ArgumentException">Two translations are of one language.</exception>
    public IReadOnlyList<KpiTranslation> Translations
    {
        get;
        init => field = ValueList.Known(value, nameof(Translations)).OnePerLanguage(one => one.Language, nameof(Translations));
    } = ValueList<KpiTranslation>.Empty;

    /// <summary>The name, the symbol and the formula in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>
    /// The definition's own translation; without one, the library's, by the KPI's English name; without either, the English texts, marked as English.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public KpiTranslation In(ReportLanguage language) => Phrases.For(language).Translation(this);

    /// <summary>Formats a value or a limit in the KPI's unit.</summary>
    /// <param name="value">A value in the definition's unit.</param>
    /// <param name="provider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <param name="currency">The currency shown after an amount of money; <see langword="null"/> for none.</param>
    /// <returns>Text for display, such as <c>+40.0</c>, <c>66.7 %</c> or <c>7 min 00 s</c>.</returns>
    public string Format(double value, IFormatProvider? provider = null, string? currency = null) =>
        KpiText.Value(Unit, value, provider ?? CultureInfo.InvariantCulture, currency);

    /// <summary>Formats a difference with its sign; differences of shares are in percentage points.</summary>
    /// <param name="difference">A difference in the definition's unit.</param>
    /// <param name="provider">The culture of the numbers; invariant when <see langword="null"/>.</param>
    /// <param name="currency">The currency shown after an amount of money; <see langword="null"/> for none.</param>
    /// <returns>Text for display, such as <c>+4.0</c>, <c>-2.3 pp</c> or <c>+12.0 s</c>.</returns>
    public string FormatChange(double difference, IFormatProvider? provider = null, string? currency = null) =>
        KpiText.Difference(Unit, difference, provider ?? CultureInfo.InvariantCulture, currency);

    /// <summary>The short and the full name as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean($"{Symbol}: {Name}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        KpiTranslation own = words.Translation(this);
        NotebookTable table = new($"{own.Symbol}{words.Colon}{own.Name}");
        KpiTranslation[] all = [.. Phrases.All.Select(other => In(other.Language)).DistinctBy(other => other.Language)];
        foreach (KpiTranslation other in all.Where(other => other.Language != own.Language))
        {
            table.Fact(Phrases.For(other.Language).Endonym, other.Name, words.TagOf(other.Language));
        }

        return table
            .Fact(words.UnitLabel, words.Unit(Unit))
            .Fact(words.DirectionLabel, words.Direction(Direction))
            .Fact(words.FormulaLabel, own.Formula, words.TagOf(own.Language))
            .Fact(words.SourceLabel, Source, words.TagOf(ReportLanguage.English))
            .ToHtml();
    }

    static KpiDefinition IJsonRecord<KpiDefinition>.Json(JsonMembers<KpiDefinition> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Text(nameof(Symbol), x => x.Symbol),
        json.Value(nameof(Unit), x => x.Unit),
        json.Value(nameof(Direction), x => x.Direction),
        json.Text(nameof(Formula), x => x.Formula),
        json.Text(nameof(Source), x => x.Source))
    {
        Translations = json.Records(nameof(Translations), x => x.Translations),
    };
}
