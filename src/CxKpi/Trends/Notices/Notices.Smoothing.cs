namespace CxKpi.Trends;

internal static partial class Notices
{
    internal static Notice TooFewFigures(int count, int needed) => new(
        NoticeKind.TooFewFigures,
        Text($"at least {needed} figures are needed; there are {count}"));

    internal static Notice TooFewPairs(int pairs, int cycle) => new(
        NoticeKind.TooFewFigures,
        Text($"at least 2 pairs of figures a cycle of {cycle} apart are needed; there are {pairs}"));

    internal static Notice SeasonWithoutFigure(Season season) => new(
        NoticeKind.SeasonWithoutFigure,
        Text($"no figure is known for any {season}, so that none can be foretold"));

    internal static Notice MissingFigures(int missing) => new(
        NoticeKind.MissingFigures,
        Text($"the method of Holt and Winters needs every figure; {missing} are missing"));

    internal static Notice FarAhead(int periods, int cycle) => new(
        NoticeKind.FarAhead,
        Text($"{periods} periods ahead is further than two cycles of {cycle}: the limits assume that nothing but the level, slope and season moves"));
}
