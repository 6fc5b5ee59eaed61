using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>The repeat purchases of all customers until a time, and how many a model expects.</summary>
/// <remarks><c>default</c> is the beginning, before any purchase.</remarks>
[JsonConverter(typeof(RecordJsonConverter<TrackingPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct TrackingPoint : IJsonRecord<TrackingPoint>
{
    internal TrackingPoint(double time, long? actual, double expected)
    {
        Time = Guard.Finite(Guard.NotNegative(time), nameof(time));
        Actual = actual is { } bought ? Guard.NotNegative(bought, nameof(actual)) : null;
        Expected = Guard.Finite(expected);
    }

    /// <summary>The time since the first purchase of all customers, in the unit of the model.</summary>
    public double Time { get; }

    /// <summary>The repeat purchases until then; <see langword="null"/> where the observation ended before.</summary>
    public long? Actual { get; }

    /// <summary>The repeat purchases that the model expects until then.</summary>
    public double Expected { get; }

    /// <summary>The point as invariant text.</summary>
    /// <returns>Text for display, such as <c>39: 2,457 repeat purchases, 2,501.5 expected</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time:0.####}: {(Actual is { } actual ? $"{actual:#,0} repeat purchase{(actual == 1 ? "" : "s")}, " : "")}{Expected:#,0.0} expected");

    static TrackingPoint IJsonRecord<TrackingPoint>.Json(JsonMembers<TrackingPoint> json) => new(
        json.Value(nameof(Time), x => x.Time),
        json.Optional(nameof(Actual), x => x.Actual),
        json.Value(nameof(Expected), x => x.Expected));
}
