namespace CxKpi.Trends;

/// <summary>The causes of refusals and warnings.</summary>
public enum NoticeKind
{
    /// <summary>Refusal: fewer than two full cycles, so that a season can't be told from a change.</summary>
    FewerThanTwoCycles,

    /// <summary>Warning: two to three cycles, so that the season is barely known.</summary>
    FewerThanThreeCycles,

    /// <summary>Refusal: too few figures for the method.</summary>
    TooFewFigures,

    /// <summary>Refusal: a season of the cycle has no figure at all.</summary>
    SeasonWithoutFigure,

    /// <summary>Refusal: figures are missing, and the method has no way to bridge them.</summary>
    MissingFigures,

    /// <summary>Warning: the forecast reaches further than two cycles.</summary>
    FarAhead,

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

    /// <summary>Refusal: the periods have no season, as years.</summary>
    NoSeason,

    /// <summary>Refusal: a season has too few figures.</summary>
    SeasonTooSparse,

    /// <summary>Refusal: too many periods in a row have no figure.</summary>
    GapTooLong,
}
