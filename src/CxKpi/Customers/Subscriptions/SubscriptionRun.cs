using NodaTime;

namespace CxKpi;

/// <summary>The days on which one subscription holds, and what it brings in 28 years of 365.25 days.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day after it; <see langword="null"/> when there is none.</param>
/// <param name="Amount">The amount of money: in 28 years every unit fits a whole number of times, so that adding up is exact.</param>
internal readonly record struct SubscriptionRun(LocalDate From, LocalDate? Until, decimal Amount)
{
    /// <summary>What 1e20 a month bring: far more than any customer pays, and little enough for squares to add up.</summary>
    internal const decimal MostIn28Years = 336e20m;

    /// <summary>The most that a row may bring, per unit of time.</summary>
    internal static decimal Most(CalendarUnit per) => MostIn28Years / TimesIn28Years(per);

    internal static decimal In28Years(decimal amount, CalendarUnit per) => amount * TimesIn28Years(per);

    /// <summary>The amount of a month, to 1/10,000.</summary>
    internal static decimal PerMonth(decimal in28Years) => Math.Round(in28Years / TimesIn28Years(CalendarUnit.Month), 4);

    private static int TimesIn28Years(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Day => 10_227,
        CalendarUnit.Week => 1_461,
        CalendarUnit.Month => 336,
        CalendarUnit.Quarter => 112,
        CalendarUnit.Year => 28,
    };
}
