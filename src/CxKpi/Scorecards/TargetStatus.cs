using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The status of a target by the evidence.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TargetStatus>))]
public enum TargetStatus
{
    /// <summary>There is no value to judge.</summary>
    NoData,

    /// <summary>The whole interval meets the goal.</summary>
    Met,

    /// <summary>The whole interval misses the goal.</summary>
    Missed,

    /// <summary>The goal lies within the interval, or the evidence gives no interval: chance could explain either side.</summary>
    Undecided,
}
