namespace CxKpi;

/// <summary>The side of the goal that meets a target.</summary>
public enum TargetBound
{
    /// <summary>The goal or more.</summary>
    AtLeast,

    /// <summary>The goal or less.</summary>
    AtMost,
}
