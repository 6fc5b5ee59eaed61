using System.Globalization;

namespace CxKpi;

/// <summary>Conversions into the exact sums that evidence is kept in.</summary>
internal static class DecimalSums
{
    // The largest double that still converts: decimal.MaxValue itself rounds up and overflows.
    private const double Limit = 7.9e28;

    /// <summary>A sum of squared deviations, taken for 0 when the rounding of the sums it comes from can explain it.</summary>
    internal static double Residual(decimal difference, decimal squares, long count) => Residual((double)difference, (double)squares, count);

    internal static double Residual(double difference, double squares, long count) => difference <= 4e-28 * count * squares ? 0 : difference;

    internal static decimal FromDouble(double value, string name, int position) =>
        value is >= -Limit and <= Limit
            ? (decimal)value
            : throw Guard.OutsideAt(position, name, "must hold finite numbers between -7.9e28 and 7.9e28", value);
}
