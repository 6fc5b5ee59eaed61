using System.Globalization;

namespace CxKpi;

/// <summary>The text of a KPI for a person: one place, so that all of them read alike.</summary>
internal static class KpiText
{
    /// <summary>Formats a record; <c>G</c> (the default) gives name, value and n, <c>V</c> the value alone. A variant that must not be taken for the standard KPI is named after the symbol.</summary>
    internal static string Format(KpiDefinition definition, double? value, long n, string? format, IFormatProvider? provider, string? currency = null, string? variant = null)
    {
        provider ??= CultureInfo.InvariantCulture;
        string text = value is { } known ? definition.Format(known, provider, currency) : "undefined";
        return format switch
        {
            null or "" or "G" or "g" => string.Create(provider, $"{definition.Symbol}{(variant is null ? "" : $" ({variant})")} {text} (n = {n})"),
            "V" or "v" => text,
            _ => throw new FormatException($"format must be G or V, but is {format}"),
        };
    }

    internal static string Value(KpiUnit unit, double value, IFormatProvider provider, string? currency = null) => unit switch
    {
        KpiUnit.Share => string.Create(provider, $"{100 * value:0.0;-0.0;0.0} %"),
        KpiUnit.NetPoints => value.ToString("+0.0;-0.0;0.0", provider),
        KpiUnit.ScalePoints or KpiUnit.Ratio => value.ToString("0.00;-0.00;0.00", provider),
        KpiUnit.Index => value.ToString("0.0;-0.0;0.0", provider),
        KpiUnit.Seconds => Time(value, provider),
        KpiUnit.Money => string.Create(provider, $"{value:0.00;-0.00;0.00}{(currency is null ? "" : " " + currency)}"),
        KpiUnit.Rate => value.ToString("G4", provider),
        _ => value.ToString("0.##;-0.##;0", provider),
    };

    /// <summary>A p-value, which is never nothing.</summary>
    internal static string P(double? p) => p switch
    {
        null => "p = -",
        < 0.00005 => "p < 0.0001",
        { } known => string.Create(CultureInfo.InvariantCulture, $"p = {known:0.####}"),
    };

    internal static string Difference(KpiUnit unit, double difference, IFormatProvider provider, string? currency = null) => unit switch
    {
        KpiUnit.Share => string.Create(provider, $"{100 * difference:+0.0;-0.0;0.0} pp"),
        KpiUnit.NetPoints => Value(unit, difference, provider),
        _ => Signed(difference, Value(unit, difference, provider, currency), Value(unit, 0, provider, currency)),
    };

    // A difference that rounds to nothing has no sign.
    private static string Signed(double difference, string text, string nothing) => difference > 0 && !string.Equals(text, nothing, StringComparison.Ordinal) ? "+" + text : text;

    private static string Time(double seconds, IFormatProvider provider)
    {
        const double Minute = 60, Hour = 3600, Day = 86400;

        // Rounding first keeps 59.96 s from becoming "60.0 s", and 3 min 59.7 s from "3 min 60 s".
        double whole = Math.Round(seconds);
        return Math.Abs(Math.Round(seconds, 1)) < Minute ? string.Create(provider, $"{seconds:0.0;-0.0;0.0} s")
            : Math.Abs(whole) < Hour ? string.Create(provider, $"{Math.Truncate(whole / Minute):0} min {Math.Abs(whole % Minute):00} s")
            : Math.Abs(whole) < 2 * Day ? string.Create(provider, $"{Math.Truncate(Math.Round(whole / Minute) / 60):0} h {Math.Abs(Math.Round(whole / Minute) % 60):00} min")
            : string.Create(provider, $"{seconds / Day:0.0} d");
    }
}
