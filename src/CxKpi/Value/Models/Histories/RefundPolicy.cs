using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>What a negative amount in a log of transactions means for the histories.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RefundPolicy>))]
public enum RefundPolicy
{
    /// <summary>A refund reduces the amount of the purchase of its day, or else of the customer's latest purchase. The purchase stays one,
    /// and its amount is never below 0: what a refund exceeds it by is left out and counted.</summary>
    Net,

    /// <summary>Refunds are left out.</summary>
    Ignore,

    /// <summary>As <see cref="Net"/>, but a purchase that was refunded in full is none.</summary>
    DropRefundedPurchases,
}
