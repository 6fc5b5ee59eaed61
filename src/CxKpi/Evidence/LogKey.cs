using System.Globalization;

namespace CxKpi;

/// <summary>Checks the keys in a log, because rows without a key would all look like the same customer.</summary>
internal static class LogKey
{
    internal static T Known<T>(T? key, long position, string rows, string what = "a key")
        where T : notnull =>
        key is { } known
            ? known
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{rows} must have {what} (at position {position})"), rows);

    /// <summary>The refusal of a key that a function of the caller returned for a row.</summary>
    internal static ArgumentNullException Null(string name, long position) => new(
        name,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name} must not return null (at position {position}): leave such rows out, or give them a key of their own"));

    /// <summary>The refusal of a missing key of a group, which has no position.</summary>
    internal static ArgumentNullException Null(string name) => new(
        name,
        $"{name} must not return null: leave such rows out, or give them a key of their own");
}
