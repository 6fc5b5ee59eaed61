using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>Which time a duration is measured in.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TimeBasis>))]
public enum TimeBasis
{
    /// <summary>All the time that passes, nights and holidays included: what customers wait.</summary>
    Elapsed,

    /// <summary>The time within opening hours, as a <see cref="BusinessCalendar"/> counts it.</summary>
    Working,
}
