using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>Refusals and warnings, and the terms of models that they name.</content>
internal abstract partial class Phrases
{
    internal abstract string TheLevel { get; }
    internal abstract string TheSeason { get; }
    internal abstract string TheTrend { get; }
    internal abstract string TheEffect { get; }
    internal abstract string TradingDays { get; }
    internal abstract string LeapFebruary { get; }
    internal abstract string ExactFit { get; }
    internal abstract string TrendLeftOut { get; }
    internal abstract string NoSeason { get; }
    internal abstract string NothingToPair { get; }
    internal abstract string SlopeBesideShifts { get; }
    internal abstract string TheRegressor(string name);
    internal abstract string Easter(int daysBefore, int daysAfter);
    internal abstract string BlackFriday(int daysBefore, int daysAfter);
    internal abstract string FewerThanTwoCycles(int count, int cycle);
    internal abstract string FewerThanThreeCycles(int count, int cycle);
    internal abstract string SeasonSeenOnce(IReadOnlyList<Season> seasons);
    internal abstract string SeasonLeftOut(IReadOnlyList<Season> seasons);
    internal abstract string SeasonTooSparse(Season season, int count);
    internal abstract string GapTooLong(CalendarPeriod first, int length, int span);
    internal abstract string NotPositive(CalendarPeriod period, double figure);
    internal abstract string RobustOnShortHistory(int span);
    internal abstract string SeasonWithoutTrend(Season season);
    internal abstract string CourseOfYearUnknown(int days);
    internal abstract string TooFewForTerms(int count, int terms, int least);
    internal abstract string AllSharesAlike(double share);

    /// <summary>A term that cannot be separated from the others.</summary>
    /// <param name="term">The term, with its article.</param>
    internal abstract string NotToBeTold(string term);
    internal abstract string FewEvents(int few, int count);
    internal abstract string RegressorLeftOut(string name);
    internal abstract string FewOccurrences(string name, int times);
    internal abstract string FewDegreesOfFreedom(int left);
    internal abstract string StrongAutocorrelation(double phi, double worth);
    internal abstract string LevelWanders(double phi, int count, double worth);
    internal abstract string LevelMayWander(double p);

    /// <summary>The warning of a level that wanders, for places with little room.</summary>
    internal abstract string WanderingLooksAlike { get; }
    internal abstract string NoLogarithm(CalendarPeriod period, double figure);
    internal abstract string NothingBefore(LocalDate from);
    internal abstract string NothingAfter(LocalDate from);
    internal abstract string PartOfPeriod(CalendarPeriod period, double share);
    internal abstract string NoExpectation(string reason);
    internal abstract string OfExpectation(string notice);
    internal abstract string NotParallel(double p);
    internal abstract string ParallelUnknown(string reason);
    internal abstract string SeasonNeverSeen(CalendarPeriod period);
    internal abstract string TooFewFigures(int count, int needed);
    internal abstract string TooFewPairs(int pairs, int cycle);
    internal abstract string SeasonWithoutFigure(Season season);
    internal abstract string MissingFigures(int missing);
    internal abstract string FarAhead(int periods, int cycle);
    internal abstract string SeasonsDiffer(double p);
    internal abstract string NeighboursAlike(double correlation);
    internal abstract string SlopeOfTies { get; }
    internal abstract string TooFewForShifts(int count, int least);
    internal abstract string ShiftWasSearched(int places);
    internal abstract string TooManyPeriods(int count, int most);
    internal abstract string ManyUnusual(int flagged);
    internal abstract string NothingToJudge { get; }
    internal abstract string TooFewEarlierPeriods { get; }
    internal abstract string EarlierPeriodsWithoutSpread { get; }

    /// <summary>A figure that is judged without its history.</summary>
    /// <param name="why">Why the history does not tell.</param>
    internal abstract string SamplingErrorOnly(string why);

    /// <summary>A figure that its season explains.</summary>
    /// <param name="season">The season in words.</param>
    /// <param name="range">What was expected, from one limit to the other.</param>
    internal abstract string UsualForSeason(string season, string range);
    internal abstract string BeyondSeason(string season, string range);
    internal abstract string WithinLevel(string range);
    internal abstract string BeyondLevel(string range);
    internal abstract string BeyondLevelAndLastYear(string range);

    /// <summary>A reason that holds as long as no season is known.</summary>
    internal abstract string SeasonNotKnown(string reason);
}
