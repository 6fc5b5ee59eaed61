using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether the level of a series changed at one date.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ShiftVerdict>))]
public enum ShiftVerdict
{
    /// <summary>There is too little data for a verdict; the refusal names what is missing.</summary>
    TooLittleData,

    /// <summary>Chance often gives a shift as large: there is no evidence of a shift, which is not evidence that there is none.</summary>
    NoEvidence,

    /// <summary>Chance rarely gives a shift as large.</summary>
    Shifted,
}
