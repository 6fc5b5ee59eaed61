using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether a series changes in one direction.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TrendVerdict>))]
public enum TrendVerdict
{
    /// <summary>There is too little data for a verdict; the refusal names what is missing.</summary>
    TooLittleData,

    /// <summary>The interval of the slope contains zero: there is no evidence of a trend, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>The interval of the slope lies above zero.</summary>
    Rising,

    /// <summary>The interval of the slope lies below zero.</summary>
    Falling,
}
