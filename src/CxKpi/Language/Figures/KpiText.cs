using System.Globalization;

namespace CxKpi;

/// <summary>Formats figures in a KPI's unit, in one place, so that all faces read alike.</summary>
/// <remarks>
/// With <see cref="Phrases"/> as the format provider the text is in that language. The figures of one row, which are a value and its limits, are all written
/// in the magnitude of the value: <c>like</c> states it. <c>more</c> is how many decimals they have beyond the usual ones, as
/// <see cref="DecimalsApart"/> counts them.
/// </remarks>
internal static class KpiText
{
    /// <summary>The digits of a figure without a unit.</summary>
    internal const int PlainDigits = 6;

    internal static string Value(KpiUnit unit, double value, IFormatProvider provider, string? currency = null, double? like = null, int more = 0)
    {
        UnitSigns signs = UnitSigns.Of(provider);
        return unit switch
        {
            KpiUnit.Share =>
                Number(100 * value, Decimals(1, 100 * Math.Min(Math.Abs(value), Math.Abs(1 - value)), more), provider, signs) + signs.Percent,
            KpiUnit.Percentage => Number(100 * value, Decimals(1, 100 * Math.Abs(value), more), provider, signs) + signs.Percent,
            KpiUnit.NetPoints => Signed(value, Number(value, 1 + more, provider, signs)),
            KpiUnit.ScalePoints or KpiUnit.Ratio => Number(value, 2 + more, provider, signs),
            KpiUnit.Index => Number(value, 1 + more, provider, signs),
            KpiUnit.Seconds => Time(value, Math.Abs(like ?? value), more, provider, signs),
            KpiUnit.Money => Money(value, currency, more, provider, signs),
            KpiUnit.Rate => Rate(value, Math.Abs(like ?? value), more, provider, signs),
            KpiUnit.Count => Number(value, "#,0.##" + new string('#', more), provider, signs),
        };
    }

    /// <summary>How many decimals more than usual keep a figure from reading like its goal; 0 where only the rounding of a division parts them.</summary>
    internal static int DecimalsApart(KpiUnit? unit, double figure, double goal, string? currency = null)
    {
        const int Most = 12;
        if (!double.IsFinite(figure) || Math.Abs(figure - goal) <= 1e-12 * Math.Abs(goal))
        {
            return 0;
        }

        for (int more = 0; more <= Most; more++)
        {
            if (!string.Equals(Text(figure, more), Text(goal, more), StringComparison.Ordinal))
            {
                return more;
            }
        }

        return 0;

        string Text(double number, int more) => unit is { } known
            ? Value(known, number, CultureInfo.InvariantCulture, currency, figure, more)
            : Plain(number, CultureInfo.InvariantCulture, PlainDigits + more);
    }

    internal static string Difference(KpiUnit unit, double difference, IFormatProvider provider, string? currency = null, double? like = null)
    {
        UnitSigns signs = UnitSigns.Of(provider);
        return unit switch
        {
            KpiUnit.Share or KpiUnit.Percentage =>
                Signed(difference, Number(100 * difference, Decimals(1, 100 * Math.Abs(difference)), provider, signs)) + signs.Gap + signs.PercentagePoints,
            KpiUnit.NetPoints => Value(unit, difference, provider),
            KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Seconds or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Rate or KpiUnit.Count =>
                Signed(difference, Value(unit, difference, provider, currency, like)),
        };
    }

    /// <summary>A figure in its unit with a stated number of decimals; times are in seconds and rates are not scaled.</summary>
    internal static string Fixed(KpiUnit? unit, double value, int decimals, IFormatProvider provider, string? currency = null)
    {
        UnitSigns signs = UnitSigns.Of(provider);
        return unit switch
        {
            KpiUnit.Share or KpiUnit.Percentage => Number(100 * value, decimals, provider, signs) + signs.Percent,
            KpiUnit.NetPoints => Signed(value, Number(value, decimals, provider, signs)),
            KpiUnit.Seconds => Number(value, decimals, provider, signs) + signs.Gap + "s",
            KpiUnit.Money => Number(value, decimals, provider, signs) + Behind(currency, signs),
            KpiUnit.ScalePoints or KpiUnit.Ratio or KpiUnit.Index or KpiUnit.Rate or KpiUnit.Count or null => Number(value, decimals, provider, signs),
        };
    }

    /// <summary>A difference in its unit with a stated number of decimals, or a relative change in percent.</summary>
    internal static string FixedDifference(
        KpiUnit? unit,
        double difference,
        int decimals,
        IFormatProvider provider,
        string? currency = null,
        bool inPercent = false)
    {
        UnitSigns signs = UnitSigns.Of(provider);
        return unit is KpiUnit.Share or KpiUnit.Percentage && !inPercent
            ? Signed(difference, Number(100 * difference, decimals, provider, signs)) + signs.Gap + signs.PercentagePoints
            : unit == KpiUnit.NetPoints ? Fixed(unit, difference, decimals, provider)
            : Signed(difference, Fixed(unit, difference, decimals, provider, currency));
    }

    /// <summary>A relative change in percent.</summary>
    internal static string Relative(double share, IFormatProvider provider) => FixedDifference(KpiUnit.Share, share, 1, provider, inPercent: true);

