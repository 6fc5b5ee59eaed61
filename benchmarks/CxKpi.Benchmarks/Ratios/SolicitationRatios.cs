using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Auditing a contact log in any order by two rules, against sorting the same rows by customer and time.</summary>
internal static class SolicitationRatios
{
    private const int Rows = 1_000_000;
    private const int RowsPerCustomer = 5;

    public static IEnumerable<Ratio> Measure()
    {
        Invitation<int>[] log = RandomLog();
        yield return new("solicitation.million_rows", 1 / Race.MedianSpeedRatio(
            n => SolicitationAudit.Of(log.Take(n), SolicitationRule.AtMost(2, 30), SolicitationRule.Apart(7)).Breaches.Count,
            n => Sorted(log[..n])[0].Customer,
            Rows), Target: 3, AtMost: true);
    }

    private static Invitation<int>[] Sorted(Invitation<int>[] rows)
    {
        Array.Sort(rows, static (x, y) => x.Customer.CompareTo(y.Customer) is not 0 and var customer ? customer : x.At.CompareTo(y.At));
        return rows;
    }

    private static Invitation<int>[] RandomLog()
    {
        Random random = new(6);
        string[] surveys = ["delivery", "hotline", "annual"], channels = ["e-mail", "sms"];
        return [.. Enumerable.Range(0, Rows).Select(_ => new Invitation<int>(
            random.Next(Rows / RowsPerCustomer),
            Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(365 * 24 * 60)),
            surveys[random.Next(surveys.Length)],
            channels[random.Next(channels.Length)]))];
    }
}
