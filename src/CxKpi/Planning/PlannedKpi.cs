using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>The kind of KPI that a sample is planned for.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PlannedKpi>))]
public enum PlannedKpi
{
    /// <summary>Nothing is planned.</summary>
    None,

    /// <summary>A share.</summary>
    Share,

    /// <summary>A net score.</summary>
    NetScore,

    /// <summary>A mean.</summary>
    Mean,

    /// <summary>A rate of events per exposure.</summary>
    Rate,
}
