using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace LiveWindows.Drill;

/// <summary>Sends a survey as real sources do: each sends one batch after the other, and a batch again, to the next silo, until it is answered.</summary>
/// <param name="http">The client.</param>
/// <param name="silos">Where the silos take events.</param>
/// <param name="acknowledged">Called after each answer with the number of events that were answered for so far.</param>
internal sealed class Sender(HttpClient http, IReadOnlyList<Uri> silos, Func<long, Task> acknowledged)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5), GiveUpAfter = TimeSpan.FromMinutes(5);

    private readonly ConcurrentBag<(int Source, long Begun, long Answered)> answers = [];
    private long events;

    internal async Task SendAsync(Survey survey, CancellationToken cancellation) =>
        await Task.WhenAll(Enumerable.Range(0, Survey.Sources).Select(source => Task.Run(() => SendAsync(survey, source, cancellation), cancellation)));

    /// <summary>How long after a moment every source that still had batches to send had one answered that it began after that moment.</summary>
    internal TimeSpan RecoveryFrom(long moment) => answers.Where(answer => answer.Begun >= moment).GroupBy(answer => answer.Source)
        .Select(source => Stopwatch.GetElapsedTime(moment, source.Min(answer => answer.Answered)))
        .DefaultIfEmpty().Max();

    private async Task SendAsync(Survey survey, int source, CancellationToken cancellation)
    {
        int silo = source;
        foreach (Answered[] batch in survey.BatchesOf(source))
        {
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
