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
}
