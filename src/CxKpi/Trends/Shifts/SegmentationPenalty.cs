using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The cost of the changes in a segmentation.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<SegmentationPenalty>))]
public enum SegmentationPenalty
{
    /// <summary>The penalty once per change.</summary>
    PerChange,

    /// <summary>
    /// The penalty once per change, and the logarithm of each segment's length:
    /// the modified BIC of Zhang and Siegmund, 2007, in the form that R's changepoint package uses.
    /// </summary>
    PerChangeAndLength,
}
