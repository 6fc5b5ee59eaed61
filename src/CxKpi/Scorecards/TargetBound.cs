using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The side of the goal that meets a target.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TargetBound>))]
public enum TargetBound
{
    /// <summary>The goal or a higher value meets the target.</summary>
    AtLeast,

    /// <summary>The goal or a lower value meets the target.</summary>
    AtMost,
}
