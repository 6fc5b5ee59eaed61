using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The cumulative hazard after one time.</summary>
[JsonConverter(typeof(RecordJsonConverter<HazardPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct HazardPoint : IJsonRecord<HazardPoint>
{
    internal HazardPoint(double time, double value, double standardError, double? lower, double? upper)
    {
        Time = Guard.NotNegative(Guard.Finite(time), nameof(time));
        Value = Guard.NotNegative(Guard.Finite(value), nameof(value));
        StandardError = Guard.NotNegative(Guard.Finite(standardError), nameof(standardError));
        Lower = lower is { } low ? Guard.InRange(low, 0, double.MaxValue, nameof(lower)) : null;
        Upper = upper is { } high ? Guard.InRange(high, 0, double.MaxValue, nameof(upper)) : null;
    }

    /// <summary>The time since each customer's beginning.</summary>
    public double Time { get; }

    /// <summary>The cumulative hazard; not negative, and not bounded by 1.</summary>
    public double Value { get; }

    /// <summary>Its standard error.</summary>
    public double StandardError { get; }

    /// <summary>The lower limit, on the logarithm; <see langword="null"/> while nobody has left.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit, on the logarithm; <see langword="null"/> while nobody has left.</summary>
    public double? Upper { get; }

    /// <summary>The time with its hazard as invariant text.</summary>
    /// <returns>Text for display, such as <c>12: 0.42 [0.3, 0.58]</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}: {KpiText.Short(Value)}{Limits}");

    private string Limits => Lower is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $" [{KpiText.Short(Lower)}, {(Upper is null ? "-" : KpiText.Short(Upper))}]");

    static HazardPoint IJsonRecord<HazardPoint>.Json(JsonMembers<HazardPoint> json) => json.InOrder(
        new(
            json.Value(nameof(Time), x => x.Time),
            json.Value(nameof(Value), x => x.Value),
            json.Value(nameof(StandardError), x => x.StandardError),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
