using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>A simpler model to which the data push a fit.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ModelLimit>))]
public enum ModelLimit
{
    /// <summary>There is no detectable difference between customers in how often they buy.</summary>
    EqualPurchaseRates,

    /// <summary>Customers differ without bound in how often they buy: a few buy all.</summary>
    UnboundedPurchaseRates,

    /// <summary>There is no detectable difference between customers in how soon they leave.</summary>
    EqualDropout,

    /// <summary>There is no detectable leaving.</summary>
    NoDropout,

    /// <summary>Customers leave at once or never.</summary>
    DropoutAtOnceOrNever,

    /// <summary>There is no detectable difference between the amounts of one customer.</summary>
    EqualAmountsOfACustomer,

    /// <summary>There is no detectable difference between customers in what they spend.</summary>
    EqualSpending,

    /// <summary>Customers differ without bound in what they spend.</summary>
    UnboundedSpending,
}
