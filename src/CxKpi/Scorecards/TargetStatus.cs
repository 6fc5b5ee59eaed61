namespace CxKpi;

/// <summary>What the evidence says about a target.</summary>
public enum TargetStatus
{
    /// <summary>There is no value to judge.</summary>
    NoData,

    /// <summary>The whole interval keeps the goal.</summary>
    Met,

    /// <summary>The whole interval misses the goal.</summary>
    Missed,

    /// <summary>The interval reaches over the goal, or the evidence gives none: chance could explain either side.</summary>
    Undecided,
}
