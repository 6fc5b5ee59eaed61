using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What the end of a subscription is: a day on which it still holds, or does not any more.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SubscriptionEnd>))]
public enum SubscriptionEnd
{
    /// <summary>The first day on which the subscription no longer holds.</summary>
    FirstDayGone,

    /// <summary>The last day that is paid for.</summary>
    LastPaidDay,
}
