using System.Collections;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One KPI per calendar period, without gaps: a period in which nothing happened is included and holds no data.</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class KpiSeries<TKpi> : IReadOnlyList<KeyValuePair<CalendarPeriod, TKpi>>, ILocalizedFace
    where TKpi : struct, IKpi<TKpi>
{
    private const string OneSide = "take one side of the series with Slice";

    private readonly KeyValuePair<CalendarPeriod, TKpi>[] points;

    internal KpiSeries(CalendarUnit unit, Dictionary<CalendarPeriod, TKpi> records, string name = "rows")
    {
        Unit = unit;
        if (records.Count == 0)
        {
            points = [];
            return;
        }

        CalendarPeriod first = records.Keys.Min();
        points =
        [
            .. Enumerable.Range(0, PeriodCount.WithoutGaps(first, records.Keys.Max(), name)).Select(first.Plus)
                .Select(period => KeyValuePair.Create(period, records.GetValueOrDefault(period))),
        ];
    }

    private KpiSeries(CalendarUnit unit, KeyValuePair<CalendarPeriod, TKpi>[] points)
    {
        Unit = unit;
        this.points = points;
    }

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit { get; }

    /// <summary>The number of periods from the first to the last, including empty ones.</summary>
    public int Count => points.Length;

    /// <summary>What all periods rest on together; <see langword="null"/> when their rules differ, or none has data.</summary>
    internal KpiBasis? CommonBasis => KpiBasis.Common(points.Select(point => point.Value));

    /// <summary>Whether the last period had not ended when the rows were gathered; such a period is shown and never tested.</summary>
    public bool IsLastIncomplete => IncompleteAtEnd > 0;

    /// <summary>Whether the rows begin within the first period, which they cover only in part; such a period is shown and never tested.</summary>
    public bool IsFirstIncomplete => IncompleteAtStart > 0;

    /// <summary>
    /// The number of periods at the end that the rows do not cover or cover only in part: more than one where <see cref="Over"/> added some.
    /// </summary>
    internal int IncompleteAtEnd { get; init; }

    /// <summary>The number of such periods at the start.</summary>
    internal int IncompleteAtStart { get; init; }

    /// <summary>The record over all periods, from their combined evidence and never as an average of averages; of a level, the latest.</summary>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public TKpi Total => Together(points);

    /// <summary>The period and the record at a position.</summary>
    /// <param name="index">The position, from 0 for the first period.</param>
    /// <returns>The period and its record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public KeyValuePair<CalendarPeriod, TKpi> this[int index] => points[Guard.Position(index, Count, "series")];

    /// <summary>The record of a period; it holds no data for a period outside the series.</summary>
    /// <param name="period">A period of the series' unit.</param>
    /// <returns>The record of the period.</returns>
    /// <exception cref="ArgumentException">The period has another unit.</exception>
    public TKpi this[CalendarPeriod period] => CalendarGuard.OfUnit(period, Unit) is var known && IndexOf(known) is { } index ? points[index].Value : default;

    /// <summary>
    /// Calculates the change of each period from the one before; it is <see langword="null"/> where either is undefined or incomplete, and where the two were
    /// gathered under different rules.
    /// </summary>
    /// <remarks>Volumes, which grow with the days of a period, are compared per day, and flagged where the days differ.</remarks>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One change for each period except the first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public IReadOnlyList<KeyValuePair<CalendarPeriod, Change?>> Changes(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        KeyValuePair<CalendarPeriod, Change?>[] changes = new KeyValuePair<CalendarPeriod, Change?>[Math.Max(0, points.Length - 1)];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = new(points[i + 1].Key, ChangeOf(i + 1, i, confidence));
        }

        return changes;
    }

    /// <summary>Enumerates the periods in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<CalendarPeriod, TKpi>> GetEnumerator() => ((IEnumerable<KeyValuePair<CalendarPeriod, TKpi>>)points).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The series as text, one line per period.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Join(
        Environment.NewLine,
        points.Select((point, i) => $"{point.Key}: {point.Value}{(IsIncompleteAt(i) ? $" ({Phrases.English.Incomplete})" : "")}"));

    /// <summary>Combines the records of two periods.</summary>
    internal static TKpi Combined(TKpi earlier, TKpi later) => HeldRecords.Combine(earlier, later, "series", OneSide);

    /// <summary>Whether the period at a position is covered only in part.</summary>
    internal bool IsIncompleteAt(int index) => index < IncompleteAtStart || index >= points.Length - IncompleteAtEnd;

    /// <summary>The change between two periods; <see langword="null"/> where a comparison would not be sound.</summary>
    internal Change? ChangeOf(int index, int baseline, double confidence) => IsIncompleteAt(index) || IsIncompleteAt(baseline)
        ? null
        : SoundChange.Between(points[index].Key, points[index].Value, points[baseline].Key, points[baseline].Value, confidence);

    private static TKpi Together(ReadOnlySpan<KeyValuePair<CalendarPeriod, TKpi>> points)
    {
        TKpi total = default;
        foreach ((_, TKpi record) in points)
        {
            total = Then(total, record);
        }

        return total;
    }

    private static TKpi Then(TKpi earlier, TKpi later) => TKpi.IsLevel ? earlier.Then(later) : Combined(earlier, later);

    private int? IndexOf(CalendarPeriod period) =>
        points.Length > 0 && PeriodCount.Between(points[0].Key, period) is >= 0 and var index && index < points.Length ? index : null;
}
