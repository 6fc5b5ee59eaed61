namespace CxKpi;

/// <summary>Evidence from the sums that an engine worked out for a group of rows.</summary>
internal static class GroupSums
{
    internal static RatioTally Ratio(
        long rows, decimal numerator, decimal denominator, decimal squaredNumerators, decimal products, decimal squaredDenominators) =>
        (numerator, denominator, squaredNumerators, squaredDenominators) == (0, 0, 0, 0)
            ? default
            : new(rows, numerator, denominator, squaredNumerators, products, squaredDenominators);

    internal static MeanTally Mean(long rows, decimal sum, decimal squares) => new(rows, sum, squares);
}
