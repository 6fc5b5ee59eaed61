namespace CxKpi.Trends;

/// <summary>Creates all refusals and warnings, in all languages at once, so that they can be compared and serialised as text.</summary>
internal static partial class Notices
{
    internal static Notice FewerThanTwoCycles(int count, int cycle) => Of(NoticeKind.FewerThanTwoCycles, words => words.FewerThanTwoCycles(count, cycle));

    internal static Notice FewerThanThreeCycles(int count, int cycle) => Of(NoticeKind.FewerThanThreeCycles, words => words.FewerThanThreeCycles(count, cycle));

    internal static Notice SeasonSeenOnce(IReadOnlyList<Season> seasons) => Of(NoticeKind.SeasonSeenOnce, words => words.SeasonSeenOnce(seasons));

    internal static Notice SeasonLeftOut(IReadOnlyList<Season> seasons) => Of(NoticeKind.SeasonLeftOut, words => words.SeasonLeftOut(seasons));

    private static Notice Of(NoticeKind kind, Func<Phrases, string> text) => new(kind, text(Phrases.English))
    {
        Translations = [.. TranslationExtensions.InOtherLanguages(text)],
    };
}
