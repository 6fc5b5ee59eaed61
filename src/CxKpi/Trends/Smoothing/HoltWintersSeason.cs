using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>How the season is combined with the level in <see cref="HoltWinters"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<HoltWintersSeason>))]
public enum HoltWintersSeason
{
    /// <summary>The season's value is added: January, for example, lies 3 points below the level.</summary>
    Additive,

    /// <summary>The season's value multiplies: January, for example, lies 3 % below the level. Figures must be positive.</summary>
    Multiplicative,

    /// <summary>There is no season.</summary>
    None,
}
