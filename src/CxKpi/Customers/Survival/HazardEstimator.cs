using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How a cumulative hazard counts customers who leave at the same time.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<HazardEstimator>))]
public enum HazardEstimator
{
    /// <summary>All at once: d/n (W. Nelson, 1972; O. Aalen, 1978).</summary>
    NelsonAalen,

    /// <summary>
    /// One after the other: 1/n + 1/(n - 1) + ... + 1/(n - d + 1) (T. Fleming, D. Harrington, 1984). It is what lifelines calls Nelson-Aalen.
    /// </summary>
    FlemingHarrington,
}
