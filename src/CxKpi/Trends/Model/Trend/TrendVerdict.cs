namespace CxKpi.Trends;

/// <summary>Whether a series moves in one direction.</summary>
public enum TrendVerdict
{
    /// <summary>There is too little data for a verdict; the refusal says what is missing.</summary>
    TooLittleData,

    /// <summary>The interval of the slope contains zero: no evidence of a trend, which is not evidence of no trend.</summary>
    NoEvidence,

    /// <summary>The interval lies above zero.</summary>
    Rising,

    /// <summary>The interval lies below zero.</summary>
    Falling,
}
