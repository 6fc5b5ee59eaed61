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

    /// <summary>The same translations, of which no two are in one language: only the first of them would be shown.</summary>
    internal static ValueList<Translation> OnePerLanguage(this ValueList<Translation> translations, string name) =>
        translations.OnePerLanguage(translation => translation.Language, name);

    /// <summary>The same for translations of another shape.</summary>
    internal static ValueList<T> OnePerLanguage<T>(this ValueList<T> translations, Func<T, ReportLanguage?> language, string name) =>
        translations.GroupBy(language).FirstOrDefault(group => group.Skip(1).Any()) is { Key: { } twice }
            ? throw new ArgumentException($"{name} must have one for each language; {twice} occurs twice", name)
            : translations;

    /// <summary>A text of the library's own in every language but English.</summary>
    internal static IEnumerable<Translation> InOtherLanguages(Func<Phrases, string> text) =>
        Phrases.All.Where(words => words != Phrases.English).Select(words => new Translation(words.Language, text(words)));
}
