namespace CxKpi;

/// <summary>What a change says about a KPI, given its direction.</summary>
public enum ChangeVerdict
{
    /// <summary>The evidence does not say how much the values vary, so no verdict is possible.</summary>
    Unknown,

    /// <summary>The interval contains zero: no evidence of a change, which is not evidence of no change.</summary>
    NoEvidence,

    /// <summary>The KPI moved in its good direction.</summary>
    Better,

    /// <summary>The KPI moved in its bad direction.</summary>
    Worse,

    /// <summary>A KPI without a good direction rose.</summary>
    Higher,

    /// <summary>A KPI without a good direction fell.</summary>
    Lower,
}
