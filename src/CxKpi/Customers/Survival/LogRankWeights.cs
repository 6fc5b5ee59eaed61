using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How much each time counts when survival is compared.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<LogRankWeights>))]
public enum LogRankWeights
{
    /// <summary>All losses count alike: the log-rank test (N. Mantel, 1966), best where one group leaves faster at all times by the same factor.</summary>
    Equal,

    /// <summary>Early losses count more, by the share still there before them (R. Peto, J. Peto, 1972).</summary>
    PetoPeto,
}
