using System.Globalization;

namespace CxKpi;

/// <summary>Whether a decimal is the very number that a text states: more digits than it can hold are rounded without a word.</summary>
internal static class ExactDecimal
{
    private const int AlwaysHeld = 28;

    internal static bool IsExact(string text, decimal value) =>
        (text.Length <= AlwaysHeld && !text.Contains('e', StringComparison.OrdinalIgnoreCase))
        || (Parts(text) is { } stated && Parts(value.ToString(CultureInfo.InvariantCulture)) == stated);

    /// <summary>The digits that count and the power of ten behind them; <see langword="null"/> for a power that is no number of a computer.</summary>
    private static (string Digits, long Power)? Parts(string text)
    {
        string[] parts = text.Trim().TrimStart('+', '-').Split('e', 'E');
        string[] sides = parts[0].Split('.');
        string fraction = sides.Length > 1 ? sides[1] : string.Empty;
        string digits = $"{sides[0]}{fraction}".TrimStart('0');
        string significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return (string.Empty, 0);
        }

        return parts.Length == 1 ? (significant, Power(0))
            : int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent) ? (significant, Power(exponent))
            : null;

        long Power(long stated) => stated - fraction.Length + digits.Length - significant.Length;
    }
}
