using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether a series has a season.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SeasonalityVerdict>))]
public enum SeasonalityVerdict
{
    /// <summary>There is too little data for a verdict; the refusal names what is missing.</summary>
    TooLittleData,

    /// <summary>The differences may be chance: there is no evidence of a season, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>The seasons differ by more than chance explains.</summary>
    Seasonal,
}
