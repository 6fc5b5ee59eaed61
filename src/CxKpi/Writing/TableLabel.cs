using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>The label of a row whose data may have none.</summary>
internal static class TableLabel
{
    /// <summary>
    /// A key's text, the same on every machine, with days and times as ISO 8601 writes them; the name of its type when it cannot say its text.
    /// </summary>
    internal static string OfKey<TKey>(TKey key)
    {
#pragma warning disable RS0030 // Records of the reader's own write their parts under the current culture, for which there is no provider.
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return Text(key);
        }
#pragma warning disable CA1031 // A key of the reader's own may throw anything, and what was tallied is shown nevertheless.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"{typeof(TKey).Name} ({error.GetType().Name})";
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
#pragma warning restore RS0030
    }

    internal static string Of(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text;

    private static string Text(object? key) => key switch
    {
        LocalDate day => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        LocalDateTime time => time.ToString("uuuu-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        ITuple parts => $"({string.Join(", ", Enumerable.Range(0, parts.Length).Select(i => Text(parts[i])))})",
        _ => Convert.ToString(key, CultureInfo.InvariantCulture) ?? "",
    };
}
