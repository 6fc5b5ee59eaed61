namespace CxKpi;

/// <summary>How a percentile is read off a sample when it falls between two observations.</summary>
/// <remarks>
/// Packages differ: on the five values 12, 15, 19, 22, 30 the 95th percentile is 28.4 or 30.
/// Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician, 1996, whose type numbers are given.
/// <see cref="Linear"/> is the default because it is what people check a report against: a spreadsheet.
/// </remarks>
public enum QuantileDefinition
{
    /// <summary>Type 7: linear between the observations, position <c>1 + (n - 1) p</c>; Excel's PERCENTILE.INC, NumPy, R.</summary>
    Linear,

    /// <summary>Type 8: position <c>(n + 1/3) p + 1/3</c>, about median-unbiased whatever the distribution; what Hyndman and Fan recommend.</summary>
    MedianUnbiased,

    /// <summary>
    /// Type 6: position <c>(n + 1) p</c>; Excel's PERCENTILE.EXC, which gives no value where this one stops at the smallest or largest observation.
    /// </summary>
    Exclusive,

    /// <summary>
    /// Type 1: the smallest observation such that at least the share p of all are no larger; always one that occurred, as workforce tools report it.
    /// </summary>
    NearestRank,
}
