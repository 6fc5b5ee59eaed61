using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The one place where the words of refusals and warnings are written.</summary>
internal static partial class Notices
{
    internal static Notice FewerThanTwoCycles(int count, int cycle) => new(
        NoticeKind.FewerThanTwoCycles,
        Text($"two full cycles of {cycle} periods are needed to tell the season from a change; there are {count} periods"));

    internal static Notice FewerThanThreeCycles(int count, int cycle) => new(
        NoticeKind.FewerThanThreeCycles,
        Text($"fewer than three full cycles of {cycle} periods: the season rests on two figures each; there are {count} periods"));

    internal static Notice SeasonSeenOnce(IReadOnlyList<Season> seasons) => new(
        NoticeKind.SeasonSeenOnce,
        $"only one figure each for {string.Join(", ", seasons)}: what is particular to a season seen once can't be told from chance");

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
