using CxKpi;
using NodaTime;

namespace LiveWindows;

/// <summary>Invents answers, so that a first look has something to look at: a month of them, then some more each second.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
/// <param name="ingest">Where they go.</param>
/// <param name="settings">The calendar.</param>
/// <param name="clock">When they are given.</param>
/// <param name="host">Tells when the windows can be reached.</param>
public sealed class Demo<TKpi>(Ingest<TKpi> ingest, LiveWindowsSettings settings, IClock clock, IHostApplicationLifetime host) : BackgroundService
    where TKpi : struct, IKpi<TKpi>
{
    private const int AnswersADay = 300;

    private static readonly string[] Segments = ["chat", "e-mail", "phone", "shop"];

    // A source of its own in each run: its positions begin at 0.
    private readonly string source = $"demo {Guid.NewGuid():N}";
    private readonly Random random = new(2026);
    private long position;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration whenStarted = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        Instant now = clock.GetCurrentInstant();
        for (Instant day = now - settings.Late; day < now; day += Duration.FromDays(1))
        {
            IEnumerable<Answered> ofDay = Enumerable.Range(0, AnswersADay).Select(i => Invented(day + i * Duration.FromDays(1) / AnswersADay));
            await ingest.TakeAsync([.. ofDay.Where(e => e.At <= now)]);
        }

        using PeriodicTimer second = new(TimeSpan.FromSeconds(1));
        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            await ingest.TakeAsync([.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => Invented(clock.GetCurrentInstant()))]);
        }
    }

    // Each segment has its own pleased share, and answers from 0 to 10 around it.
    private Answered Invented(Instant at)
    {
        int segment = random.Next(Segments.Length);
        return new(source, position++, Segments[segment], at, random.NextDouble() < 0.4 + 0.1 * segment ? random.Next(9, 11) : random.Next(3, 10));
    }
}
