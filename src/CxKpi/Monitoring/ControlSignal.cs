using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>Whether a figure passed its limits.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ControlSignal>))]
public enum ControlSignal
{
    /// <summary>The figure lies within its limits, or has none.</summary>
    None,

    /// <summary>The figure lies above its upper limit.</summary>
    Above,

    /// <summary>The figure lies below its lower limit.</summary>
    Below,
}
