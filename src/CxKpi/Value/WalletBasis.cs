using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Whether a share of wallet weighs customers by what they spend.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<WalletBasis>))]
public enum WalletBasis
{
    /// <summary>The spending of all customers together: who spends much weighs much.</summary>
    Spending,

    /// <summary>The mean of the customers' own shares: every customer weighs the same.</summary>
    CustomerMean,
}
