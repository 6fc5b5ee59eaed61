using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What the verdict on the latest period rests on.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<LatestBasis>))]
public enum LatestBasis
{
    /// <summary>Nothing: there is no figure, or no earlier one.</summary>
    None,

    /// <summary>The sampling error of the latest period and the one before, for want of a history.</summary>
    SamplingError,

    /// <summary>The level of the earlier periods and how much they vary; a season could not be learned, or there is none.</summary>
    Level,

    /// <summary>Season, trend and variation of two cycles of earlier periods or more.</summary>
    Season,
}
