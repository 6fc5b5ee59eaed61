using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>For whom a customer intends to buy again; the two questions have different answers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RepurchaseTarget>))]
public enum RepurchaseTarget
{
    /// <summary>The customer would buy for themselves.</summary>
    Self,

    /// <summary>The customer would buy as a gift for somebody else.</summary>
    Gift,
}
