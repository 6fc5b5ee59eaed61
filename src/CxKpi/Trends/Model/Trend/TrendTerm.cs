using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>Whether the model of an effect has a trend beside the step.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TrendTerm>))]
public enum TrendTerm
{
    /// <summary>
    /// The model has a trend when two full cycles lie before the effect, or nine periods where there is no season: a trend can then be separated from the
    /// season, and is not attributed to the effect.
    /// </summary>
    WhenKnowable,

    /// <summary>The model has a trend in any case.</summary>
    Held,

    /// <summary>The model has no trend. This gives more power, but any trend is attributed to the effect.</summary>
    LeftOut,
}
