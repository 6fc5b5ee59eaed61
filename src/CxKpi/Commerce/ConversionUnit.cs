using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a conversion or an abandonment is counted over. The same events give different rates per session and per user.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ConversionUnit>))]
public enum ConversionUnit
{
    /// <summary>The unit is not stated.</summary>
    NotStated,

    /// <summary>A session, also called a visit.</summary>
    Session,

    /// <summary>A visitor, which is a browser or device recognised from visit to visit.</summary>
    Visitor,

    /// <summary>A user, which is a person recognised across devices.</summary>
    User,

    /// <summary>A click on an advertisement or a link.</summary>
    Click,

    /// <summary>A lead, which is a person who left an address.</summary>
    Lead,

    /// <summary>A contact with customer service.</summary>
    Contact,

    /// <summary>A shopping cart.</summary>
    Cart,

    /// <summary>A checkout that was started.</summary>
    Checkout,
}
