using CxKpi.Benchmarks.ValueModels;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>The likelihood of BG/NBD with its gradient against that of each customer and against the textbook's without one, and how times grow.</summary>
internal static class ValueModelRatios
{
    private const int Customers = 100_000, Many = 1_000_000;

    private static readonly double[] At = [0.5, 40, 0.9, 2];

    public static IEnumerable<Ratio> Measure()
    {
        PurchaseHistory[] all = SimulatedCustomers.Histories(Many);
        PurchaseTable Table(int n) => PurchaseTable.Of(all.Take(n));
        Dictionary<int, PurchaseTable> grouped = new[] { 1000, 2000, Customers, Many / 2, Many }.ToDictionary(n => n, Table);
        Dictionary<int, PurchaseTable> apart = new[] { 2000, Customers }.ToDictionary(n => n, n => PurchaseTable.Ungrouped([.. all.Take(n)]));
        Agree(Value(grouped[Customers]), TextbookBgNbd.LogLikelihood(all.AsSpan(0, Customers), At[0], At[1], At[2], At[3]));

        yield return new("bgnbd.grouped_vs_ungrouped", Race.MedianSpeedRatio(n => Bits(grouped[n]), n => Bits(apart[n]), Customers), Target: 1.5);
        yield return new("bgnbd.evaluation.vs_gamma_function_likelihood", Race.MedianSpeedRatio(
            n => Bits(apart[n]),
            n => BitConverter.DoubleToInt64Bits(TextbookBgNbd.LogLikelihood(all.AsSpan(0, n), At[0], At[1], At[2], At[3])),
            Customers), Target: 5);
        yield return new("bgnbd.evaluation.growth", Race.MedianSpeedRatio(n => Bits(grouped[n / 2]), n => Bits(grouped[n]), Many), Target: 2.4, AtMost: true);

        (int Customer, LocalDate Day, decimal Amount)[] log = SimulatedCustomers.Log(Many, customers: 200_000);
        yield return new("purchase_log.growth", Race.MedianSpeedRatio(n => Summarise(log, n / 2), n => Summarise(log, n), Many), Target: 2.4, AtMost: true);
    }

    private static double Value(PurchaseTable table) => new BetaGeometricLikelihood(table, early: 0, threads: 1).At(At, stackalloc double[4]);

    private static long Bits(PurchaseTable table) => BitConverter.DoubleToInt64Bits(Value(table));

    private static long Summarise((int Customer, LocalDate Day, decimal Amount)[] log, int rows) => PurchaseLog.Summarise(
        log.Take(rows), row => row.Customer, row => row.Day, row => row.Amount, CalendarUnit.Day, new(2024, 12, 31)).Customers.Count;

    private static void Agree(double one, double other)
    {
        if (!(Math.Abs(one / other - 1) < 1e-10))
        {
            throw new InvalidOperationException(FormattableString.Invariant($"the contenders differ: {one} and {other}"));
        }
    }
}
