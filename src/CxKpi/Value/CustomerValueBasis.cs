using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a customer's value is counted in.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CustomerValueBasis>))]
public enum CustomerValueBasis
{
    /// <summary>The basis is not stated.</summary>
    NotStated,

    /// <summary>The value is revenue, net of returns.</summary>
    Revenue,

    /// <summary>The value is margin: revenue less the cost of what was sold.</summary>
    Margin,
}
