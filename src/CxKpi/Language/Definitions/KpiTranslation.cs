using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The names and the formula of a KPI in one language.</summary>
[JsonConverter(typeof(RecordJsonConverter<KpiTranslation>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiTranslation : IJsonRecord<KpiTranslation>
{
    /// <summary>Creates a translation; no part may be blank.</summary>
    /// <param name="language">The language.</param>
    /// <param name="name">The name, such as <c>score net de recommandation</c>.</param>
    /// <param name="symbol">The short name used in text and tables, such as <c>DMT</c> for the average handle time in French.</param>
    /// <param name="formula">The formula in words or symbols.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public KpiTranslation(ReportLanguage language, string name, string symbol, string formula)
    {
        Language = Guard.Defined(language);
        Name = Guard.NotBlank(name);
        Symbol = Guard.NotBlank(symbol);
        Formula = Guard.NotBlank(formula);
    }

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The short name used in text and tables.</summary>
    public string Symbol { get; }

    /// <summary>The formula in words or symbols.</summary>
    public string Formula { get; }

    /// <summary>The short and the full name.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean($"{Symbol}: {Name}");

    static KpiTranslation IJsonRecord<KpiTranslation>.Json(JsonMembers<KpiTranslation> json) => new(
        json.Value(nameof(Language), x => x.Language),
        json.Text(nameof(Name), x => x.Name),
        json.Text(nameof(Symbol), x => x.Symbol),
        json.Text(nameof(Formula), x => x.Formula));
}
