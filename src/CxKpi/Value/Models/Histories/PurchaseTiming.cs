using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>When customers can buy, and so what the times of their histories count.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PurchaseTiming>))]
public enum PurchaseTiming
{
    /// <summary>On any day: times run on by days, and each day with a purchase is one.</summary>
    AnyDay,

    /// <summary>
    /// At opportunities, one a calendar unit, such as a donation a year: times are whole and count the opportunities that have come, and however often a
    /// customer buys in one unit is one purchase.
    /// </summary>
    Opportunities,
}
