using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <content>Creates a funnel from an event log.</content>
public sealed partial class Funnel
{
    /// <summary>Creates the funnel from an event log. A unit reaches a step when it took all the steps before it, in their order.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a unit, such as a session or user number.</typeparam>
    /// <param name="events">The unit, the step and the time of each event, in any order; events of other steps are ignored.</param>
    /// <param name="steps">The names of the steps in order; two or more, none blank, all different.</param>
    /// <param name="window">The time from the first step within which the others must follow, its end included; greater than zero;
    /// <see langword="null"/> for any time.</param>
    /// <returns>The funnel. Each unit counts once, with the attempt that got furthest;
    /// other events may come in between, and events of the same instant are read in the order of the steps.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> or a name is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are fewer than two steps, a name is blank or occurs twice, an event has no step, or an event at one of the
    /// steps has no key; the message names the position of the event.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not greater than zero.</exception>
    public static Funnel FromEvents<TKey>(IEnumerable<(TKey Key, string Step, Instant Time)> events, ImmutableArray<string> steps, Duration? window = null)
        where TKey : notnull
    {
        Guard.NotNull(events);
        Dictionary<string, int> positions = Named(steps)
            .Select((name, position) => (name, position))
            .ToDictionary(step => step.name, step => step.position, StringComparer.Ordinal);
        if (window <= Duration.Zero)
        {
            throw Guard.Outside(nameof(window), "must be greater than zero", window);
        }

        Dictionary<TKey, int> units = [];
        List<(int Unit, Instant Time, int Step)> log = [];
        long row = 0;
        foreach ((TKey key, string step, Instant time) in events)
        {
            if (positions.TryGetValue(LogKey.Known(step, row, nameof(events), "a step"), out int position))
            {
                ref int unit = ref CollectionsMarshal.GetValueRefOrAddDefault(units, LogKey.Known(key, row, nameof(events)), out bool known);
                unit = known ? unit : units.Count - 1;
                log.Add((unit, time, position));
            }

            row++;
        }

        log.Sort();
        return new(steps, Reached(log, steps.Length, window));
    }

    /// <summary>Counts how many units reached each step, from a log sorted by unit, time and step.</summary>
    private static ImmutableArray<long> Reached(List<(int Unit, Instant Time, int Step)> log, int steps, Duration? window)
    {
        long[] counts = new long[steps];

        // For each step, when the latest attempt that got this far began: an attempt that began later has more of its window left.
        Instant?[] began = new Instant?[steps];
        int current = -1, furthest = -1;
        foreach ((int unit, Instant time, int step) in log)
        {
            if (unit != current)
            {
                Array.Clear(began);
                (current, furthest) = (unit, -1);
            }

            Instant? start = step == 0 ? time : began[step - 1];
            if (start is null || (window is { } longest && time - start > longest))
            {
                continue;
            }

            began[step] = start;
            if (step > furthest)
            {
                counts[step]++;
                furthest = step;
            }
        }

        return [.. counts];
    }
}
