namespace CxKpi.Trends;

/// <summary>How the season enters a figure in <see cref="HoltWinters"/>.</summary>
public enum HoltWintersSeason
{
    /// <summary>A season's figure is added: January lies 3 points below the level.</summary>
    Additive,

    /// <summary>A season's figure multiplies: January lies 3 % below the level. For positive figures only.</summary>
    Multiplicative,

    /// <summary>No season.</summary>
    None,
}
