using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace CxKpi;

/// <summary>The converters of plain values, chosen by the type alone, without reflection.</summary>
internal static class PlainConverters
{
    /// <summary>The converter of a type of plain values, enums among them; <see langword="null"/> for any other type.</summary>
    internal static IElementConverter<TValue>? Of<TValue>()
        where TValue : notnull => Known(typeof(TValue)) as IElementConverter<TValue> ?? (typeof(TValue).IsEnum ? new EnumConverter<TValue>() : null);

    private static object? Known(Type type) =>
        type == typeof(string) ? new TextConverter()
        : type == typeof(long) ? new NumberConverter<long>(
            "must be a whole number",
            NumberStyles.AllowLeadingSign,
            (element, out number) => element.TryGetInt64(out number),
            (writer, number) => writer.WriteNumberValue(number))
        : type == typeof(int) ? new NumberConverter<int>(
            "must be a whole number",
            NumberStyles.AllowLeadingSign,
            (element, out number) => element.TryGetInt32(out number),
            (writer, number) => writer.WriteNumberValue(number))
        : type == typeof(decimal) ? new NumberConverter<decimal>(
            "must be a decimal number",
            NumberStyles.Float,
            (element, out number) => element.TryGetDecimal(out number),
            (writer, number) => writer.WriteNumberValue(number),
            ExactDecimal.IsExact)
        : type == typeof(double) ? new NumberConverter<double>(
            "must be a finite number",
            NumberStyles.Float,
            (element, out number) => element.TryGetDouble(out number),
            (writer, number) => writer.WriteNumberValue(number))
        : type == typeof(bool) ? new TruthConverter()
        : type == typeof(Duration) ? new PatternConverter<Duration>(
            DurationPattern.Roundtrip,
            "must be a duration as text such as 0:00:00:20 (days, hours, minutes, seconds)")
        : type == typeof(Instant) ? new PatternConverter<Instant>(InstantPattern.ExtendedIso, "must be an instant as text such as 2026-03-31T22:00:00Z")
        : type == typeof(LocalDate) ? new PatternConverter<LocalDate>(
            LocalDatePattern.Iso,
            "must be a day as text such as 2026-12-31",
            day => day.Calendar == CalendarSystem.Iso ? null : $"must be in the ISO calendar, but is in {day.Calendar}")
        : type == typeof(LocalTime) ? new PatternConverter<LocalTime>(LocalTimePattern.ExtendedIso, "must be a time of day as text such as 09:00:00")
        : null;
}
