using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A text in one language.</summary>
[JsonConverter(typeof(RecordJsonConverter<Translation>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Translation : IJsonRecord<Translation>
{
    /// <summary>Creates a translation.</summary>
    /// <param name="language">The language.</param>
    /// <param name="text">The text in that language; not blank.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public Translation(ReportLanguage language, string text)
    {
        Language = Guard.Defined(language);
        Text = Guard.NotBlank(text);
    }

    /// <summary>The language.</summary>
    public ReportLanguage Language { get; }

    /// <summary>The text in that language.</summary>
    public string Text { get; }

    /// <summary>The text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Text);

    static Translation IJsonRecord<Translation>.Json(JsonMembers<Translation> json) => new(
        json.Value(nameof(Language), x => x.Language),
        json.Text(nameof(Text), x => x.Text));
}
