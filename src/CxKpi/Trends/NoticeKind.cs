namespace CxKpi.Trends;

/// <summary>The causes of refusals and warnings.</summary>
public enum NoticeKind
{
    /// <summary>Refusal: fewer than two full cycles, so that a season can't be told from a change.</summary>
    FewerThanTwoCycles,

    /// <summary>Warning: two to three cycles, so that the season is barely known.</summary>
    FewerThanThreeCycles,

    /// <summary>Warning: the seasons' trends differ, so that the total misleads.</summary>
    SeasonsDiffer,

    /// <summary>Warning: figures resemble their neighbours, which a rank test doesn't allow for.</summary>
    NeighboursAlike,

    /// <summary>Refusal: too few figures to look for level shifts.</summary>
    TooFewForShifts,

    /// <summary>Warning: a shift was chosen among many places, which its limits do not allow for.</summary>
    ShiftWasSearched,

    /// <summary>Warning: a steady slope explains the figures about as well as a shift does.</summary>
    SlopeBesideShifts,

    /// <summary>Refusal: too few figures to tell unusual periods.</summary>
    TooFewForUnusual,

    /// <summary>Refusal: more periods than the method can judge one by one.</summary>
    TooManyPeriods,

    /// <summary>Warning: as many periods were flagged as may be.</summary>
    ManyUnusual,
}
