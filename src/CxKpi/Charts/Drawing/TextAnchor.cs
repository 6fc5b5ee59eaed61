namespace CxKpi;

/// <summary>Which part of a text lies at its position, as seen from the left.</summary>
internal enum TextAnchor
{
    /// <summary>The left end.</summary>
    Left,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The right end.</summary>
    Right,
}
