using System.Globalization;

namespace CxKpi;

/// <summary>Conversions into the exact sums that evidence is kept in.</summary>
internal static class Exactly
{
    // The largest double that still converts: decimal.MaxValue itself rounds up and overflows.
    private const double Limit = 7.9e28;

    internal static decimal FromDouble(double value, string name, int position) =>
        value is >= -Limit and <= Limit
            ? (decimal)value
            : throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must hold finite numbers between -7.9e28 and 7.9e28 (at position {position})"), value);
}
