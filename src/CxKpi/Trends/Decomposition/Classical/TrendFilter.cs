namespace CxKpi.Trends;

/// <summary>Which figures a moving average takes.</summary>
public enum TrendFilter
{
    /// <summary>As many before as after: the trend of the period itself.</summary>
    TwoSided,

    /// <summary>The period and those before it: known at once, and half a cycle late.</summary>
    Trailing,
}
