namespace CxKpi.Trends;

/// <content>Notices of the seasonal model.</content>
internal static partial class Notices
{
    internal static Notice CourseOfYearUnknown(int days) => Of(NoticeKind.CourseOfYearUnknown, words => words.CourseOfYearUnknown(days));

    internal static Notice TooFewForTerms(int count, int terms, int least) => Of(NoticeKind.TooFewFigures, words => words.TooFewForTerms(count, terms, least));

    /// <summary>The reason why shares have no log odds to model; null when they have.</summary>
    internal static Notice? AllAlike(IEnumerable<double> shares)
    {
        double[] known = [.. shares];
        return Array.TrueForAll(known, share => share == known[0]) && (known[0] is 0 or 1)
            ? Of(NoticeKind.AllSharesAlike, words => words.AllSharesAlike(known[0]))
            : null;
    }

    internal static Notice NotToBeTold(Func<Phrases, string> term) => Of(NoticeKind.NotToBeTold, words => words.NotToBeTold(term(words)));

    internal static Notice FewEvents(int few, int count) => Of(NoticeKind.FewEvents, words => words.FewEvents(few, count));

    internal static Notice RegressorLeftOut(Regressor regressor) => Of(NoticeKind.RegressorLeftOut, words => words.RegressorLeftOut(regressor.In(words)));

    internal static Notice FewOccurrences(Regressor regressor, int times) =>
        Of(NoticeKind.FewOccurrences, words => words.FewOccurrences(regressor.In(words), times));

    internal static Notice FewDegreesOfFreedom(int left) => Of(NoticeKind.FewDegreesOfFreedom, words => words.FewDegreesOfFreedom(left));

    internal static Notice ExactFit() => Of(NoticeKind.ExactFit, words => words.ExactFit);

    internal static Notice StrongAutocorrelation(double phi, double worth) =>
        Of(NoticeKind.StrongAutocorrelation, words => words.StrongAutocorrelation(phi, worth));

    internal static Notice LevelWanders(double phi, int count, double worth) => Of(NoticeKind.LevelWanders, words => words.LevelWanders(phi, count, worth));

    internal static Notice LevelMayWander(double p) => Of(NoticeKind.LevelWanders, words => words.LevelMayWander(p));

    /// <summary>The warning of a level that wanders in a few words; null when it is not among the warnings.</summary>
    internal static Notice? Wandering(IEnumerable<Notice> warnings) =>
        warnings.Any(warning => warning.Kind == NoticeKind.LevelWanders) ? Of(NoticeKind.LevelWanders, words => words.WanderingLooksAlike) : null;

    internal static Notice NoLogarithm(CalendarPeriod period, double figure) => Of(NoticeKind.NotPositive, words => words.NoLogarithm(period, figure));

    internal static Notice NothingBefore(NodaTime.LocalDate from) => Of(NoticeKind.NothingToCompare, words => words.NothingBefore(from));

    internal static Notice NothingAfter(NodaTime.LocalDate from) => Of(NoticeKind.NothingToCompare, words => words.NothingAfter(from));

    internal static Notice PartOfPeriod(CalendarPeriod period, double share) => Of(NoticeKind.PartOfPeriod, words => words.PartOfPeriod(period, share));

    internal static Notice TrendLeftOut() => Of(NoticeKind.TrendLeftOut, words => words.TrendLeftOut);

    internal static Notice NoExpectation(Notice reason) => Of(NoticeKind.NoExpectation, words => words.NoExpectation(reason.In(words.Language)));

    internal static Notice OfExpectation(Notice notice) => Of(notice.Kind, words => words.OfExpectation(notice.In(words.Language)));

    internal static Notice NotParallel(double p) => Of(NoticeKind.NotParallel, words => words.NotParallel(p));

    internal static Notice ParallelUnknown(Notice reason) => Of(NoticeKind.ParallelUnknown, words => words.ParallelUnknown(reason.In(words.Language)));

    internal static Notice SeasonNeverSeen(CalendarPeriod period) => Of(NoticeKind.SeasonNeverSeen, words => words.SeasonNeverSeen(period));

    internal static Notice NoSeason() => Of(NoticeKind.NoSeason, words => words.NoSeason);
}
