using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// One part of the rule under which a record was gathered, such as the cut of a satisfaction score or the period of a churn rate.
/// Two records of one KPI whose rules differ mean different things.
/// </summary>
/// <remarks>The text stands beside the figure wherever it is shown.</remarks>
[JsonConverter(typeof(RecordJsonConverter<KpiRule>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiRule : IJsonRecord<KpiRule>
{
    /// <summary>The name of the part that states the currency of an amount.</summary>
    internal const string CurrencyName = "Currency";

    /// <summary>Creates the rule.</summary>
    /// <param name="name">What the rule is about, the same in all languages, such as <c>Cut</c> or <c>Period</c>; not blank.</param>
    /// <param name="text">The rule in English, such as <c>4–5 of 5</c> or <c>per month</c>; not blank.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public KpiRule(string name, string text)
    {
        Name = Guard.NotBlank(name);
        Text = Guard.NotBlank(text);
    }

    /// <summary>What the rule is about, the same in all languages.</summary>
    public string Name { get; }

    /// <summary>The rule in English.</summary>
    public string Text { get; }

    /// <summary>The rule in other languages; empty when it reads the same in all.</summary>
    public IReadOnlyList<Translation> Translations
    {
        get;
        init => field = ValueList.Known(value, nameof(Translations))
            .OnePerLanguage(nameof(Translations));
    } = ValueList<Translation>.Empty;

    /// <summary>The rule in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The text in that language; without one, the English text.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string In(ReportLanguage language) => Translations.In(language) ?? Text;

    /// <summary>The rule in English.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Text);

    /// <summary>A rule of the library's own in every language.</summary>
    internal static KpiRule Of(string name, Func<Phrases, string> text)
    {
        string english = text(Phrases.English);
        return new(name, english)
        {
            Translations =
            [
                .. TranslationExtensions.InOtherLanguages(text).Where(other => !string.Equals(other.Text, english, StringComparison.Ordinal)),
            ],
        };
    }

    static KpiRule IJsonRecord<KpiRule>.Json(JsonMembers<KpiRule> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Text(nameof(Text), x => x.Text))
    {
        Translations = json.Records(nameof(Translations), x => x.Translations),
    };
}
