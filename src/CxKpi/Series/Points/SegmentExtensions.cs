namespace CxKpi;

/// <summary>The parts of segments in their total.</summary>
public static class SegmentExtensions
{
    /// <summary>Returns the part of each segment in the total: of the observations, or of the volume where the KPI counts one.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <returns>
    /// By the keys of the segments, the observations of the segment out of those of all, in the order of the segments; the values add up to 1.
    /// A segment without data has none of them, and where no segment has data the values are <see langword="null"/>.
    /// </returns>
    /// <remarks>
    /// <code>share = n of the segment / n of all segments</code>
    /// A volume, such as that of contacts, is itself the number that is divided. The share says how much of the data is a segment's; it says nothing of the
    /// segment's value.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="segments"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">The observations of all segments exceed <see cref="long.MaxValue"/>.</exception>
    public static IReadOnlyDictionary<TKey, ShareTally> Shares<TKey, TKpi>(this Segments<TKey, TKpi> segments)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        (TKey Key, long N)[] counts = [.. Guard.NotNull(segments).Select(segment => (segment.Key, N(segment.Value)))];
        long all = counts.Sum(segment => segment.N);
        return counts.ToDictionary(segment => segment.Key, segment => new ShareTally(segment.N, all)).AsReadOnly();
    }

    private static long N<TKpi>(TKpi kpi)
        where TKpi : struct, IKpi<TKpi> =>
        TKpi.Definition.Unit == KpiUnit.Count ? (long)Math.Round(kpi.Value ?? 0) : kpi.Estimate()?.N ?? 0;
}
