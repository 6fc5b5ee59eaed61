namespace CxKpi.Trends;

/// <content>Of the latest period.</content>
internal static partial class Notices
{
    internal static Notice NothingToJudge() => Of(NoticeKind.NothingToCompare, words => words.NothingToJudge);

    /// <param name="refusal">Why the history does not tell.</param>
    internal static Notice SamplingErrorOnly(Notice? refusal) => Of(NoticeKind.SamplingErrorOnly, words => words.SamplingErrorOnly(refusal?.Kind switch
    {
        NoticeKind.ExactFit or NoticeKind.AllSharesAlike => words.EarlierPeriodsWithoutSpread,
        NoticeKind.NotPositive => refusal.In(words.Language),
        _ => words.TooFewEarlierPeriods,
    }));

    internal static Notice AgainstSeason(CalendarPeriod period, Func<Phrases, string> range, bool isBeyond) => isBeyond
        ? Of(NoticeKind.BeyondExpectation, words => words.BeyondSeason(words.Season(Season.Of(period)), range(words)))
        : Of(NoticeKind.WithinExpectation, words => words.UsualForSeason(words.Season(Season.Of(period)), range(words)));

    internal static Notice AgainstLevel(Func<Phrases, string> range, bool isBeyond) => isBeyond
        ? Of(NoticeKind.BeyondExpectation, words => words.BeyondLevel(range(words)))
        : Of(NoticeKind.WithinExpectation, words => words.WithinLevel(range(words)));

    internal static Notice AgainstLevelWithoutSeason(Func<Phrases, string> range, bool isBeyond) => isBeyond
        ? Of(NoticeKind.SeasonNotKnown, words => words.SeasonNotKnown(words.BeyondLevel(range(words))))
        : Of(NoticeKind.WithinExpectation, words => words.SeasonNotKnown(words.WithinLevel(range(words))));

    internal static Notice BeyondLevelAndLastYear(Func<Phrases, string> range) =>
        Of(NoticeKind.BeyondExpectation, words => words.BeyondLevelAndLastYear(range(words)));
}
