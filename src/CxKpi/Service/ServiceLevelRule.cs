using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// Which contacts a service level counts as met, and over which base. With answered A, answered in time A<sub>T</sub>, abandoned B,
/// abandoned in time B<sub>T</sub>, short abandons B<sub>s</sub> and flow-outs F.
/// </summary>
/// <remarks>
/// Source: ICMI, "Service Level Calculations", 2002 (five formulas); Genesys Cloud, "Configure the service level calculation" (the switches for short abandons,
/// abandons and flow-outs).
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<ServiceLevelRule>))]
public enum ServiceLevelRule
{
    /// <summary>A<sub>T</sub> / (A + B): every abandon is a miss. This is the strict rule and the default.</summary>
    AnsweredOverOffered,

    /// <summary>A<sub>T</sub> / A: abandons do not count, so that a queue with unbearable waits looks good.</summary>
    AnsweredOverAnswered,

    /// <summary>(A<sub>T</sub> + B<sub>T</sub>) / (A + B): abandons in time count as met.</summary>
    AbandonsInTimeMet,

    /// <summary>A<sub>T</sub> / (A + B - B<sub>T</sub>): abandons in time are left out of the base; later abandons are misses.</summary>
    AbandonsInTimeExcluded,

    /// <summary>(A<sub>T</sub> + B<sub>s</sub>) / (A + B): short abandons count as met.</summary>
    ShortAbandonsMet,

    /// <summary>A<sub>T</sub> / (A + B - B<sub>s</sub>): short abandons are left out of the base; longer ones are misses.</summary>
    ShortAbandonsExcluded,

    /// <summary>A<sub>T</sub> / (A + B + F): abandons and flow-outs are misses.</summary>
    FlowOutsMissed,

    /// <summary>A<sub>T</sub> / (A + B + F - B<sub>s</sub>): longer abandons and flow-outs are misses, and short abandons are left out of the base.</summary>
    FlowOutsMissedShortAbandonsExcluded,

    /// <summary>A<sub>T</sub> / (A + F): flow-outs are misses, and abandons are left out of the base.</summary>
    FlowOutsMissedAbandonsExcluded,
}
