namespace CxKpi.Trends;

/// <content>Of rank tests, level shifts and unusual periods.</content>
internal static partial class Notices
{
    internal static Notice SeasonsDiffer(double p) => new(
        NoticeKind.SeasonsDiffer,
        Text($"the trends of the seasons differ ({KpiText.P(p)}): the total misleads, read the seasons one by one"));

    internal static Notice NeighboursAlike(double correlation) => new(
        NoticeKind.NeighboursAlike,
        Text($"figures resemble their neighbours (correlation {correlation:0.00}), which this test doesn't allow for: its p is too small"));

    internal static Notice NothingToPair() => new(
        NoticeKind.TooFewFigures,
        "no season has two figures to compare");

    internal static Notice TooFewForShifts(int count, int least) => new(
        NoticeKind.TooFewFigures,
        Text($"at least {least} figures are needed to look for shifts; there are {count}"));

    internal static Notice ShiftWasSearched(int places) => new(
        NoticeKind.ShiftWasSearched,
        Text($"the shift is the largest of {places} places: p allows for that search, the limits of its size do not"));

    internal static Notice SlopeBesideShifts() => new(
        NoticeKind.SlopeBesideShifts,
        "a steady slope explains the figures about as well as a shift does: shifts are looked for beside it");

    internal static Notice TooManyPeriods(int count, int most) => new(
        NoticeKind.TooManyPeriods,
        Text($"at most {most} periods can be judged one by one; there are {count}: cut out a part or take longer periods"));

    internal static Notice ManyUnusual(int flagged) => new(
        NoticeKind.ManyUnusual,
        Text($"{flagged} periods are unusual, the most that are looked for: the season or the level may have changed instead"));
}
