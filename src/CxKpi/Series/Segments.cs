using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CxKpi;

/// <summary>One KPI per segment - agent, channel, country - in the order in which the segments were first seen.</summary>
/// <typeparam name="TKey">What tells segments apart.</typeparam>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class Segments<TKey, TKpi> : IReadOnlyDictionary<TKey, TKpi>, ILocalizedFace
    where TKey : notnull
    where TKpi : struct, IKpi<TKpi>
{
    private readonly Dictionary<TKey, TKpi> records;

    internal Segments(Dictionary<TKey, TKpi> records) => this.records = records;

    /// <summary>The number of segments.</summary>
    public int Count => records.Count;

    /// <summary>The segments' keys.</summary>
    public IEnumerable<TKey> Keys => records.Keys;

    /// <summary>The segments' records.</summary>
    public IEnumerable<TKpi> Values => records.Values;

    /// <summary>The record over all segments: combined evidence, never an average of averages.</summary>
    public TKpi Total => records.Values.Tally(record => record);

    /// <summary>The record of one segment.</summary>
    /// <param name="key">The segment.</param>
    /// <returns>Its record.</returns>
    /// <exception cref="KeyNotFoundException">There is no such segment.</exception>
    public TKpi this[TKey key] => records[key];

    /// <summary>
    /// The segments from the best to the worst value by the KPI's direction; without a good direction from the highest. Segments without a value come last.
    /// </summary>
    /// <returns>Keys and records.</returns>
    public IReadOnlyList<KeyValuePair<TKey, TKpi>> BestFirst()
    {
        double sign = TKpi.Definition.Direction == KpiDirection.LowerIsBetter ? 1 : -1;
        return [.. records.OrderBy(segment => segment.Value.Value is { } value ? sign * value : double.PositiveInfinity)];
    }

    /// <summary>The record of the other segments together: the right thing to compare a segment with, since a total contains it.</summary>
    /// <param name="key">The segment to leave out.</param>
    /// <returns>The combined record of all others.</returns>
    /// <exception cref="KeyNotFoundException">There is no such segment.</exception>
    public TKpi AllBut(TKey key)
    {
        if (!records.ContainsKey(key))
        {
            throw new KeyNotFoundException($"there is no segment {TableLabel.OfKey(key)}");
        }

        return records.Where(segment => !records.Comparer.Equals(segment.Key, key)).Tally(segment => segment.Value);
    }

    /// <summary>
    /// The total with an interval that takes segments as the sampling units, for answers that come in clusters,
    /// such as several from one customer: treating those as independent understates the uncertainty.
    /// </summary>
    /// <param name="cluster">A record's evidence as one row, such as <c>nps => nps.Evidence.AsCluster()</c>.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>
    /// The estimate by a linearised ratio of totals; <see langword="null"/> when the value is undefined; flagged below ten clusters.
    /// Limits of shares and net scores are cut to their range.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="cluster"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? EstimateClustered(Func<TKpi, RatioTally> cluster, double confidence = 0.95)
    {
        Guard.NotNull(cluster);
        RatioTally rows = default;
        foreach (TKpi record in records.Values)
        {
            rows = rows.Combine(cluster(record));
        }

        return rows.Estimate(confidence) is { } estimate
            ? WithinRange(estimate).With(rows.Rows < 10 ? EstimateFlags.FewClusters : EstimateFlags.None)
            : null;
    }

    /// <summary>Whether there is a segment.</summary>
    /// <param name="key">The segment.</param>
    /// <returns><see langword="true"/> when it was seen.</returns>
    public bool ContainsKey(TKey key) => records.ContainsKey(key);

    /// <summary>The record of a segment, if there is one.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="value">Its record, or no data.</param>
    /// <returns><see langword="true"/> when it was seen.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TKpi value) => records.TryGetValue(key, out value);

    /// <summary>Enumerates the segments in the order in which they were first seen.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<TKey, TKpi>> GetEnumerator() => records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Estimate WithinRange(Estimate estimate) => TKpi.Definition.Unit switch
    {
        KpiUnit.Share => estimate.Clipped(0, 1),
        KpiUnit.NetPoints => estimate.Clipped(-100, 100),
        _ => estimate,
    };

    /// <summary>A line per segment.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Join(Environment.NewLine, records.Select(segment => $"{TerminalText.Clean(TableLabel.OfKey(segment.Key))}: {segment.Value}"));
}
