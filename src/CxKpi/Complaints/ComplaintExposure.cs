namespace CxKpi;

/// <summary>What complaints are counted against.</summary>
public enum ComplaintExposure
{
    /// <summary>The exposure is not stated.</summary>
    NotStated,

    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Deliveries.</summary>
    Deliveries,

    /// <summary>Customers.</summary>
    Customers,

    /// <summary>Contacts with the customer service.</summary>
    Contacts,

    /// <summary>Payments or other transactions.</summary>
    Transactions,

    /// <summary>Accounts, policies or other contracts in force.</summary>
    Contracts,

    /// <summary>Passengers or guests.</summary>
    Guests,
}
