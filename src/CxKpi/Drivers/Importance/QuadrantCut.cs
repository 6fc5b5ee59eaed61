using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>Where high begins.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<QuadrantCut>))]
public enum QuadrantCut
{
    /// <summary>At the mean of the items.</summary>
    Mean,

    /// <summary>At the median of the items, which one far item does not move.</summary>
    Median,
}
