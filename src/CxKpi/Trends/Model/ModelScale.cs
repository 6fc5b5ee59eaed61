using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The scale on which the seasonal model adds up level, season, trend and noise.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ModelScale>))]
public enum ModelScale
{
    /// <summary>
    /// The figures choose: log odds for shares of counts; logarithms for amounts, times, counts and ratios that are all above 0, when the likelihood speaks for
    /// them; otherwise the figures themselves.
    /// </summary>
    Chosen,

    /// <summary>The figures themselves: season, trend and noise are so many units whatever the level.</summary>
    Identity,

    /// <summary>Logarithms: season, trend and noise are so many percent of the level; for figures above 0.</summary>
    Logarithm,

    /// <summary>Log odds; for shares of counts.</summary>
    LogOdds,
}
