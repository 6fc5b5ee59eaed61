namespace CxKpi.Trends;

/// <content>Notices of rank tests, level shifts and unusual periods.</content>
internal static partial class Notices
{
    internal static Notice SeasonsDiffer(double p) => Of(NoticeKind.SeasonsDiffer, words => words.SeasonsDiffer(p));

    internal static Notice NeighboursAlike(double correlation) => Of(NoticeKind.NeighboursAlike, words => words.NeighboursAlike(correlation));

    internal static Notice SlopeOfTies() => Of(NoticeKind.SlopeOfTies, words => words.SlopeOfTies);

    internal static Notice NothingToPair() => Of(NoticeKind.TooFewFigures, words => words.NothingToPair);

    internal static Notice TooFewForShifts(int count, int least) => Of(NoticeKind.TooFewFigures, words => words.TooFewForShifts(count, least));

    internal static Notice ShiftWasSearched(int places) => Of(NoticeKind.ShiftWasSearched, words => words.ShiftWasSearched(places));

    internal static Notice SlopeBesideShifts() => Of(NoticeKind.SlopeBesideShifts, words => words.SlopeBesideShifts);

    internal static Notice TooManyPeriods(int count, int most) => Of(NoticeKind.TooManyPeriods, words => words.TooManyPeriods(count, most));

    internal static Notice ManyUnusual(int flagged) => Of(NoticeKind.ManyUnusual, words => words.ManyUnusual(flagged));
}
