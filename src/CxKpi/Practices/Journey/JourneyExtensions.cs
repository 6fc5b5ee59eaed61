using CxKpi.Practices;
using NodaTime;

namespace CxKpi;

/// <summary>Divides KPIs by the delay of answers, and tells which part carries the whole.</summary>
public static class JourneyExtensions
{
    // At once, and on the day: what tools for surveys call real time and immediate.
    private static readonly Duration[] Usual = [Duration.FromMinutes(5), Duration.FromHours(24)];

    /// <summary>A KPI by how long after the event customers answered.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="delay">The time from the event to the answer of a row; not negative.</param>
    /// <param name="kpi">The KPI of a row.</param>
    /// <param name="limits">Where one range ends and the next begins, rising; 5 minutes and 24 hours when there are none.</param>
    /// <returns>The segments by range, the shortest delays first; ranges without rows are left out.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A delay is negative, or the limits do not rise from above 0.</exception>
    /// <remarks>
    /// Those who answer late are other customers than those who answer at once. A lower score of late answers may be theirs and not the delay's.
    /// </remarks>
    public static Segments<DelayBucket, TKpi> TallyByDelay<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        Func<TRow, Duration> delay,
        Func<TRow, TKpi> kpi,
        params IReadOnlyList<Duration> limits)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(delay);
        Guard.NotNull(kpi);
        Duration[] ends = Guard.NotNull(limits).Count == 0 ? Usual : [.. limits];
        for (int i = 0; i < ends.Length; i++)
        {
            if (ends[i] <= (i == 0 ? Duration.Zero : ends[i - 1]))
            {
                throw Guard.OutsideAt(i, nameof(limits), "must rise from above zero", ends[i]);
            }
        }

        TKpi[] records = new TKpi[ends.Length + 1];
        bool[] seen = new bool[records.Length];
        long position = 0;
        foreach (TRow row in rows)
        {
            Duration late = delay(row);
            if (late < Duration.Zero)
            {
                throw Guard.OutsideAt(position, nameof(delay), "must not be negative", late);
            }

            int place = Array.FindLastIndex(ends, end => end <= late) + 1;
            records[place] = records[place].Combine(kpi(row));
            seen[place] = true;
            position++;
        }

        return new(Enumerable.Range(0, records.Length).Where(place => seen[place]).ToDictionary(
            place => new DelayBucket(place == 0 ? Duration.Zero : ends[place - 1], place == ends.Length ? null : ends[place]),
            place => records[place]));
    }

    /// <summary>What each stage of a journey, or any other segment, does to the total.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record, whose value is a ratio of totals, such as a share, a net score or a mean.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <returns>
    /// The contributions in the order of the segments; figures are <see langword="null"/> where the value is no ratio of totals or undefined.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public static IReadOnlyList<SegmentContribution<TKey>> Contributions<TKey, TKpi>(this Segments<TKey, TKpi> segments)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        TKpi total = Guard.NotNull(segments).Total;
        double? all = total.Totals is { Denominator: not 0 and var divisor } ? (double)divisor : null;
        return
        [
            .. segments.Select(segment => new SegmentContribution<TKey>(
                segment.Key,
                segment.Value.Value,
                (double?)(segment.Value.Totals?.Denominator) / all,
                total.Value,
                segments.AllBut(segment.Key).Value)),
        ];
    }
}
