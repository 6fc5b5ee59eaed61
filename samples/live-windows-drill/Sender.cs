using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace LiveWindows.Drill;

/// <summary>Sends a survey as real sources do: each sends one batch after the other, and a batch again, to the next silo, until it is answered.</summary>
/// <param name="http">The client.</param>
/// <param name="silos">Where the silos take events.</param>
/// <param name="acknowledged">Called after each answer with the number of events that were answered for so far.</param>
/// <param name="every">How long after one batch a source has the next; none is waited for where it is zero.</param>
internal sealed class Sender(HttpClient http, IReadOnlyList<Uri> silos, Func<long, Task> acknowledged, TimeSpan every = default)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5), GiveUpAfter = TimeSpan.FromMinutes(5);

    private readonly ConcurrentBag<(int Source, long Begun, long Answered)> answers = [];
    private long events;

    internal async Task SendAsync(Survey survey, CancellationToken cancellation) =>
        await Task.WhenAll(Enumerable.Range(0, Survey.Sources).Select(source => Task.Run(() => SendAsync(survey, source, cancellation), cancellation)));

    /// <summary>How long the batches took that were begun between two moments, and were answered before the second.</summary>
    internal IEnumerable<TimeSpan> TimesBetween(long from, long to) => answers.Where(answer => answer.Begun >= from && answer.Answered <= to)
        .Select(answer => Stopwatch.GetElapsedTime(answer.Begun, answer.Answered));

    /// <summary>How long after a moment every source that still had batches to send had one answered that it began after that moment.</summary>
    internal TimeSpan RecoveryFrom(long moment) => answers.Where(answer => answer.Begun >= moment).GroupBy(answer => answer.Source)
        .Select(source => Stopwatch.GetElapsedTime(moment, source.Min(answer => answer.Answered)))
        .DefaultIfEmpty().Max();

    private async Task SendAsync(Survey survey, int source, CancellationToken cancellation)
    {
        int silo = source, sent = 0;
        long first = Stopwatch.GetTimestamp();
        foreach (Answered[] batch in survey.BatchesOf(source))
        {
            // Sources do not keep time with each other.
            TimeSpan due = every * (sent++ + (double)source / Survey.Sources) - Stopwatch.GetElapsedTime(first);
            await Task.Delay(due > TimeSpan.Zero ? due : TimeSpan.Zero, cancellation);
            long begun = Stopwatch.GetTimestamp();
            while (!await IsAnsweredAsync(silos[silo++ % silos.Count], batch, cancellation))
            {
                _ = Stopwatch.GetElapsedTime(begun) < GiveUpAfter ? begun : throw new TimeoutException($"no silo has answered for {GiveUpAfter}");
                await Task.Delay(Pause, cancellation);
            }

            answers.Add((source, begun, Stopwatch.GetTimestamp()));
            await acknowledged(Interlocked.Add(ref events, batch.Length));
        }
    }

    private async Task<bool> IsAnsweredAsync(Uri silo, Answered[] batch, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await http.PostAsJsonAsync(new Uri(silo, "events"), batch, cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => true,
                HttpStatusCode.ServiceUnavailable => false,
                _ => throw new InvalidOperationException($"{silo} answered {response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellation)}"),
            };
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
