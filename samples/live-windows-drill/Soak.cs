using System.Diagnostics;
using System.Net.Http.Json;

namespace LiveWindows.Drill;

/// <summary>The application under a bounded load for minutes: whether its memory grows, how long its answers take, and what a restart costs.</summary>
public static class Soak
{
    private const int BatchesASecond = 40, EventsInABatch = 25;
    private const double IsWarmAt = 0.2, IsKilledAt = 0.85;

    private static readonly TimeSpan BetweenPages = TimeSpan.FromSeconds(0.5), BetweenMemories = TimeSpan.FromSeconds(2);

    /// <summary>Runs the load, and stops everything that it has started.</summary>
    /// <param name="lasting">How long the load lasts: half a minute or more.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="InvalidOperationException">Redis is not installed, or a process does not start.</exception>
    public static async Task<SoakReport> RunAsync(TimeSpan lasting, CancellationToken cancellation = default)
    {
        const int BatchesAtATime = 20;
        TimeSpan every = TimeSpan.FromSeconds((double)Survey.Sources / BatchesASecond);
        int batches = (int)(lasting / every / BatchesAtATime) * BatchesAtATime;
        Survey survey = new("soak", batches * EventsInABatch, IsNumbered: true, batches);
        using HttpClient http = new() { Timeout = TimeSpan.FromMinutes(1) };
        await using RedisServer redis = await RedisServer.StartAsync(cancellation);
        await using Silo silo = await Silo.StartAsync(redis, http, cancellation, isMeasured: true);

        List<MemoryTaken> memories = [];
        List<TimeSpan> pages = [];
        Sender sender = new(http, [silo.Address], _ => Task.CompletedTask, every);
        Task sending = sender.SendAsync(survey, cancellation);
        await Task.Delay(lasting * IsWarmAt, cancellation);
        long warm = Stopwatch.GetTimestamp();
        using (CancellationTokenSource steady = CancellationTokenSource.CreateLinkedTokenSource(cancellation))
        {
            steady.CancelAfter(lasting * (IsKilledAt - IsWarmAt));
            await Task.WhenAll(
                RepeatAsync(BetweenPages, async () => pages.Add(await PageAsync(silo.Address, http)), steady.Token),
                RepeatAsync(BetweenMemories, async () => memories.Add(await MemoryAsync(silo.Address, http)), steady.Token));
        }

        cancellation.ThrowIfCancellationRequested();
        long killed = Stopwatch.GetTimestamp();
        await silo.RestartAsync(http, cancellation);
        await sending;
        return new()
        {
            Steady = Stopwatch.GetElapsedTime(warm, killed),
            Batches = [.. sender.TimesBetween(warm, killed)],
            Pages = pages,
            Memories = memories,
            AfterRestart = sender.RecoveryFrom(killed),
            Windows = await ClusterDrill.CompareAsync(survey, silo.Address, http, cancellation),
        };
    }

    private static async Task RepeatAsync(TimeSpan every, Func<Task> act, CancellationToken until)
    {
        using PeriodicTimer timer = new(every);
        try
        {
            do
            {
                await act();
            }
            while (await timer.WaitForNextTickAsync(until));
        }
        catch (OperationCanceledException) when (until.IsCancellationRequested)
        {
            // The time is over.
        }
    }

    private static async Task<TimeSpan> PageAsync(Uri silo, HttpClient http)
    {
        long begun = Stopwatch.GetTimestamp();
        using HttpResponseMessage page = await http.GetAsync(silo);
        page.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task<MemoryTaken> MemoryAsync(Uri silo, HttpClient http) =>
        (await http.GetFromJsonAsync<MemoryTaken>(new Uri(silo, MeasuredApplication.Memory)))!;
}
