using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Whether a higher value of a KPI is better.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<KpiDirection>))]
public enum KpiDirection
{
    /// <summary>Neither direction is good in itself; the KPI is read together with another one.</summary>
    Neutral,

    /// <summary>A higher value is better, as for satisfaction.</summary>
    HigherIsBetter,

    /// <summary>A lower value is better, as for churn.</summary>
    LowerIsBetter,
}
