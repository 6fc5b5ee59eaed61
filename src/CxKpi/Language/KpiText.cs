using System.Globalization;

namespace CxKpi;

/// <summary>Formats KPIs in one place, so that all of them read alike.</summary>
/// <remarks>With <see cref="Phrases"/> as the format provider the text is in that language.</remarks>
internal static class KpiText
{
    /// <summary>Formats a record; <c>G</c> (the default) gives name, value and n, <c>V</c> the value alone.</summary>
    /// <remarks>A variant that must not be taken for the standard KPI is named after the symbol.</remarks>
    internal static string Format(
        KpiDefinition definition,
        double? value,
        long n,
        string? format,
        IFormatProvider? provider,
        string? currency = null,
        string? variant = null)
    {
        provider ??= CultureInfo.InvariantCulture;
        Phrases words = provider as Phrases ?? Phrases.English;
        string text = value is { } known ? definition.Format(known, provider, currency) : words.Undefined;
        string count = n.ToString(SignsOf(provider).GroupsThousands ? "#,0" : "0", provider);
        return format switch
        {
            null or "" or "G" or "g" => $"{words.Symbol(definition)}{(variant is null ? "" : $" ({variant})")} {text} (n = {count})",
            "V" or "v" => text,
            _ => throw new FormatException($"format must be G or V, but is {format}"),
        };
    }

    internal static string Value(KpiUnit unit, double value, IFormatProvider provider, string? currency = null) =>
        Value(unit, value, provider, SignsOf(provider), currency);

    internal static string Value(KpiUnit unit, double value, IFormatProvider provider, UnitSigns signs, string? currency)
    {
        return unit switch
        {
            KpiUnit.Share => $"{Number(100 * value, ".0")}{signs.Gap}%",
            KpiUnit.NetPoints => value.ToString($"+0.0;{signs.Minus}0.0;0.0", provider),
            KpiUnit.ScalePoints or KpiUnit.Ratio => Number(value, ".00"),
            KpiUnit.Index => Number(value, ".0"),
            KpiUnit.Seconds => Time(value, Number, signs),
            KpiUnit.Money => Number(value, ".00") + (currency is null ? "" : signs.Gap + currency),
            KpiUnit.Rate => value.ToString("G4", provider).Replace("-", signs.Minus, StringComparison.Ordinal),
            KpiUnit.Count => Number(value, ".##"),
        };

        // The third part of the format is for values that round to zero, which have no sign.
        string Number(double number, string decimals)
        {
            string digits = (signs.GroupsThousands ? "#,0" : "0") + decimals;
            return number.ToString($"{digits};{signs.Minus}{digits};{digits}", provider);
        }
    }

    internal static string Difference(KpiUnit unit, double difference, IFormatProvider provider, string? currency = null) =>
        Difference(unit, difference, provider, SignsOf(provider), currency);

    internal static string Difference(KpiUnit unit, double difference, IFormatProvider provider, UnitSigns signs, string? currency) => unit switch
    {
        KpiUnit.Share => $"{(100 * difference).ToString($"+0.0;{signs.Minus}0.0;0.0", provider)}{signs.Gap}{signs.PercentagePoints}",
        KpiUnit.NetPoints => Value(unit, difference, provider, signs, null),
        KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Seconds or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Rate or KpiUnit.Count =>
            Signed(difference, Value(unit, difference, provider, signs, currency), Value(unit, 0, provider, signs, currency)),
    };

    /// <summary>A p-value, which is never written as 0.</summary>
    internal static string P(double? p) => p switch
    {
        null => "p = -",
        < 0.00005 => "p < 0.0001",
        { } known => string.Create(CultureInfo.InvariantCulture, $"p = {known:0.####}"),
    };

    private static UnitSigns SignsOf(IFormatProvider provider) => (provider as Phrases)?.Signs ?? UnitSigns.Plain;

    // A difference that rounds to nothing has no sign.
    private static string Signed(double difference, string text, string nothing) =>
        difference > 0 && !string.Equals(text, nothing, StringComparison.Ordinal) ? "+" + text : text;

    private static string Time(double seconds, Func<double, string, string> number, UnitSigns signs)
    {
        const double Minute = 60, Hour = 3600, Day = 86400;

        // Rounding first keeps 59.96 s from becoming "60.0 s", and 3 min 59.7 s from "3 min 60 s".
        double whole = Math.Round(seconds), minutes = Math.Round(whole / Minute);
        string gap = signs.Gap;
        return Math.Abs(Math.Round(seconds, 1)) < Minute ? $"{number(seconds, ".0")}{gap}s"
            : Math.Abs(whole) < Hour ? $"{number(Math.Truncate(whole / Minute), "")}{gap}min{gap}{TwoDigits(whole % Minute)}{gap}s"
            : Math.Abs(whole) < 2 * Day ? $"{number(Math.Truncate(minutes / 60), "")}{gap}h{gap}{TwoDigits(minutes % 60)}{gap}min"
            : $"{number(seconds / Day, ".0")}{gap}{signs.Days}";
    }

    private static string TwoDigits(double number) => Math.Abs(number).ToString("00", CultureInfo.InvariantCulture);
}
