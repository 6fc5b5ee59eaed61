namespace CxKpi.Trends;

/// <summary>Whether the level has a slope in <see cref="HoltWinters"/>.</summary>
public enum HoltWintersTrend
{
    /// <summary>A slope per period that is carried on.</summary>
    Linear,

    /// <summary>No slope.</summary>
    None,
}
