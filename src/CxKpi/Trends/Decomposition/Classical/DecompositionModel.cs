namespace CxKpi.Trends;

/// <summary>How season, trend and remainder make up a figure.</summary>
public enum DecompositionModel
{
    /// <summary>They add up: the season is in units of the figures, and averages 0.</summary>
    Additive,

    /// <summary>They multiply: the season is a factor, and averages 1. For figures above 0.</summary>
    Multiplicative,
}
