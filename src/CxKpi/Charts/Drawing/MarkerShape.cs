namespace CxKpi;

/// <summary>The shapes that distinguish marks without colour.</summary>
internal enum MarkerShape
{
    /// <summary>A full dot.</summary>
    Dot,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A full square.</summary>
    Square,

    /// <summary>A full diamond.</summary>
    Diamond,

    /// <summary>An open diamond.</summary>
    OpenDiamond,

    /// <summary>A triangle pointing up.</summary>
    Up,

    /// <summary>A triangle pointing down.</summary>
    Down,
}
