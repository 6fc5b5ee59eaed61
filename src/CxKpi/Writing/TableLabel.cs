using System.Globalization;

namespace CxKpi;

/// <summary>The label of a row whose data may have none.</summary>
internal static class TableLabel
{
    /// <summary>A key's text, the same on every machine.</summary>
    internal static string OfKey<TKey>(TKey key) => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";

    internal static string Of(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text;
}
