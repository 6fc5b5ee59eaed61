namespace CxKpi.Trends;

/// <summary>Whether the level of a series changed at one time.</summary>
public enum ShiftVerdict
{
    /// <summary>There is too little data for a verdict; the refusal says what is missing.</summary>
    TooLittleData,

    /// <summary>Chance gives a shift as large often enough: no evidence, which is not evidence of none.</summary>
    NoEvidence,

    /// <summary>Chance rarely gives a shift as large.</summary>
    Shifted,
}
