namespace CxKpi.Trends;

/// <content>Of the seasonal model.</content>
internal static partial class Notices
{
    internal static Notice CourseOfYearUnknown(int days) => new(
        NoticeKind.CourseOfYearUnknown,
        Text($"{days} days are less than two years: the course of the year can't be told from a change"));

    internal static Notice TooFewForTerms(int count, int terms, int least) => new(
        NoticeKind.TooFewFigures,
        Text($"{count} figures for {terms} terms leave {Math.Max(0, count - terms)} to judge chance by; at least {least} are needed to see how much a figure resembles the one before"));

    /// <summary>Why shares have no log odds to model; null when they have.</summary>
    internal static Notice? AllAlike(IEnumerable<double> shares)
    {
        double[] known = [.. shares];
        return Array.TrueForAll(known, share => share == known[0]) && (known[0] is 0 or 1)
            ? new(NoticeKind.AllSharesAlike, Text($"every share is {100 * known[0]} %: there is nothing to model"))
            : null;
    }

    internal static Notice NotToBeTold(string term) => new(
        NoticeKind.NotToBeTold,
        Text($"the {term} can't be told from the other terms in these periods"));

    internal static Notice FewEvents(int few, int count) => new(
        NoticeKind.FewEvents,
        Text($"in {few} of {count} periods the counts are too small for their share's log odds to be trusted: take longer periods"));

    internal static Notice RegressorLeftOut(string name) => new(
        NoticeKind.RegressorLeftOut,
        Text($"{name} was left out: in these periods it can't be told from season, trend and the regressors before it"));

    internal static Notice FewOccurrences(string name, int times) => new(
        NoticeKind.FewOccurrences,
        Text($"{name} occurs {times} times only: its effect may be that of other events"));

    internal static Notice FewDegreesOfFreedom(int left) => new(
        NoticeKind.FewDegreesOfFreedom,
        Text($"only {left} figures more than terms: the memory of the noise is barely known"));

    internal static Notice ExactFit() => new(
        NoticeKind.ExactFit,
        "the model repeats every figure exactly: nothing is left to judge chance by");

    internal static Notice StrongAutocorrelation(double phi, double worth) => new(
        NoticeKind.StrongAutocorrelation,
        Text($"strong autocorrelation ({phi:0.00}): the figures are worth {worth:0.#} independent ones, and p is optimistic"));

    internal static Notice LevelWanders(double phi, int count, double worth) => new(
        NoticeKind.LevelWanders,
        Text($"figures this persistent (memory {phi:0.00}) and this few ({count}, worth {worth:0.0} independent ones) can't show a trend or a step: a level that wanders looks the same"));

    internal static Notice NothingBefore(NodaTime.LocalDate from) => new(
        NoticeKind.NothingToCompare,
        Text($"no figures lie before {from:uuuu-MM-dd}"));

    internal static Notice NothingAfter(NodaTime.LocalDate from) => new(
        NoticeKind.NothingToCompare,
        Text($"no figures lie in the periods from {from:uuuu-MM-dd} on that the effect covers"));

    internal static Notice PartOfPeriod(CalendarPeriod period, double share) => new(
        NoticeKind.PartOfPeriod,
        Text($"{period} is affected on {100 * share:0.#} % of its days and counts by that share"));

    internal static Notice TrendLeftOut() => new(
        NoticeKind.TrendLeftOut,
        "fewer than two full cycles lie before the effect: no trend is in the model, and one would be credited to the effect");

    internal static Notice NoExpectation(Notice reason) => new(
        NoticeKind.NoExpectation,
        $"no expectation from the periods before: {reason.Message}");

    internal static Notice OfExpectation(Notice notice) => new(notice.Kind, $"expectation: {notice.Message}");

    internal static Notice NotParallel(double p) => new(
        NoticeKind.NotParallel,
        Text($"before the effect the series and its control already moved apart ({KpiText.P(p)}): the difference may go on without any effect"));

    internal static Notice ParallelUnknown(Notice reason) => new(
        NoticeKind.ParallelUnknown,
        $"whether series and control moved alike before the effect could not be tested: {reason.Message}");

    internal static Notice SeasonNeverSeen(CalendarPeriod period) => new(
        NoticeKind.SeasonNeverSeen,
        Text($"{period} has no expectation: its season was never observed"));

    internal static Notice NoSeason() => new(
        NoticeKind.NoSeason,
        "years have no season, and one season alone can't differ");
}
