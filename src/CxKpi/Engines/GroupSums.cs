using System.Globalization;

namespace CxKpi;

/// <summary>Evidence from the sums that an engine worked out for a group of rows.</summary>
internal static class GroupSums
{
    internal static RatioTally Ratio(
        long rows, decimal numerator, decimal denominator, decimal squaredNumerators, decimal products, decimal squaredDenominators) =>
        (numerator, denominator, squaredNumerators, squaredDenominators) == (0, 0, 0, 0)
            ? default
            : Rows(rows, numerator, denominator, squaredNumerators, products, squaredDenominators);

    /// <summary>As a ratio, but rows of 0 over 0 count.</summary>
    internal static RatioTally Rows(
        long rows, decimal numerator, decimal denominator, decimal squaredNumerators, decimal products, decimal squaredDenominators) =>
        new(rows, numerator, denominator, squaredNumerators, products, squaredDenominators);

    internal static MeanTally Mean(long rows, decimal sum, decimal squares) => new(rows, sum, squares);

    /// <summary>The latest time of a group, which must be of one day in UTC as in the engine.</summary>
    internal static DateTime OnOneDay(DateTime latest, DateTime earliest) => latest.Date == earliest.Date
        ? latest
        : throw Guard.Outside(
            "rows",
            "must come from an engine whose session is in UTC, where the times of a day are of one day",
            string.Create(CultureInfo.InvariantCulture, $"{earliest:s} to {latest:s}"));

    /// <summary>The record of a group, once one that stands for its rows was made, which refuses what rows in memory refuse.</summary>
    internal static TKpi Checked<TKpi>(TKpi tried, TKpi all)
    {
        _ = tried;
        return all;
    }
}
