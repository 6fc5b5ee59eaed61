namespace CxKpi.Trends;

/// <content>Notices of decompositions.</content>
internal static partial class Notices
{
    internal static Notice SeasonTooSparse(Season season, int count) => Of(NoticeKind.SeasonTooSparse, words => words.SeasonTooSparse(season, count));

    internal static Notice GapTooLong(CalendarPeriod first, int length, int span) => Of(NoticeKind.GapTooLong, words => words.GapTooLong(first, length, span));

    internal static Notice NotPositive(CalendarPeriod period, double figure) => Of(NoticeKind.NotPositive, words => words.NotPositive(period, figure));

    internal static Notice RobustOnShortHistory(int span) => Of(NoticeKind.RobustOnShortHistory, words => words.RobustOnShortHistory(span));

    internal static Notice SeasonWithoutTrend(Season season) => Of(NoticeKind.SeasonTooSparse, words => words.SeasonWithoutTrend(season));
}
