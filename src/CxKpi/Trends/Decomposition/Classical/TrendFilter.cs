using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Which figures a moving average uses.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TrendFilter>))]
public enum TrendFilter
{
    /// <summary>It uses as many figures before the period as after it, and gives the trend of the period itself.</summary>
    TwoSided,

    /// <summary>It uses the period and those before it. It is known at once, but half a cycle late.</summary>
    Trailing,
}
