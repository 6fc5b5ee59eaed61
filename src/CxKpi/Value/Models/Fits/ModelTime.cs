using NodaTime;

namespace CxKpi.Value;

/// <summary>How long the units of models' time are.</summary>
internal static class ModelTime
{
    internal const double DaysOfAYear = 365.25, DaysOfAMonth = DaysOfAYear / 12;

    // Its inverse, and what that is multiplied by, remain numbers.
    private const double LeastRate = 1e-250;

    internal static double Days(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 1,
        CalendarUnit.Week => 7,
        CalendarUnit.Month => DaysOfAMonth,
        CalendarUnit.Quarter => DaysOfAYear / 4,
        CalendarUnit.Year => DaysOfAYear,
    };

    internal static int DaysBetween(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    /// <summary>The continuous rate per unit of time to which an annual effective rate comes, above 0 however small that is.</summary>
    internal static double ContinuousRate(double annualDiscountRate, CalendarUnit unit) =>
        Math.Max(LeastRate, AccurateMath.LogOnePlus(annualDiscountRate) * (Days(unit) / DaysOfAYear));

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

    internal static double Time(double time) => Guard.Finite(Guard.NotNegative(time), nameof(time));

    /// <summary>An annual rate above 0; a rate above 1 was meant in percent.</summary>
    internal static double DiscountRate(double rate, string name) =>
        rate is > 0 and <= 1 ? rate : throw Guard.Outside(name, "must be above 0 and not above 1, which is 100 %", rate, Guard.Fraction(rate));
}
