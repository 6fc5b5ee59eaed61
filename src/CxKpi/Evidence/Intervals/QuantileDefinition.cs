using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How a percentile is read off a sample when it falls between two observations.</summary>
/// <remarks>
/// Software packages differ: for the five values 12, 15, 19, 22 and 30 the 95th percentile is 28.4 or 30.
/// Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician, 1996, whose type numbers are given.
/// <see cref="Linear"/> is the default because people check a report against a spreadsheet.
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<QuantileDefinition>))]
public enum QuantileDefinition
{
    /// <summary>Type 7: linear between the observations, at the position <c>1 + (n - 1) p</c>, as in Excel's PERCENTILE.INC, NumPy and R.</summary>
    Linear,

    /// <summary>
    /// Type 8: at the position <c>(n + 1/3) p + 1/3</c>, which is about median-unbiased for any distribution; Hyndman and Fan recommend it.
    /// </summary>
    MedianUnbiased,

    /// <summary>
    /// Type 6: at the position <c>(n + 1) p</c>, as in Excel's PERCENTILE.EXC, which gives no value where this one stops at the smallest or largest
    /// observation.
    /// </summary>
    Exclusive,

    /// <summary>
    /// Type 1: the smallest observation such that at least the share p of all are no larger. It is always one that occurred, as workforce tools report it.
    /// </summary>
    NearestRank,
}
