using System.Globalization;

namespace CxKpi;

/// <summary>The check of the keys in a log: rows without one would all look like the same customer.</summary>
internal static class LogKey
{
    internal static T Known<T>(T? key, long position, string rows, string what = "a key")
        where T : notnull =>
        key is { } known
            ? known
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{rows} must have {what} (at position {position})"), rows);
}
