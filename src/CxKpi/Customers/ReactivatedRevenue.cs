using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How net revenue churn treats the revenue of customers who had left before the start and came back.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ReactivatedRevenue>))]
public enum ReactivatedRevenue
{
    /// <summary>The revenue is left out, because only the customers of the start are followed.</summary>
    LeftOut,

    /// <summary>The revenue is netted against the losses.</summary>
    Netted,
}
