using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>The method of the interval for a correlation; each correlation has a default that is recommended.</summary>
/// <remarks>All are rough with fewer than about 25 pairs, and where the true correlation lies beyond ±0.9.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<CorrelationLimits>))]
public enum CorrelationLimits
{
    /// <summary>Fisher's z (1921): artanh r with a standard error of 1/sqrt(n - 3). The method for Pearson's r; for ranks it is too narrow.</summary>
    FisherZ,

    /// <summary>Bonett and Wright (2000): artanh rho with a standard error of sqrt((1 + rho²/2)/(n - 3)). The default for Spearman's rho.</summary>
    BonettWright,

    /// <summary>
    /// Fieller, Hartley and Pearson (1957): artanh with a standard error of sqrt(1.06/(n - 3)) for Spearman's rho, and of sqrt(0.437/(n - 4)) for Kendall's
    /// tau, whose default it is.
    /// </summary>
    Fieller,

    /// <summary>The asymptotic standard error of Kendall's tau-b from its rows (Brown and Benedetti 1977), with limits cut at -1 and 1.</summary>
    AsymptoticError,
}
