using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The reason why a result was refused, or a warning about a result.</summary>
/// <param name="Kind">The cause, for use in code.</param>
/// <param name="Message">The cause with its figures, as an English text to read.</param>
[JsonConverter(typeof(RecordJsonConverter<Notice>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Notice(NoticeKind Kind, string Message) : IJsonRecord<Notice>
{
    /// <summary>The cause, for use in code; a named value.</summary>
    public NoticeKind Kind { get; init => field = Guard.Defined(value, nameof(Kind)); } = Guard.Defined(Kind);

    /// <summary>The cause with its figures, as an English text to read.</summary>
    public string Message { get; init => field = Guard.NotNull(value, nameof(Message)); } = Guard.NotNull(Message);

    /// <summary>The message in other languages; the notices of the library have all translations.</summary>
    public IReadOnlyList<Translation> Translations
    {
        get;
        init => field = ValueList.Known(value, nameof(Translations)).OnePerLanguage(nameof(Translations));
    } = ValueList<Translation>.Empty;

    /// <summary>The message in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation, or the English message when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string In(ReportLanguage language) => Translations.In(language) ?? Message;

    /// <summary>The message.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Message);

    static Notice IJsonRecord<Notice>.Json(JsonMembers<Notice> json) => new(
        json.Value(nameof(Kind), x => x.Kind),
        json.Text(nameof(Message), x => x.Message))
    {
        Translations = json.Records(nameof(Translations), x => x.Translations),
    };
}
