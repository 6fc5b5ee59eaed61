using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The text of a <see cref="KpiRule"/> in a language.</summary>
[JsonConverter(typeof(RecordJsonConverter<KpiRuleText>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct KpiRuleText : IJsonRecord<KpiRuleText>
{
    /// <summary>Creates the text.</summary>
    /// <param name="language">The language of the text.</param>
    /// <param name="text">The text, such as <c>par mois</c>; not blank.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The language is not a named value.</exception>
    public KpiRuleText(ReportLanguage language, string text)
    {
        Language = Guard.Defined(language);
        Text = Guard.NotBlank(text);
    }

    /// <summary>The language of the text.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Text ?? "");

    static KpiRuleText IJsonRecord<KpiRuleText>.Json(JsonMembers<KpiRuleText> json)
    {
        ReportLanguage language = json.Value(nameof(Language), x => x.Language);
        string? text = json.OptionalText(nameof(Text), x => x.Text);
        return (language, text) == default ? default : new(language, text!);
    }
}
