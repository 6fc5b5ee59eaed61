namespace CxKpi.Trends;

/// <content>Decomposition.</content>
internal static partial class Notices
{
    internal static Notice SeasonTooSparse(Season season, int count) => new(
        NoticeKind.SeasonTooSparse,
        Text($"every season needs two figures or more; {season} has {count}"));

    internal static Notice GapTooLong(CalendarPeriod first, int length, int span) => new(
        NoticeKind.GapTooLong,
        Text($"{length} periods from {first} on have no figure; a trend over {span} periods can't cross half of them"));

    internal static Notice NotPositive(CalendarPeriod period, double figure) => new(
        NoticeKind.NotPositive,
        Text($"components can multiply only where every figure is above 0; {period} has {figure:0.####}"));

    internal static Notice RobustOnShortHistory(int span) => new(
        NoticeKind.RobustOnShortHistory,
        Text($"robust weights can swing to and fro with fewer than eight cycles and a seasonal span of {span}: take a span of 11 or more, or the plain decomposition"));

    internal static Notice SeasonWithoutTrend(Season season) => new(
        NoticeKind.SeasonTooSparse,
        Text($"gaps leave no figure of {season} where a moving average over a cycle is known"));
}
