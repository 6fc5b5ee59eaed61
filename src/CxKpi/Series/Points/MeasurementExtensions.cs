using System.Diagnostics.Metrics;

namespace CxKpi;

/// <summary>Gives records as measurements, for the observable gauges of a meter and whatever collects them.</summary>
public static class MeasurementExtensions
{
    /// <summary>Returns the value of a record as a measurement.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="kpi">The record.</param>
    /// <param name="tags">Tags besides those of the record: <c>kpi</c>, its symbol, <c>unit</c>, <c>rules</c> where it has any, and
    /// <c>currency</c> where it is stated.</param>
    /// <returns>The value in the definition's unit, unrounded; <see langword="null"/> when it is undefined, since a gauge has no number for that.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is <see langword="null"/>.</exception>
    public static Measurement<double>? ToMeasurement<TKpi>(this TKpi kpi, params KeyValuePair<string, object?>[] tags)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(tags);
        string text = KpiBasis.InWords(kpi.Rules, Phrases.English, TKpi.Definition);
        KeyValuePair<string, object?>[] rules = text.Length > 0 ? [new("rules", text)] : [];
        KeyValuePair<string, object?>[] currency = kpi.Currency is { } code ? [new("currency", code)] : [];
        return kpi.Value is { } value
            ? new(value, [new("kpi", TKpi.Definition.Symbol), new("unit", TKpi.Definition.Unit.ToString()), .. rules, .. currency, .. tags])
            : null;
    }

    /// <summary>Returns the values of segments as measurements, one per segment that has a value.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="segments">The segments.</param>
    /// <param name="tag">The name of the tag that holds the key of the segment; not blank.</param>
    /// <param name="tags">Tags besides that and those of the record.</param>
    /// <returns>The measurements in the order of the segments.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the tag is blank.</exception>
    public static IReadOnlyList<Measurement<double>> ToMeasurements<TKey, TKpi>(
        this Segments<TKey, TKpi> segments,
        string tag,
        params KeyValuePair<string, object?>[] tags)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(segments);
        Guard.NotBlank(tag);
        Guard.NotNull(tags);
        return [.. segments.Select(segment => segment.Value.ToMeasurement([new(tag, TableLabel.OfKey(segment.Key)), .. tags])).OfType<Measurement<double>>()];
    }
}
