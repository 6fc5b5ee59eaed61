using System.Diagnostics;
using System.Globalization;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Benchmarks.ValueModels;

/// <summary>Prints how long it takes to fit models to many customers and to value them, on the machine at hand.</summary>
internal static class ValueModelTimes
{
    public static int Run(TextWriter output)
    {
        PurchaseHistory[] million = SimulatedCustomers.Histories(1_000_000);
        PurchaseHistory[] some = million[..100_000];
        (int Customer, LocalDate Day, decimal Amount)[] log = SimulatedCustomers.Log(1_000_000, customers: 200_000);
        (int Customer, LocalDate Day, decimal Amount)[] few =
        [
            .. million.SelectMany((history, i) => Enumerable.Range(0, history.Frequency + 1).Select(k => (
                i, new LocalDate(2024, 9, 29).PlusDays(-(int)history.Age + (k == 0 ? 0 : (int)history.Recency - history.Frequency + k)), 20m + i % 7))),
        ];
        BgNbd.Fit(some[..2000], CalendarUnit.Day);
        ParetoNbd.Fit(some[..2000], CalendarUnit.Day);

        FittedModel<BgNbd> fit = Timed(output, "fit BG/NBD to 1,000,000 customers", () => BgNbd.Fit(million, CalendarUnit.Day));
        output.WriteLine($"  {fit}");
        FittedModel<ParetoNbd> pareto = Timed(output, "fit Pareto/NBD to 100,000 customers", () => ParetoNbd.Fit(some, CalendarUnit.Day));
        output.WriteLine($"  {pareto}");
        Timed(output, "summarise 1,000,000 transactions of 200,000 customers", () => Histories(log, new(2024, 12, 31)));
        PurchaseHistories<int> customers = Histories(few, new(2024, 9, 29));
        Timed(output, "value 1,000,000 customers over 12 months", () => LifetimeValue.OfAll(fit.Model!, new GammaGamma(6.25, 3.74, 15.44), customers));
        return 0;
    }

    private static PurchaseHistories<int> Histories((int Customer, LocalDate Day, decimal Amount)[] log, LocalDate end) =>
        PurchaseLog.Summarise(log, row => row.Customer, row => row.Day, row => row.Amount, CalendarUnit.Day, end);

    private static T Timed<T>(TextWriter output, string what, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-55} {Stopwatch.GetElapsedTime(start).TotalSeconds,8:0.00} s"));
        return result;
    }
}
