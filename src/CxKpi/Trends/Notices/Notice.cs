namespace CxKpi.Trends;

/// <summary>Why a result was refused, or what to keep in mind about it.</summary>
/// <param name="Kind">The cause, for code.</param>
/// <param name="Message">The cause with its figures, for a person, in English.</param>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record Notice(NoticeKind Kind, string Message)
{
    /// <summary>The message in other languages; those of the library have all of them.</summary>
    public IReadOnlyList<Translation> Translations { get; init => field = ValueList.Of(value); } = ValueList<Translation>.Empty;

    /// <summary>The message in a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The translation; English when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string In(ReportLanguage language)
    {
        Guard.Defined(language);
        return Translations.FirstOrDefault(translation => translation.Language == language)?.Text ?? Message;
    }

    /// <summary>The message.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => TerminalText.Clean(Message);
}
