using NodaTime;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>What the request handler of a dashboard computes of rows in memory, against the plain LINQ and the loops that people write.</summary>
/// <remarks>The rivals keep a figure without evidence: no squares for an interval, and nothing to add to.</remarks>
internal static class HandlerRatios
{
    private const int Rows = 100_000;
    private const int Agents = 40;

    private static readonly Duration Within = Duration.FromSeconds(20);
    private static readonly QueueThresholds Thresholds = new(Within);
    private static readonly TopBox Cut = new(RatingScale.OneToFive, 4);

    public static IEnumerable<Ratio> Measure()
    {
        Call[] calls = RandomCalls();
        Ticket[] tickets = [.. calls.Select(call => new Ticket(Instant.FromUnixTimeSeconds(0), null, Instant.FromUnixTimeSeconds(0) + call.HandleTime))];
        decimal[] orders = [.. calls.Select(call => call.Order)];
        QueuedContact[] contacts = [.. calls.Select(call => call.Queue)];

        yield return Slower("handler.four_kpis_40_agents.vs_linq", n => FourKpis(First(calls, n)), n => FourByLinq(First(calls, n)), 1.2);
        yield return Slower("duration.100k.vs_plain_loop", n => ResolutionTime.FromTickets(First(tickets, n)).N, n => MeanResolution(First(tickets, n)), 3);
        yield return Slower("money.100k.vs_plain_loop", n => AverageOrderValue.FromOrders(First(orders, n)).N, n => MeanOrder(First(orders, n)), 3);
        yield return Slower("queue.100k.vs_plain_loop", n => ServiceLevel.FromContacts(First(contacts, n), Thresholds).N, n => InTime(First(contacts, n)), 3);
    }

    /// <summary>How many times the plain way's time the library takes.</summary>
    private static Ratio Slower(string name, Func<int, long> own, Func<int, long> plain, double target) =>
        new(name, 1 / Race.MedianSpeedRatio(own, plain, Rows), target, AtMost: true);

    // Shorter arrays serve the warm-up only.
    private static T[] First<T>(T[] all, int n) => n == all.Length ? all : all[..n];

    private static long FourKpis(Call[] calls)
    {
        Segments<string, Nps> nps = calls.TallyBy(call => call.Agent, call => Nps.FromAnswer(call.Score));
        Segments<string, Csat> csat = calls.TallyBy(call => call.Agent, call => Csat.FromAnswer(call.Satisfaction, Cut));
        Segments<string, AverageHandleTime> handled = calls.TallyBy(call => call.Agent, call => new AverageHandleTime(DurationTally.One(call.HandleTime)));
        Segments<string, ServiceLevel> inTime = calls.TallyBy(call => call.Agent, call => ServiceLevel.FromContact(call.Queue, Thresholds));
        return nps.Count + csat.Count + handled.Count + inTime.Count;
    }

    private static long FourByLinq(Call[] calls)
    {
        return calls
            .GroupBy(call => call.Agent, StringComparer.Ordinal)
            .Select(own => new
            {
                Agent = own.Key,
                Nps = 100.0 * (own.Count(call => call.Score >= 9) - own.Count(call => call.Score <= 6)) / own.Count(),
                Csat = (double)own.Count(call => call.Satisfaction >= 4) / own.Count(),
                HandleTime = own.Average(call => call.HandleTime.TotalSeconds),
                InTime = (double)own.Count(call => call.Queue.Outcome == QueueOutcome.Answered && call.Queue.Wait <= Within)
                    / own.Count(call => call.Queue.Outcome != QueueOutcome.FlowedOut),
            })
            .ToDictionary(own => own.Agent, StringComparer.Ordinal)
            .Count;
    }

    private static long MeanResolution(Ticket[] tickets)
    {
        Duration total = Duration.Zero;
        int resolved = 0;
        foreach (Ticket ticket in tickets)
        {
            if (ticket.Resolved is { } at)
            {
                total += at - ticket.Created;
                resolved++;
            }
        }

        return (long)(total / resolved).TotalSeconds;
    }

    private static long MeanOrder(decimal[] orders)
    {
        decimal total = 0;
        foreach (decimal order in orders)
        {
            total += order;
        }

        return (long)(total / orders.Length);
    }

    private static long InTime(QueuedContact[] contacts)
    {
        long offered = 0, inTime = 0;
        foreach (QueuedContact contact in contacts)
        {
            if (contact.Outcome == QueueOutcome.Answered)
            {
                offered++;
                inTime += contact.Wait <= Within ? 1 : 0;
            }
            else if (contact.Outcome == QueueOutcome.Abandoned)
            {
                offered++;
            }
        }

        return 100 * inTime / offered;
    }

    private static Call[] RandomCalls()
    {
        Random random = new(14);
        string[] agents = [.. Enumerable.Range(0, Agents).Select(agent => $"agent {agent}")];
        return
        [
            .. Enumerable.Range(0, Rows).Select(_ => new Call(
                agents[random.Next(Agents)],
                random.Next(11),
                random.Next(1, 6),
                Duration.FromMilliseconds(random.Next(20_000, 900_000)),
                random.Next(500, 50_000) / 100m,
                new QueuedContact((QueueOutcome)Math.Max(0, random.Next(12) - 9), Duration.FromMilliseconds(random.Next(60_000))))),
        ];
    }

    private sealed record Call(string Agent, int Score, int Satisfaction, Duration HandleTime, decimal Order, QueuedContact Queue);
}
