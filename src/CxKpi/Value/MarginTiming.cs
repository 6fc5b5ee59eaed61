namespace CxKpi;

/// <summary>When a customer's first margin comes in; formulas for one and for the other differ by exactly that margin.</summary>
public enum MarginTiming
{
    /// <summary>At the end of each period, from those still there: the first margin is already subject to retention and discount.</summary>
    EndOfPeriod,

    /// <summary>At the start of each period: the first margin is certain and not discounted.</summary>
    StartOfPeriod,
}
