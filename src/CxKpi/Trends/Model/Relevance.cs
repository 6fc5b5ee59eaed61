using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>How an interval compares with the smallest change that matters to the reader.</summary>
/// <remarks>
/// Significance tells whether there is a change, and relevance whether it is large enough to act on. Source: D. Schuirmann,
/// "A comparison of the two one-sided tests procedure", 1987; here the full interval is used, which is stricter.
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<Relevance>))]
public enum Relevance
{
    /// <summary>No smallest change that matters was given, or there is no interval.</summary>
    NotAsked,

    /// <summary>The whole interval lies beyond the smallest change that matters, on one side.</summary>
    Relevant,

    /// <summary>The whole interval lies within the smallest change that matters: any change is too small to matter.</summary>
    Negligible,

    /// <summary>The interval contains changes that matter and changes that do not: more data are needed.</summary>
    Undecided,
}
