namespace CxKpi;

/// <summary>The roles that colours play in a chart; a theme gives each its colour.</summary>
internal enum ColourRole
{
    /// <summary>What everything is drawn on.</summary>
    Background,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text of the second rank.</summary>
    Muted,

    /// <summary>Lines behind the marks that repeat the axis' labels: decoration.</summary>
    Grid,

    /// <summary>Axes and frames.</summary>
    Axis,

    /// <summary>The KPI itself.</summary>
    Primary,

    /// <summary>The inside of an interval: decoration, its edges are drawn.</summary>
    Band,

    /// <summary>The edges of an interval.</summary>
    BandEdge,

    /// <summary>What is derived from the KPI or set beside it.</summary>
    Secondary,

    /// <summary>What asks for attention.</summary>
    Alert,

    /// <summary>Those in favour.</summary>
    Favourable,

    /// <summary>Those in between.</summary>
    Neutral,

    /// <summary>Those against.</summary>
    Unfavourable,
}
