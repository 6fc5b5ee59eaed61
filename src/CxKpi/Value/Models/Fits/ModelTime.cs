namespace CxKpi.Value;

/// <summary>How long the units of models' time are.</summary>
internal static class ModelTime
{
    internal const double DaysOfAYear = 365.25, DaysOfAMonth = DaysOfAYear / 12;

    internal static double Days(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 1,
        CalendarUnit.Week => 7,
        CalendarUnit.Month => DaysOfAMonth,
        CalendarUnit.Quarter => DaysOfAYear / 4,
        CalendarUnit.Year => DaysOfAYear,
    };

    /// <summary>The continuous rate per unit of time to which an annual effective rate comes.</summary>
    internal static double ContinuousRate(double annualDiscountRate, CalendarUnit unit) =>
        AccurateMath.LogOnePlus(annualDiscountRate) * (Days(unit) / DaysOfAYear);

    internal static double Time(double time) => Guard.Finite(Guard.NotNegative(time));

    /// <summary>An annual rate above 0; a rate above 1 was meant in percent.</summary>
    internal static double DiscountRate(double rate, string name) =>
        rate is > 0 and <= 1 ? rate : throw Guard.Outside(name, "must be above 0 and not above 1, which is 100 %", rate, Guard.Fraction(rate));
}
