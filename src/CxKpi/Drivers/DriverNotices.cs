using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Creates the refusals and warnings of drivers and lagged correlations, in all languages at once.</summary>
internal static class DriverNotices
{
    internal static Notice TooFewPeriods(long count, long needed) => Of(NoticeKind.TooFewFigures, words => words.TooFewPeriodsForLags(count, needed));

    internal static Notice NoSpread() => Of(NoticeKind.NoSpread, words => words.SeriesWithoutSpread);

    internal static Notice FiguresMissing(long missing) => Of(NoticeKind.MissingFigures, words => words.LagsNeedEveryFigure(missing));

    internal static Notice FewPeriodsForLags(long count, long lags) => Of(NoticeKind.FewPeriodsForLags, words => words.FewPeriodsForLags(count, lags));

    internal static Notice TooFewRows(long count, long needed) => Of(NoticeKind.TooFewFigures, words => words.TooFewRows(count, needed));

    internal static Notice OutcomeWithoutSpread() => Of(NoticeKind.NoSpread, words => words.OutcomeWithoutSpread);

    internal static Notice DriversWithoutSpread(IEnumerable<string> names) => Of(NoticeKind.NoSpread, names, (words, all) => words.DriversWithoutSpread(all));

    internal static Notice Collinear(IEnumerable<string> names) => Of(NoticeKind.CollinearDrivers, names, (words, all) => words.CollinearDrivers(all));

    internal static Notice DriversAlike(IEnumerable<string> names) => Of(NoticeKind.AlikeDrivers, names, (words, all) => words.AlikeDrivers(all));

    internal static Notice NothingExplained(double p) => Of(NoticeKind.NothingExplained, words => words.NothingExplained(p));

    internal static Notice ResamplesLeftOut(long left, long all) => Of(NoticeKind.ResamplesLeftOut, words => words.ResamplesLeftOut(left, all));

    private static Notice Of(NoticeKind kind, IEnumerable<string> names, Func<Phrases, string, string> text)
    {
        string all = string.Join(", ", names);
        return Of(kind, words => text(words, all));
    }

    private static Notice Of(NoticeKind kind, Func<Phrases, string> text) => new(kind, text(Phrases.English))
    {
        Translations = [.. TranslationExtensions.InOtherLanguages(text)],
    };
}
