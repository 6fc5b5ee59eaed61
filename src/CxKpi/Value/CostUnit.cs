using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a unit cost is counted over.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CostUnit>))]
public enum CostUnit
{
    /// <summary>The unit is not stated.</summary>
    NotStated,

    /// <summary>A contact that was handled: cost per contact, of calls alone cost per call.</summary>
    Contact,

    /// <summary>An issue that was resolved, however many contacts it took: cost per resolution.</summary>
    Resolution,

    /// <summary>A complaint that was handled: cost per complaint.</summary>
    Complaint,

    /// <summary>A lead, which is a person who left an address: cost per lead.</summary>
    Lead,

    /// <summary>An order: cost per order.</summary>
    Order,

    /// <summary>A customer of the start of the period who stayed: customer retention cost.</summary>
    RetainedCustomer,
}
