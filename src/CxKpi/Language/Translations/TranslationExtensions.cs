namespace CxKpi;

/// <summary>Texts in several languages, of which English stands apart.</summary>
internal static class TranslationExtensions
{
    /// <summary>The text in a language; <see langword="null"/> when there is none.</summary>
    internal static string? In(this IReadOnlyList<Translation> translations, ReportLanguage language)
    {
        Guard.Defined(language);
        return translations.FirstOrDefault(translation => translation.Language == language)?.Text;
    }

    /// <summary>A text of the library's own in every language but English.</summary>
    internal static IEnumerable<Translation> InOtherLanguages(Func<Phrases, string> text) =>
        Phrases.All.Where(words => words != Phrases.English).Select(words => new Translation(words.Language, text(words)));
}
