using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The causes of refusals and warnings.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>Refusal: there are fewer than two full cycles, so a season cannot be separated from a change.</summary>
    FewerThanTwoCycles,

    /// <summary>Warning: there are two to three cycles, so the season is barely known.</summary>
    FewerThanThreeCycles,

    /// <summary>Refusal: a season has too few figures.</summary>
    SeasonTooSparse,

    /// <summary>Refusal: too many consecutive periods have no figure.</summary>
    GapTooLong,

    /// <summary>Refusal: there are too few figures for the method.</summary>
    TooFewFigures,

    /// <summary>Refusal: a season of the cycle has no figure at all.</summary>
    SeasonWithoutFigure,

    /// <summary>Refusal: figures are missing, and the method cannot bridge them.</summary>
    MissingFigures,

    /// <summary>Warning: the forecast reaches further than two cycles.</summary>
    FarAhead,

    /// <summary>Refusal: all shares are 0, or all shares are 1.</summary>
    AllSharesAlike,

    /// <summary>Refusal: a term cannot be separated from the others in the given periods.</summary>
    NotToBeTold,

    /// <summary>Refusal: there are no figures before the effect, or none under it.</summary>
    NothingToCompare,

    /// <summary>Refusal: the periods have no season.</summary>
    NoSeason,

    /// <summary>Warning: shares rest on so few counts that their log odds are rough.</summary>
    FewEvents,

    /// <summary>Warning: a regressor cannot be separated from the other terms and was left out.</summary>
    RegressorLeftOut,

    /// <summary>Warning: a regressor occurs fewer than three times.</summary>
    FewOccurrences,

    /// <summary>Warning: there are only a few more figures than terms.</summary>
    FewDegreesOfFreedom,

    /// <summary>Warning: the model reproduces every figure exactly.</summary>
    ExactFit,

    /// <summary>Warning: figures resemble their neighbours so much that they are worth only a few independent ones.</summary>
    StrongAutocorrelation,

    /// <summary>Warning: an effect begins or ends within a period.</summary>
    PartOfPeriod,

    /// <summary>Warning: there are too few periods before an effect for a trend.</summary>
    TrendLeftOut,

    /// <summary>Warning: there are too few periods before an effect for an expectation.</summary>
    NoExpectation,

    /// <summary>Warning: series and control changed differently before the effect.</summary>
    NotParallel,

    /// <summary>Warning: it is unknown whether series and control changed alike before the effect.</summary>
    ParallelUnknown,

    /// <summary>Warning: a period's season was never observed.</summary>
    SeasonNeverSeen,

    /// <summary>Warning: the trends of the seasons differ, so the total is misleading.</summary>
    SeasonsDiffer,

    /// <summary>Warning: figures resemble their neighbours, for which a rank test does not allow.</summary>
    NeighboursAlike,

    /// <summary>Warning: a shift was chosen among many places, for which p and its limits allow.</summary>
    ShiftWasSearched,

    /// <summary>Warning: a steady slope explains the figures about as well as a shift does.</summary>
    SlopeBesideShifts,

    /// <summary>Refusal: there are more periods than the method can judge one by one.</summary>
    TooManyPeriods,

    /// <summary>Warning: as many periods were flagged as the method allows.</summary>
    ManyUnusual,

    /// <summary>
    /// Refusal: the figures are so persistent and so few that a trend cannot be separated from a wandering level.
    /// Warning: a level that wanders explains the figures about as well, and would bring such a change by itself.
    /// </summary>
    LevelWanders,

    /// <summary>Warning: a season has only one figure.</summary>
    SeasonSeenOnce,

    /// <summary>Refusal: components multiply, or logarithms were asked for, and a figure is not above 0.</summary>
    NotPositive,

    /// <summary>Warning: a robust decomposition uses a short seasonal span on few cycles.</summary>
    RobustOnShortHistory,

    /// <summary>Warning: there are less than two years of days, so the course of the year cannot be separated from a change.</summary>
    CourseOfYearUnknown,

    /// <summary>The figure is judged by sampling error only, for want of a history that tells its usual range.</summary>
    SamplingErrorOnly,

    /// <summary>The figure lies where it was expected.</summary>
    WithinExpectation,

    /// <summary>The figure lies outside of what was expected.</summary>
    BeyondExpectation,

    /// <summary>The figure lies outside of its usual range, and the history is too short to know what the season brings.</summary>
    SeasonNotKnown,

    /// <summary>Warning: a season has hardly any figures or none, and its periods were left out.</summary>
    SeasonLeftOut,

    /// <summary>Refusal: a figure does not vary, so nothing can be seen to move with it.</summary>
    NoSpread,

    /// <summary>Warning: the distances in time reach far for so few periods.</summary>
    FewPeriodsForLags,

    /// <summary>Refusal: drivers repeat each other, so no figures can divide what they explain together.</summary>
    CollinearDrivers,

    /// <summary>Warning: drivers are so alike that how they share what they explain is barely known.</summary>
    AlikeDrivers,

    /// <summary>Warning: chance alone often explains as much of the outcome as the drivers do.</summary>
    NothingExplained,

    /// <summary>Warning: some resamples of the rows had no answer, and the limits rest on the others.</summary>
    ResamplesLeftOut,

    /// <summary>Warning: so many figures are equal that Sen's slope or one of its limits is 0, although the test finds a trend.</summary>
    SlopeOfTies,
}
