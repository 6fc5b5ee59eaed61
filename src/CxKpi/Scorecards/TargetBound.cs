namespace CxKpi;

/// <summary>The side of the goal that meets a target.</summary>
public enum TargetBound
{
    /// <summary>The goal or a higher value meets the target.</summary>
    AtLeast,

    /// <summary>The goal or a lower value meets the target.</summary>
    AtMost,
}
