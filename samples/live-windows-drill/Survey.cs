using CxKpi;
using NodaTime;

namespace LiveWindows.Drill;

/// <summary>Invented events of several sources, some of them sent twice, and what the windows must hold afterwards.</summary>
/// <param name="Name">What the names of its sources and segments begin with.</param>
/// <param name="EventsPerSource">How many different events a source has.</param>
/// <param name="IsNumbered">Whether an event that is sent again keeps its position. Where it does not, it counts again: the check must find that.</param>
/// <param name="Batches">How many batches a source has, before some are sent again: a multiple of 20 that the events of a source are a multiple of.</param>
public sealed record Survey(string Name, int EventsPerSource, bool IsNumbered, int Batches = 40)
{
    /// <summary>How many sources send at the same time.</summary>
    public const int Sources = 20;

    private const int Segments = 5, Days = 34, LatestDays = 2;

    // The clocks go forward in between, so that one window is an hour shorter.
    private static readonly LocalDate FirstDay = new(2026, 3, 10);

    /// <summary>The zone of the windows.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>How many different events there are.</summary>
    public long Events => (long)Sources * EventsPerSource;

    /// <summary>How many of them are sent twice.</summary>
    public long Repeated => Events / 10;

    /// <summary>What a source sends, in order.</summary>
    /// <param name="source">The number of the source.</param>
    /// <returns>
    /// Batches. One of twenty is sent twice, as if its answer had been lost; and one of ten begins with the second half of the one before, as if the source had
    /// begun again where it last knew that it was safe.
    /// </returns>
    public IEnumerable<Answered[]> BatchesOf(int source)
    {
        IEnumerable<Answered> events = Observed(source).Select((e, i) => new Answered($"{Name} {source}", i, e.Segment, e.At, e.Answer));
        Answered[][] batches = [.. events.Chunk(EventsPerSource / Batches)];
        long next = 0;
        for (int i = 0; i < batches.Length; i++)
        {
            Answered[] batch = i % 10 == 1 + source % 9 ? [.. batches[i - 1].Skip(batches[i].Length / 2), .. batches[i]] : batches[i];
            foreach (Answered[] sent in i % 20 == source ? new[] { batch, batches[i] } : [batch])
            {
                yield return IsNumbered ? sent : [.. sent.Select(e => e with { Position = next++ })];
            }
        }
    }

    /// <summary>What the windows must hold, by a plain count of the observations.</summary>
    /// <returns>The score of each window and segment.</returns>
    public Dictionary<(CalendarPeriod Window, string Segment), Nps> Expected()
    {
        Dictionary<(CalendarPeriod, string), int[]> counts = [];
        foreach ((LocalDate day, string segment, _, int? answer) in Enumerable.Range(0, Sources).SelectMany(Observed))
        {
            (CalendarPeriod, string) window = (CalendarPeriod.Containing(CalendarUnit.Day, day), segment);
            int[] ofWindow = counts.TryGetValue(window, out int[]? known) ? known : counts[window] = new int[4];
            ofWindow[answer switch { >= 9 => 0, >= 7 => 1, >= 0 => 2, _ => 3 }]++;
        }

        return counts.ToDictionary(window => window.Key, window => ScoreOf(window.Value));

        static Nps ScoreOf(int[] count) => new(count[0], count[1], count[2], new ExcludedAnswers(count[3]));
    }

    // Time goes on with the events, and one of twenty arrives a day or two late. One question of fifty was left out.
    private IEnumerable<(LocalDate Day, string Segment, Instant At, int? Answer)> Observed(int source)
    {
        Random random = new(source);
        for (int i = 0; i < EventsPerSource; i++)
        {
            int late = random.Next(20) == 0 ? random.Next(1, LatestDays + 1) : 0;
            LocalDate day = FirstDay.PlusDays(Math.Max(0, (int)((long)i * Days / EventsPerSource) - late));
            Instant at = (day + LocalTime.FromSecondsSinceMidnight(random.Next(86_400))).InZoneLeniently(Zone).ToInstant();
            yield return (day, $"{Name} {random.Next(Segments)}", at, random.Next(50) == 0 ? null : random.Next(11));
        }
    }
}
