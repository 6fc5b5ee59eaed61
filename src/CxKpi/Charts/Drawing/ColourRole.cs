namespace CxKpi;

/// <summary>The roles that colours play in a chart; a theme gives each its colour.</summary>
internal enum ColourRole
{
    /// <summary>What everything is drawn on.</summary>
    Background,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Text of secondary importance.</summary>
    Muted,

    /// <summary>Lines behind the marks that repeat the axis' labels; they are decoration.</summary>
    Grid,

    /// <summary>Axes and frames.</summary>
    Axis,

    /// <summary>The KPI itself.</summary>
    Primary,

    /// <summary>The inside of an interval; it is decoration, because its edges are drawn.</summary>
    Band,

    /// <summary>The edges of an interval.</summary>
    BandEdge,

    /// <summary>Figures derived from the KPI, or compared with it.</summary>
    Secondary,

    /// <summary>Marks that need attention.</summary>
    Alert,

    /// <summary>Answers in favour.</summary>
    Favourable,

    /// <summary>Answers in between.</summary>
    Neutral,

    /// <summary>Answers against.</summary>
    Unfavourable,

    /// <summary>The inside of the limits of what is expected; it is decoration, because its edges are drawn.</summary>
    Fan,
}
