using System.Globalization;

namespace CxKpi;

/// <summary>An axis of numbers: round ends, 2 to 10 ticks at round numbers (1, 2, 2.5 or 5 times a power of ten in the unit shown).</summary>
internal sealed record NumberAxis
{
    private const double Largest = 1e300, Smallest = 1e-300;
    private const int MostDecimals = 12;
    private static readonly double[] Mantissas = [1, 2, 2.5, 5];

    private NumberAxis(double lowest, double highest, IReadOnlyList<Tick> ticks)
    {
        Lowest = lowest;
        Highest = highest;
        Ticks = ticks;
    }

    internal double Lowest { get; }

    internal double Highest { get; }

    internal IReadOnlyList<Tick> Ticks { get; }

    /// <summary>An axis around values.</summary>
    /// <param name="values">The values that must lie on the axis; those that are not finite are ignored.</param>
    /// <param name="unit">The unit of the values; <see langword="null"/> for plain numbers.</param>
    /// <param name="text">The language of the labels.</param>
    /// <param name="most">The largest number of ticks, from 3.</param>
    internal static NumberAxis Around(IEnumerable<double> values, KpiUnit? unit, Phrases text, int most = 6)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values.Where(double.IsFinite))
        {
            double drawn = Math.Clamp(value, -Largest, Largest);
            (low, high) = (Math.Min(low, drawn), Math.Max(high, drawn));
        }

        (low, high) = low > high ? (0, 1) : Widened(low, high, unit);
        (double factor, string suffix) = Shown(unit, Math.Max(Math.Abs(low), Math.Abs(high)), text);
        return Round(low / factor, high / factor, factor, suffix, unit, text, Math.Clamp(most, 3, 10));
    }

    /// <summary>The horizontal axis with the most ticks whose labels do not overlap in the room.</summary>
    internal static NumberAxis Across(IReadOnlyCollection<double> values, KpiUnit? unit, Phrases text, double room)
    {
        for (int most = 8; most > 3; most--)
        {
            NumberAxis axis = Around(values, unit, text, most);
            double apart = room / (axis.Ticks.Count - 1);
            if (axis.Ticks.All(tick => TextFit.Width(tick.Label, Drawing.Small) + 8 <= apart))
            {
                return axis;
            }
        }

        // Labels as wide as a third of the chart: the two ends alone.
        NumberAxis narrow = Around(values, unit, text, 3);
        return narrow.Ticks.All(tick => TextFit.Width(tick.Label, Drawing.Small) + 8 <= room / (narrow.Ticks.Count - 1))
            ? narrow
            : new(narrow.Lowest, narrow.Highest, [narrow.Ticks[0], narrow.Ticks[^1]]);
    }

    internal LinearScale Scale(double start, double end) => new(Lowest, Highest, start, end);

    // A constant series still needs an axis with two ends; widening alone does not leave the range of its unit.
    private static (double Low, double High) Widened(double low, double high, KpiUnit? unit)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low > Math.Max(1e-12 * size, Smallest))
        {
            return (low, high);
        }

        double room = size > Smallest ? size * 0.1 : IsInPercent(unit) ? 0.05 : 1;
        double least = low >= 0 && unit is KpiUnit.Share or KpiUnit.Count ? 0 : double.NegativeInfinity;
        double most = unit is KpiUnit.Share && high <= 1 ? 1 : double.PositiveInfinity;
        return (Math.Max(low - room, least), Math.Min(high + room, most));
    }

    private static bool IsInPercent(KpiUnit? unit) => unit is KpiUnit.Share or KpiUnit.Percentage;

    // Round numbers are round in the unit that is read: percent, minutes.
    private static (double Factor, string Suffix) Shown(KpiUnit? unit, double size, Phrases text) => unit switch
    {
        KpiUnit.Share or KpiUnit.Percentage => (0.01, text.PercentSign),
        KpiUnit.Seconds when size is > 0 and < 1 => (0.001, text.Suffix("ms")),
        KpiUnit.Seconds when size < 120 => (1, text.Suffix("s")),
        KpiUnit.Seconds when size < 2 * 3600 => (60, text.Suffix("min")),
        KpiUnit.Seconds when size < 2 * 86400 => (3600, text.Suffix("h")),
        KpiUnit.Seconds => (86400, text.DaysSuffix),
        KpiUnit.NetPoints or KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Rate or KpiUnit.Count or null => (1, ""),
    };

    private static NumberAxis Round(double low, double high, double factor, string suffix, KpiUnit? unit, Phrases text, int most)
    {
        int exponent = (int)Math.Floor(Math.Log10((high - low) / most)) - 1;
        while (true)
        {
            foreach (double mantissa in Mantissas)
            {
                // Dividing by a power of ten rounds once, multiplying by its inverse twice: 3 / 10 is 0.3.
                double step = Scaled(mantissa, exponent);
                double first = Math.Floor(low / step + 1e-9), last = Math.Ceiling(high / step - 1e-9);
                if (last - first + 1 <= most)
                {
                    last = Math.Max(last, first + 1);
                    Tick[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Make((first + i) * mantissa, exponent, mantissa))];
                    return new(ticks[0].Value, ticks[^1].Value, ticks);
                }
            }

            exponent++;
        }

        Tick Make(double multiple, int power, double mantissa)
        {
            double shown = Scaled(multiple, power);
            double value = IsInPercent(unit) ? shown / 100 : shown * factor;
            return new(value, Text(shown, power - (mantissa == 2.5 ? 1 : 0), unit, text) + suffix);
        }
    }

    private static double Scaled(double number, int exponent) => exponent switch
    {
        < -300 => number * Math.Pow(10, exponent),
        < 0 => number / Math.Pow(10, -exponent),
        _ => number * Math.Pow(10, exponent),
    };

    // The last digit that differs between ticks is the last one written.
    private static string Text(double value, int lastDigit, KpiUnit? unit, Phrases text)
    {
        double size = Math.Abs(value);
        string sign = value < 0 ? "\u2212" : unit == KpiUnit.NetPoints && value > 0 ? "+" : "";
        if (value == 0 && lastDigit < -MostDecimals)
        {
            return "0";
        }

        // Beyond all that people count.
        if (value != 0 && (size >= 1e18 || lastDigit < -MostDecimals))
        {
            int power = (int)Math.Floor(Math.Log10(size));
            int digits = Math.Clamp(power - lastDigit, 0, 14);
            double mantissa = size / Math.Pow(10, power);
            return sign + mantissa.ToString("0." + new string('#', digits), text.Numbers) + "\u00D710" + Superscript(power);
        }

        (double divisor, string word, int digitsLess) = (size, lastDigit) switch
        {
            ( >= 1e9, >= 6) => (1e9, text.Billions, 9),
            ( >= 1e6, >= 3) => (1e6, text.Millions, 6),
            _ => (1, "", 0),
        };
        int decimals = Math.Clamp(digitsLess - lastDigit, 0, MostDecimals);
        return sign + (size / divisor).ToString("#,0" + (decimals == 0 ? "" : "." + new string(digitsLess > 0 ? '#' : '0', decimals)), text.Numbers) + word;
    }

    private static string Superscript(int power) =>
        string.Concat(power.ToString(CultureInfo.InvariantCulture)
            .Select(c => c == '-' ? '\u207B' : "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079"[c - '0']));
}
