using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What came of weighting a sample.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<WeightingStatus>))]
public enum WeightingStatus
{
    /// <summary>The weights do what was asked for.</summary>
    Met,

    /// <summary>The rounds ended before all margins were met: the weights are there, and fit roughly.</summary>
    NotConverged,

    /// <summary>The population has a category in which the sample has no row. There are no weights.</summary>
    EmptyCategory,

    /// <summary>The sample has rows in a category that the population does not have. There are no weights.</summary>
    OutsidePopulation,

    /// <summary>No weights within the limits meet the margins, or have the total. There are no weights.</summary>
    Infeasible,

    /// <summary>A stratum has one row, which does not show how rows vary: the weights are there, and nothing weighted by them has an interval.</summary>
    LonelyStratum,
}
