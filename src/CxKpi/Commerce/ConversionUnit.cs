namespace CxKpi;

/// <summary>What a conversion or an abandonment is counted over: the same events give another rate per session than per user.</summary>
public enum ConversionUnit
{
    /// <summary>The unit is not stated.</summary>
    NotStated,

    /// <summary>A session, also called a visit.</summary>
    Session,

    /// <summary>A visitor: a browser or device, recognised from visit to visit.</summary>
    Visitor,

    /// <summary>A user: a person, recognised across devices.</summary>
    User,

    /// <summary>A click on an advertisement or a link.</summary>
    Click,

    /// <summary>A lead: a person who left an address.</summary>
    Lead,

    /// <summary>A contact with the customer service.</summary>
    Contact,

    /// <summary>A shopping cart.</summary>
    Cart,

    /// <summary>A started checkout.</summary>
    Checkout,
}
