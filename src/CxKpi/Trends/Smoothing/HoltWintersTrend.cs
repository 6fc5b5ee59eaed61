using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether the level has a slope in <see cref="HoltWinters"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<HoltWintersTrend>))]
public enum HoltWintersTrend
{
    /// <summary>There is a slope per period, which continues.</summary>
    Linear,

    /// <summary>There is no slope.</summary>
    None,
}
