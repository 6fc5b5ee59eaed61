using System.Globalization;
using NodaTime;

namespace CxKpi.Fuzz;

/// <summary>Numbers, texts and dates: plausible ones, and such as break what is not careful.</summary>
internal static class Plausible
{
    private static readonly double[] Numbers =
    [
        0, 1, -1, 0.5, 0.95, 0.05, 3, 7, 10, 100, 1000, 1e6, 1e9, 1e12, 1e-6, 1e-12, 1e-300, 1e17, 1e300, -1e300,
        double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, -0.0,
    ];

    private static readonly decimal[] Amounts = [0, 1, -1, 0.01m, 19.99m, 1_000_000, decimal.MaxValue, decimal.MinValue, 1e-28m, 1e14m, -0.0m];

    private static readonly long[] Whole =
        [0, 1, -1, 2, 3, 5, 9, 10, 11, 12, 100, 1000, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue, 1_000_000_000_000];

    private static readonly string[] Texts =
        ["", " ", "x", "web", "EUR", "eur", "2024-01", "2024-W05", "9", "11", "-1", "NaN", "G", "N1", "P1",
        "\u202E\u0000\u001b[31m", "\ud800", "<script>", "{}", "null", new('y', 5_000)];

    private static readonly LocalDate[] Days =
        [new(2024, 1, 1), new(2024, 2, 29), new(2025, 7, 14), default, LocalDate.MaxIsoValue, LocalDate.MinIsoValue, new(2024, 1, 1, CalendarSystem.Julian)];

    private static readonly Instant[] Instants =
        [Instant.FromUtc(2024, 3, 1, 9, 0), Instant.FromUtc(2025, 12, 31, 23, 59), default, Instant.MinValue, Instant.MaxValue, Instant.FromUnixTimeSeconds(1)];

    private static readonly Duration[] Durations =
        [Duration.Zero, Duration.FromSeconds(20), Duration.FromMinutes(3), Duration.FromDays(2), Duration.Epsilon, Duration.MaxValue, Duration.MinValue,
        -Duration.FromHours(1)];

    /// <summary>A value of a simple type; <see langword="null"/> for all others.</summary>
    internal static object? Of(Type type, Draws draws) =>
        type == typeof(int) ? draws.OnceIn(3) ? draws.Below(13) : (int)Math.Clamp(draws.One(Whole), int.MinValue, int.MaxValue)
        : type == typeof(long) ? draws.OnceIn(3) ? draws.Below(1000L) : draws.One(Whole)
        : type == typeof(double) ? draws.OnceIn(3) ? draws.Share() : draws.One(Numbers)
        : type == typeof(decimal) ? draws.OnceIn(3) ? draws.Below(1000) / 4m : draws.One(Amounts)
        : type == typeof(bool) ? draws.OnceIn(2)
        : type == typeof(string) || type == typeof(object) ? draws.One(Texts)
        : type == typeof(char) ? draws.One(Texts).FirstOrDefault()
        : type == typeof(byte) ? (byte)draws.Below(256)
        : type == typeof(LocalDate) ? draws.OnceIn(3) ? Days[0].PlusDays(draws.Below(800)) : draws.One(Days)
        : type == typeof(Instant) ? draws.One(Instants)
        : type == typeof(Duration) ? draws.One(Durations)
        : type == typeof(TimeSpan) ? TimeSpan.FromTicks(draws.One(Whole))
        : type == typeof(DateTime) ? new DateTime(draws.Below(DateTime.MaxValue.Ticks), (DateTimeKind)draws.Below(3))
        : type == typeof(DateTimeOffset) ? draws.OnceIn(4) ? DateTimeOffset.MaxValue : DateTimeOffset.UnixEpoch.AddDays(draws.Below(30_000))
        : type == typeof(DateOnly) ? DateOnly.FromDayNumber(draws.Below(DateOnly.MaxValue.DayNumber))
        : type == typeof(TimeOnly) ? new TimeOnly(draws.Below(TimeOnly.MaxValue.Ticks))
        : type == typeof(LocalTime) ? LocalTime.FromSecondsSinceMidnight(draws.Below(86_400))
        : type == typeof(Interval)
            ? new Interval(Instant.FromUnixTimeSeconds(draws.Below(int.MaxValue)), Instant.FromUnixTimeSeconds(int.MaxValue + (long)draws.Below(int.MaxValue)))
        : type == typeof(DateTimeZone) ? draws.OnceIn(2) ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb["Europe/Paris"]
        : type == typeof(TimeZoneInfo) ? TimeZoneInfo.Utc
        : type == typeof(IFormatProvider) || type == typeof(CultureInfo) ? CultureInfo.GetCultureInfo(draws.OnceIn(2) ? "" : "de-DE")
        : type == typeof(CancellationToken) ? CancellationToken.None
        : type.IsEnum ? Enum.ToObject(type, draws.OnceIn(20) ? 1234 : draws.One([.. Enum.GetValuesAsUnderlyingType(type).Cast<object>()]))
        : null;
}
