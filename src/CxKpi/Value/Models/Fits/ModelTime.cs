using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi.Value;

/// <summary>How long the units of models' time are.</summary>
internal static class ModelTime
{
    internal const double DaysOfAYear = 365.25, DaysOfAMonth = DaysOfAYear / 12;

    /// <summary>The longest time that models know, and the shortest above 0, in any unit.</summary>
    internal const double Longest = 1e12, Shortest = 1e-12;

    internal static double Days(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 1,
        CalendarUnit.Week => 7,
        CalendarUnit.Month => DaysOfAMonth,
        CalendarUnit.Quarter => DaysOfAYear / 4,
        CalendarUnit.Year => DaysOfAYear,
    };

    internal static int DaysBetween(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    /// <summary>The continuous rate per unit of time to which an annual effective rate comes.</summary>
    internal static double ContinuousRate(double annualDiscountRate, CalendarUnit unit) =>
        AccurateMath.LogOnePlus(annualDiscountRate) * (Days(unit) / DaysOfAYear);

    /// <summary>Runs something for each position, on all processors where there are many.</summary>
    internal static void ForAll(int count, Action<int> each)
    {
        if (count < 256)
        {
            for (int i = 0; i < count; i++)
            {
                each(i);
            }
        }
        else
        {
            Parallel.For(0, count, each);
        }
    }

    /// <summary>Checks a time, in any unit; the most is longer than there have been customers.</summary>
    internal static double Time(double time, [CallerArgumentExpression(nameof(time))] string name = "") => Guard.InRange(time, 0, Longest, name);

    /// <summary>An annual rate that discounts; a rate above 1 was meant in percent.</summary>
    internal static double DiscountRate(double rate, string name) =>
        rate is >= 1e-100 and <= 1 ? rate : throw Guard.Outside(name, "must be at least 1E-100 and not above 1, which is 100 %", rate, Guard.Fraction(rate));
}
