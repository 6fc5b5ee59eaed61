namespace CxKpi.Trends;

/// <summary>Whether the level of a series changed at one date.</summary>
public enum ShiftVerdict
{
    /// <summary>There is too little data for a verdict; the refusal names what is missing.</summary>
    TooLittleData,

    /// <summary>Chance often gives a shift as large: there is no evidence of a shift, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>Chance rarely gives a shift as large.</summary>
    Shifted,
}
