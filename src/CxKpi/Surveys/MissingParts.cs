using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a composite score does when a part has no value.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<MissingParts>))]
public enum MissingParts
{
    /// <summary>The score is undefined when any part has no value.</summary>
    Undefined,

    /// <summary>
    /// The weight of the missing part is shared out to the other parts in proportion. The score then has another meaning than with all parts.
    /// </summary>
    RedistributeWeights,
}
