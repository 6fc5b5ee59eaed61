using System.Globalization;

namespace CxKpi;

/// <summary>The label of a row whose data may have none.</summary>
internal static class TableLabel
{
    /// <summary>A key's text, the same on every machine; the name of its type when it cannot say its text.</summary>
    internal static string OfKey<TKey>(TKey key)
    {
        try
        {
            return Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
        }
#pragma warning disable CA1031 // A key of the reader's own may throw anything, and what was tallied is shown nevertheless.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"{typeof(TKey).Name} ({error.GetType().Name})";
        }
    }

    internal static string Of(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text;
}