    /// <summary>So many digits of a figure without a unit, without an exponent unless the figure is beyond all that people count.</summary>
    internal static string Plain(double number, IFormatProvider provider, int digits = PlainDigits)
    {
        const int MostDecimals = 20;
        double size = Math.Abs(number);
        return size is 0 or >= 1e-15 and < 1e15
            ? number.ToString("#,0." + new string('#', size == 0 ? 0 : Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(size)), 0, MostDecimals)), provider)
            : number.ToString($"G{digits}", provider);
    }

    /// <summary>A figure without a unit as invariant text, with four decimals, or four digits where those decimals would show one or none.</summary>
    internal static string Short(double? figure) =>
        figure is { } known ? known.ToString("0" + ShortDecimals(known), CultureInfo.InvariantCulture) : "";

    /// <summary>The same with its sign, a hyphen for the minus.</summary>
    internal static string ShortSigned(double? figure) =>
        figure is { } known && ShortDecimals(known) is var decimals ? known.ToString($"+0{decimals};-0{decimals};0", CultureInfo.InvariantCulture) : "";

    /// <summary>The same with its sign and groups of thousands.</summary>
    internal static string PlainDifference(double difference, IFormatProvider provider)
    {
        string digits = "#,0" + ShortDecimals(difference);
        return difference.ToString($"+{digits};{UnitSigns.Minus}{digits};0", provider);
    }

    /// <summary>The decimals of a figure without a unit as a format.</summary>
    internal static string ShortDecimals(double figure)
    {
        // What is smaller than any rate that people count is mostly left over by rounding.
        const int Usual = 4, Most = 20;
        double size = Math.Abs(figure);
        bool vanishes = size is >= 1e-12 and < 0.001;
        return "." + new string('#', vanishes ? Math.Clamp(Usual - 1 - (int)Math.Floor(Math.Log10(size)), Usual, Most) : Usual);
    }

    /// <summary>A p-value, which is never written as 0.</summary>
    internal static string P(double? p) => p switch
    {
        null => "p = -",
        < 0.00005 => "p < 0.0001",
        { } known => string.Create(CultureInfo.InvariantCulture, $"p = {known:0.####}"),
    };

    /// <summary>The decimals of a figure: those that are usual, or as many as two digits need where the usual ones would show none.</summary>
    private static string Decimals(int usual, double size, int more = 0)
    {
        const int Most = 15;
        bool vanishes = size > 0 && size < Math.Pow(10, -usual);
        int needed = vanishes ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(size)), usual, Most) : usual;
        return "#,0." + new string('0', usual + more) + new string('#', needed - usual);
    }

    private static string Number(double number, int decimals, IFormatProvider provider, UnitSigns signs) =>
        Number(number, "#,0." + new string('0', decimals), provider, signs);

    // The third part of the format is for values that round to zero, which have no sign.
    private static string Number(double number, string digits, IFormatProvider provider, UnitSigns signs) =>
        number.ToString($"{digits};{UnitSigns.Minus}{digits};{digits}", provider);

    // A difference that rounds to nothing has no sign.
    private static string Signed(double difference, string text) =>
        difference > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;

    // The code is that of whoever made the record or wrote the document: it must not steer what the amount stands in.
    private static string Behind(string? currency, UnitSigns signs) => currency is null ? "" : signs.Gap + TerminalText.Clean(currency);

    private static string Money(double value, string? currency, int more, IFormatProvider provider, UnitSigns signs)
    {
        int usual = CurrencyDecimals.Of(currency);
        string digits = usual == 0 && Math.Abs(value) is 0 or >= 1 ? "#,0." + new string('0', more) : Decimals(usual, Math.Abs(value), more);
        return Number(value, digits, provider, signs) + Behind(currency, signs);
    }

    private static string Rate(double value, double size, int more, IFormatProvider provider, UnitSigns signs)
    {
        (double factor, string words) = size switch
        {
            0 or >= 0.1 => (1, ""),
            >= 0.0001 => (1e3, signs.Gap + signs.PerThousand),
            _ => (1e6, signs.Gap + signs.PerMillion),
        };
        return Number(factor * value, Decimals(2, factor * Math.Abs(value), more), provider, signs) + words;
    }

    private static string Time(double seconds, double size, int more, IFormatProvider provider, UnitSigns signs)
    {
        const double Minute = 60, Hour = 3600, Day = 86400;

        // Rounding first keeps 59.96 s from becoming "60.0 s", and 3 min 59.7 s from "3 min 60 s".
        string gap = signs.Gap;
        if (size != 0 && Math.Round(size, 3) < 1)
        {
            return Number(1000 * seconds, Decimals(size < 0.01 ? 1 : 0, 1000 * Math.Abs(seconds), more), provider, signs) + gap + "ms";
        }

        if (Math.Round(size, 1) < Minute)
        {
            return Number(seconds, 1 + more, provider, signs) + gap + "s";
        }

        double whole = Math.Round(Math.Abs(seconds), more), minutes = Math.Round((more == 0 ? whole : Math.Abs(seconds)) / Minute, more);
        if (Math.Round(size) < Hour)
        {
            return Parts(Math.Truncate(whole / Minute), "min", whole % Minute, "s");
        }

        return Math.Round(size) < 2 * Day
            ? Parts(Math.Truncate(minutes / 60), "h", minutes % 60, "min")
            : Number(seconds / Day, 1 + more, provider, signs) + gap + signs.Days;

        string Parts(double larger, string largerUnit, double smaller, string smallerUnit)
        {
            string sign = seconds < 0 && (larger, smaller) != default ? UnitSigns.Minus : "";
            string decimals = "." + new string('0', more);
            if (larger == 0)
            {
                return $"{sign}{Number(smaller, "0" + decimals, provider, signs)}{gap}{smallerUnit}";
            }

            string rest = smaller.ToString("00" + decimals, provider);
            return $"{sign}{Number(larger, "#,0", provider, signs)}{gap}{largerUnit}{gap}{rest}{gap}{smallerUnit}";
        }
    }
}
