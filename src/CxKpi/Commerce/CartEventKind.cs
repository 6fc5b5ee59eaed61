using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What happened to a shopping cart.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CartEventKind>))]
public enum CartEventKind
{
    /// <summary>A cart was created: the first product was put into it. Further products belong to the same cart.</summary>
    Created,

    /// <summary>
    /// Products were added, changed or taken out. The window of an open cart or checkout begins anew, so that a cart that is filled for days is not abandoned
    /// before it is left alone; where no cart is open, it opens one.
    /// </summary>
    Updated,

    /// <summary>The checkout was started.</summary>
    Checkout,

    /// <summary>The purchase was completed.</summary>
    Purchase,

    /// <summary>The last product was taken out: the cart is closed without a purchase. Where no cart is open, as after a purchase, it means nothing.</summary>
    Emptied,
}
