using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The cycle of the season in the decomposition of a calendar series.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SeasonalCycle>))]
public enum SeasonalCycle
{
    /// <summary>The natural cycle of the unit: the week for days, and the year for weeks, months and quarters.</summary>
    Natural,

    /// <summary>The year: 365 days, with 29 February merged with 28 February by its evidence; for other units the same as <see cref="Natural"/>.</summary>
    Year,
}
