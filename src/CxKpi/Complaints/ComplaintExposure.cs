using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What complaints are counted against.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ComplaintExposure>))]
public enum ComplaintExposure
{
    /// <summary>The exposure is not stated.</summary>
    NotStated,

    /// <summary>Complaints are counted per order.</summary>
    Orders,

    /// <summary>Complaints are counted per delivery.</summary>
    Deliveries,

    /// <summary>Complaints are counted per customer.</summary>
    Customers,

    /// <summary>Complaints are counted per contact with customer service.</summary>
    Contacts,

    /// <summary>Complaints are counted per payment or other transaction.</summary>
    Transactions,

    /// <summary>Complaints are counted per account, policy or other contract in force.</summary>
    Contracts,

    /// <summary>Complaints are counted per passenger or guest.</summary>
    Guests,
}
