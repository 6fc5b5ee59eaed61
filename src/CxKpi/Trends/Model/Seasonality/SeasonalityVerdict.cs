namespace CxKpi.Trends;

/// <summary>Whether a series has a season.</summary>
public enum SeasonalityVerdict
{
    /// <summary>There is too little data for a verdict; the refusal says what is missing.</summary>
    TooLittleData,

    /// <summary>What is seen may be chance: no evidence of a season, which is not evidence of none.</summary>
    NoEvidence,

    /// <summary>The seasons differ by more than chance explains.</summary>
    Seasonal,
}
