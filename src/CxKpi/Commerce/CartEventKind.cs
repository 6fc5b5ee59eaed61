using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What happened to a shopping cart.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CartEventKind>))]
public enum CartEventKind
{
    /// <summary>A cart was created: the first product was put into it. Further products belong to the same cart.</summary>
    Created,

    /// <summary>The checkout was started.</summary>
    Checkout,

    /// <summary>The purchase was completed.</summary>
    Purchase,
}
