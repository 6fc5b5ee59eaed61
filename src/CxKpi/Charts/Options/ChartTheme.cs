using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The colours of a chart. Both themes draw their own background, so the chart looks the same wherever it is placed.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ChartTheme>))]
public enum ChartTheme
{
    /// <summary>Dark marks on a white background.</summary>
    Light,

    /// <summary>Bright marks on a nearly black background.</summary>
    Dark,
}
