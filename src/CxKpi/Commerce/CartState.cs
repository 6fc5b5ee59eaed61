using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How a cart, or a started checkout, ended.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CartState>))]
public enum CartState
{
    /// <summary>
    /// The time window has not ended. Such a cart does not count, bought or not, because counting only fast purchases would be too favourable.
    /// </summary>
    Open,

    /// <summary>The cart was purchased within its time window.</summary>
    Purchased,

    /// <summary>The time window ended without a purchase.</summary>
    Abandoned,

    /// <summary>The cart was emptied by its customer. There is nothing left to buy, so it is counted apart, neither purchased nor abandoned.</summary>
    Emptied,

    /// <summary>The row is not a cart but a purchase that belongs to none: it was made without a cart, or after the window had ended.</summary>
    PurchaseAlone,
}
