using System.Collections.Frozen;

namespace CxKpi;

/// <summary>The number of decimals in which amounts of a currency are written, by ISO 4217.</summary>
internal static class CurrencyDecimals
{
    private static readonly FrozenSet<string> WithoutDecimals = Codes(
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF");

    private static readonly FrozenSet<string> WithThreeDecimals = Codes("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND");

    /// <summary>The decimals of a currency; two when none is stated.</summary>
    internal static int Of(string? currency) => currency is null ? 2
        : WithoutDecimals.Contains(currency) ? 0
        : WithThreeDecimals.Contains(currency) ? 3
        : 2;

    private static FrozenSet<string> Codes(params string[] codes) => codes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
