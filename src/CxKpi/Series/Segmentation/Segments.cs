using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One KPI per segment (such as agent, channel or country), in the order in which the segments were first seen.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class Segments<TKey, TKpi> : IReadOnlyDictionary<TKey, TKpi>, ILocalizedFace
    where TKey : notnull
    where TKpi : struct, IKpi<TKpi>
{
    private const string Here = "segments", OneRule = "add up or compare those of one rule";

    private readonly Dictionary<TKey, TKpi> records;

    internal Segments(Dictionary<TKey, TKpi> records) => this.records = records;

    /// <summary>The number of segments.</summary>
    public int Count => records.Count;

    /// <summary>The keys of the segments.</summary>
    public IEnumerable<TKey> Keys => records.Keys;

    /// <summary>The records of the segments.</summary>
    public IEnumerable<TKpi> Values => records.Values;

    /// <summary>The record over all segments, from their combined evidence and never as an average of averages.</summary>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public TKpi Total => Together(records);

    /// <summary>
    /// The same for faces, which show what was accepted; <see langword="null"/> when the records have no total: their rules differ, or their counts pass the
    /// range of their type.
    /// </summary>
    internal TKpi? TotalIfAny
    {
        get
        {
            try
            {
                return Total;
            }
            catch (Exception error) when (error is ArgumentException or OverflowException)
            {
                return null;
            }
        }
    }

    /// <summary>The record of one segment.</summary>
    /// <param name="key">The key of the segment.</param>
    /// <returns>The record of the segment.</returns>
    /// <exception cref="KeyNotFoundException">There is no such segment; the message names those that exist.</exception>
    public TKpi this[TKey key] => records.TryGetValue(key, out TKpi record) ? record : throw Missing(key);

    /// <summary>
    /// Orders the segments from the best to the worst value by the KPI's direction, or from the highest value for a KPI without a good direction.
    /// Segments without a value come last.
    /// </summary>
    /// <returns>The keys and records in this order.</returns>
    public IReadOnlyList<KeyValuePair<TKey, TKpi>> BestFirst()
    {
        double sign = TKpi.Definition.Direction == KpiDirection.LowerIsBetter ? 1 : -1;
        return [.. records.OrderBy(segment => segment.Value.Value is { } value ? sign * value : double.PositiveInfinity)];
    }

    /// <summary>
    /// Orders the segments from the worst to the best value by the KPI's direction, or from the lowest value for a KPI without a good direction.
    /// Segments without a value come last.
    /// </summary>
    /// <returns>The keys and records in this order.</returns>
    public IReadOnlyList<KeyValuePair<TKey, TKpi>> WorstFirst()
    {
        double sign = TKpi.Definition.Direction == KpiDirection.LowerIsBetter ? -1 : 1;
        return [.. records.OrderBy(segment => segment.Value.Value is { } value ? sign * value : double.PositiveInfinity)];
    }

    /// <summary>Combines the records of all other segments. Compare a segment with this rather than with the total, which contains the segment.</summary>
    /// <param name="key">The key of the segment to leave out.</param>
    /// <returns>The combined record of all others.</returns>
    /// <exception cref="KeyNotFoundException">There is no such segment; the message names those that exist.</exception>
    public TKpi AllBut(TKey key)
    {
        if (!records.ContainsKey(key))
        {
            throw Missing(key);
        }

        return Together(records.Where(segment => !records.Comparer.Equals(segment.Key, key)));
    }

    /// <summary>Returns whether a segment exists.</summary>
    /// <param name="key">The key of the segment.</param>
    /// <returns><see langword="true"/> when the segment exists.</returns>
    public bool ContainsKey(TKey key) => records.ContainsKey(key);

    /// <summary>Looks up the record of a segment.</summary>
    /// <param name="key">The key of the segment.</param>
    /// <param name="value">The record of the segment, or an empty record when there is none.</param>
    /// <returns><see langword="true"/> when the segment exists.</returns>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TKpi value) => records.TryGetValue(key, out value);

    /// <summary>Enumerates the segments in the order in which they were first seen.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<TKey, TKpi>> GetEnumerator() => records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static TKpi Together(IEnumerable<KeyValuePair<TKey, TKpi>> segments, string name = Here) =>
        segments.Aggregate(default(TKpi), (all, segment) => HeldRecords.Combine(all, segment.Value, name, OneRule));

    private static TKpi Together(TKpi some, TKpi more) => HeldRecords.Combine(some, more, Here, OneRule);

    // The first ten keys are enough to see a slip of spelling.
    private KeyNotFoundException Missing(TKey key)
    {
        IEnumerable<string> keys = records.Keys.Take(10).Select(Named);
        string which = Count == 0 ? "there are none" : $"the segments are {string.Join(", ", keys)}{(Count > 10 ? $" and {Count - 10} more" : string.Empty)}";
        return new($"there is no segment {Named(key)}; {which}");

        static string Named(TKey key) => TerminalText.Clean(TableLabel.Of(TableLabel.OfKey(key)));
    }

    /// <summary>The segments as text, one line per segment.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Join(Environment.NewLine, records.Select(segment => $"{TerminalText.Clean(TableLabel.OfKey(segment.Key))}: {segment.Value}"));
}
