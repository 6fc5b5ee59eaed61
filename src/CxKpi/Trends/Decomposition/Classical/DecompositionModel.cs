using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>How season, trend and remainder are combined to a figure.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<DecompositionModel>))]
public enum DecompositionModel
{
    /// <summary>The components are added: the season is in the unit of the figures, and averages 0.</summary>
    Additive,

    /// <summary>The components are multiplied: the season is a factor, and averages 1. The figures must be above 0.</summary>
    Multiplicative,
}
