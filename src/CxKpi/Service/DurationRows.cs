using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Checks durations where they enter, so that the message names the caller's own argument and the position.</summary>
internal static class DurationRows
{
    internal static ReadOnlySpan<Duration> Checked(ReadOnlySpan<Duration> durations, [CallerArgumentExpression(nameof(durations))] string name = "")
    {
        for (int i = 0; i < durations.Length; i++)
        {
            Check(durations[i], i, name);
        }

        return durations;
    }

    internal static IEnumerable<Duration> Checked(IEnumerable<Duration> durations, [CallerArgumentExpression(nameof(durations))] string name = "") =>
        Guard.NotNull(durations, name).Select((duration, position) => Check(duration, position, name));

    private static Duration Check(Duration duration, int position, string name) => duration >= Duration.Zero
        ? duration
        : throw Guard.Outside(name, string.Create(CultureInfo.InvariantCulture, $"must not be negative (at position {position})"), duration);
}
