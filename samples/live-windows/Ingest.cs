using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using CxKpi;
using NodaTime;

namespace LiveWindows;

/// <summary>Takes batches of events: checks them, adds them up by window, segment and source, and sends a tally to each window.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
/// <remarks>
/// A source sends one batch after the other, and a batch again until it is answered: then nothing is lost, and nothing counts twice, whoever fails in between.
/// </remarks>
/// <param name="grains">Where the windows are.</param>
/// <param name="kpi">What they hold.</param>
/// <param name="settings">The calendar of the windows and the limit of lateness.</param>
/// <param name="clock">Tells what is late.</param>
/// <param name="meter">Counts events by what became of them.</param>
public sealed class Ingest<TKpi>(IGrainFactory grains, LiveKpi<TKpi> kpi, LiveWindowsSettings settings, IClock clock, Meter meter)
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>The largest batch.</summary>
    public const int MostEvents = 10_000;

    /// <summary>The longest name of a source or a segment.</summary>
    public const int LongestName = 100;

    private static readonly Duration ClockTolerance = Duration.FromMinutes(5);

    private readonly Counter<long> counted = meter.CreateCounter<long>("live_windows.events", "{event}", "Events by what became of them");
    private readonly ConcurrentDictionary<string, bool> segments = new(StringComparer.Ordinal);

    /// <summary>Takes a batch.</summary>
    /// <param name="events">The events, of any sources, segments and windows.</param>
    /// <returns>What became of them; all that it calls taken is stored.</returns>
    /// <exception cref="InvalidDataException">An event cannot be; nothing of the batch is taken then. The message names its place in the batch.</exception>
    public async Task<Receipt> TakeAsync(IReadOnlyList<Answered> events)
    {
        if (events.Count > MostEvents)
        {
            throw new InvalidDataException($"a batch must have at most {MostEvents} events; got {events.Count}");
        }

        Read[] read = [.. events.Select(ReadAt)];
        Instant now = clock.GetCurrentInstant();
        ILookup<Timing, Read> timed = read.ToLookup(e => TimingOf(e, now));
        Read[] once = [.. timed[Timing.InTime].GroupBy(e => e.Source, StringComparer.Ordinal).SelectMany(InOrder)];
        await KnowAsync([.. once.Select(e => e.Segment).Distinct(StringComparer.Ordinal)]);

        int[] taken = await Task.WhenAll(once.GroupBy(e => (e.Window, e.Segment)).Select(part => SendAsync(part.Key, [.. part])));
        Receipt receipt = new(taken.Sum(), timed[Timing.InTime].Count() - taken.Sum(), timed[Timing.Late].Count(), timed[Timing.Early].Count());
        Count(receipt);
        return receipt;
    }

    /// <summary>The key of a window's grain.</summary>
    /// <param name="window">The window.</param>
    /// <param name="segment">The segment.</param>
    /// <returns>The key.</returns>
    public static string KeyOf(CalendarPeriod window, string segment) => $"{window}/{segment}";

    // A position that comes twice is one event, sent twice; with two contents the source has lost count, and either of them could be the true one.
    private static IEnumerable<Read> InOrder(IEnumerable<Read> ofSource)
    {
        Read? before = null;
        foreach (Read e in ofSource.OrderBy(e => e.Position))
        {
            if (before is { } last && last.Position == e.Position)
            {
                _ = last == e ? e : throw new InvalidDataException($"position {e.Position} of source {e.Source} must be one event, and is two");
                continue;
            }

            before = e;
            yield return e;
        }
    }

    private static string Name(string name, string what) => !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName
        ? name
        : throw new InvalidDataException($"{what} must be a name of at most {LongestName} characters");

    private Read ReadAt(Answered e, int index)
    {
        try
        {
            ArgumentNullException.ThrowIfNull(e);
            long position = e.Position >= 0 ? e.Position : throw new InvalidDataException($"position must not be negative; got {e.Position}");
            return new(Name(e.Source, "source"), position, Name(e.Segment, "segment"), e.At, settings.Calendar.Of(e.At), kpi.FromAnswer(e.Answer));
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidDataException)
        {
            throw new InvalidDataException($"event {index}: {refusal.Message}", refusal);
        }
    }

    private Timing TimingOf(Read e, Instant now) =>
        e.At > now + ClockTolerance ? Timing.Early : settings.Calendar.EndOf(e.Window) + settings.Late < now ? Timing.Late : Timing.InTime;

    private async Task KnowAsync(ImmutableArray<string> names)
    {
        if (!names.All(segments.ContainsKey))
        {
            _ = await grains.GetGrain<ISegments>(0).Add(names)
                ? names
                : throw new InvalidDataException($"there must be at most {SegmentsGrain.Most} segments, and there would be more");
            foreach (string name in names)
            {
                segments.TryAdd(name, true);
            }
        }
    }

    // The window says where it stands; what it has taken already is cut off, and the rest goes there again.
    private async Task<int> SendAsync((CalendarPeriod Window, string Segment) to, Read[] events)
    {
        IWindow<TKpi> window = grains.GetGrain<IWindow<TKpi>>(KeyOf(to.Window, to.Segment));
        Read[][] left = [.. events.GroupBy(e => e.Source, StringComparer.Ordinal).Select(ofSource => ofSource.ToArray())];
        int taken = 0;
        while (left.Length > 0)
        {
            ImmutableArray<long> known = await window.Take([.. left.Select(of => new SourceTally<TKpi>(
                of[0].Source, of[0].Position, of[^1].Position, of.Tally(e => e.Kpi)))]);
            (Read[] Events, long Known)[] answered = [.. left.Zip(known)];
            taken += answered.Where(of => of.Known < of.Events[0].Position).Sum(of => of.Events.Length);
            left =
            [
                .. answered.Where(of => of.Known >= of.Events[0].Position && of.Known < of.Events[^1].Position)
                    .Select(of => Array.FindAll(of.Events, e => e.Position > of.Known)),
            ];
        }

        return taken;
    }

    private void Count(Receipt receipt)
    {
        foreach ((string outcome, int events) in new[]
        {
            ("taken", receipt.Taken), ("repeated", receipt.Repeated), ("late", receipt.Late), ("early", receipt.Early),
        })
        {
            counted.Add(events, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }

    private enum Timing
    {
        InTime,
        Late,
        Early,
    }

    private sealed record Read(string Source, long Position, string Segment, Instant At, CalendarPeriod Window, TKpi Kpi);
}
