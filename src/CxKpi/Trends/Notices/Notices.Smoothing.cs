namespace CxKpi.Trends;

/// <content>Notices of forecasts.</content>
internal static partial class Notices
{
    internal static Notice TooFewFigures(int count, int needed) => Of(NoticeKind.TooFewFigures, words => words.TooFewFigures(count, needed));

    internal static Notice TooFewPairs(int pairs, int cycle) => Of(NoticeKind.TooFewFigures, words => words.TooFewPairs(pairs, cycle));

    internal static Notice SeasonWithoutFigure(Season season) => Of(NoticeKind.SeasonWithoutFigure, words => words.SeasonWithoutFigure(season));

    internal static Notice MissingFigures(int missing) => Of(NoticeKind.MissingFigures, words => words.MissingFigures(missing));

    internal static Notice FarAhead(int periods, int cycle) => Of(NoticeKind.FarAhead, words => words.FarAhead(periods, cycle));
}
