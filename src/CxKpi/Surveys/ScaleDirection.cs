using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Whether a higher answer on a rating scale is better or worse.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ScaleDirection>))]
public enum ScaleDirection
{
    /// <summary>A higher answer is better, as on a satisfaction or ease scale.</summary>
    HigherIsBetter,

    /// <summary>A lower answer is better, as on an effort scale.</summary>
    LowerIsBetter,
}
