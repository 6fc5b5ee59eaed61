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

    internal static Notice SeasonWithoutTrend(Season season) => new(
        NoticeKind.SeasonTooSparse,
        Text($"gaps leave no figure of {season} where a moving average over a cycle is known"));
}
