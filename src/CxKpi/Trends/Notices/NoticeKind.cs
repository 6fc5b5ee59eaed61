namespace CxKpi.Trends;

/// <summary>The causes of refusals and warnings.</summary>
public enum NoticeKind
{
    /// <summary>Refusal: fewer than two full cycles, so that a season can't be told from a change.</summary>
    FewerThanTwoCycles,

    /// <summary>Warning: two to three cycles, so that the season is barely known.</summary>
    FewerThanThreeCycles,

    /// <summary>Refusal: a season has too few figures.</summary>
    SeasonTooSparse,

    /// <summary>Refusal: too many periods in a row have no figure.</summary>
    GapTooLong,

    /// <summary>Refusal: too few figures for the method.</summary>
    TooFewFigures,

    /// <summary>Refusal: a season of the cycle has no figure at all.</summary>
    SeasonWithoutFigure,

    /// <summary>Refusal: figures are missing, and the method has no way to bridge them.</summary>
    MissingFigures,

    /// <summary>Warning: the forecast reaches further than two cycles.</summary>
    FarAhead,

    /// <summary>Refusal: every share is 0, or every one 1.</summary>
    AllSharesAlike,

    /// <summary>Refusal: a term can't be told from the others in the periods given.</summary>
    NotToBeTold,

    /// <summary>Refusal: no figures before the effect, or none under it.</summary>
    NothingToCompare,

    /// <summary>Refusal: the periods have no season.</summary>
    NoSeason,

    /// <summary>Warning: shares of so few that their log odds are rough.</summary>
    FewEvents,

    /// <summary>Warning: a regressor can't be told from the other terms and was left out.</summary>
    RegressorLeftOut,

    /// <summary>Warning: a regressor occurs fewer than three times.</summary>
    FewOccurrences,

    /// <summary>Warning: few figures more than terms.</summary>
    FewDegreesOfFreedom,

    /// <summary>Warning: the model repeats every figure.</summary>
    ExactFit,

    /// <summary>Warning: figures resemble their neighbours so much that few independent ones are left.</summary>
    StrongAutocorrelation,

    /// <summary>Warning: an effect begins or ends inside of a period.</summary>
    PartOfPeriod,

    /// <summary>Warning: too few periods before an effect to hold a trend.</summary>
    TrendLeftOut,

    /// <summary>Warning: the periods before an effect don't suffice for an expectation.</summary>
    NoExpectation,

    /// <summary>Warning: series and control moved apart before the effect.</summary>
    NotParallel,

    /// <summary>Warning: whether series and control moved alike before the effect is unknown.</summary>
    ParallelUnknown,

    /// <summary>Warning: a period's season was never observed.</summary>
    SeasonNeverSeen,

    /// <summary>Warning: the seasons' trends differ, so that the total misleads.</summary>
    SeasonsDiffer,

    /// <summary>Warning: figures resemble their neighbours, which a rank test doesn't allow for.</summary>
    NeighboursAlike,

    /// <summary>Warning: a shift was chosen among many places, which its limits do not allow for.</summary>
    ShiftWasSearched,

    /// <summary>Warning: a steady slope explains the figures about as well as a shift does.</summary>
    SlopeBesideShifts,

    /// <summary>Refusal: more periods than the method can judge one by one.</summary>
    TooManyPeriods,

    /// <summary>Warning: as many periods were flagged as may be.</summary>
    ManyUnusual,

    /// <summary>Refusal: figures so persistent and so few that a trend can't be told from a level that wanders.</summary>
    LevelWanders,

    /// <summary>Warning: a season has one figure only.</summary>
    SeasonSeenOnce,

    /// <summary>Refusal: components multiply, and a figure is not above 0.</summary>
    NotPositive,

    /// <summary>Warning: a robust decomposition with a short seasonal span of few cycles.</summary>
    RobustOnShortHistory,

    /// <summary>Warning: less than two years of days, so that the course of the year can't be told from a change.</summary>
    CourseOfYearUnknown,
}
