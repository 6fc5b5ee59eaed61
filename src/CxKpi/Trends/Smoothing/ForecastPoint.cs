using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// A forecast figure, with the limits within which the actual figure will lie at the stated confidence if the series continues as before.
/// </summary>
[JsonConverter(typeof(RecordJsonConverter<ForecastPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ForecastPoint : IJsonRecord<ForecastPoint>
{
    internal ForecastPoint(int step, double value, double standardError, double quantile)
    {
        Step = step;
        Value = value;
        StandardError = standardError;
        Lower = value - quantile * standardError;
        Upper = value + quantile * standardError;
    }

    /// <summary>The number of periods after the last one, from 1.</summary>
    public int Step { get; private init; }

    /// <summary>The forecast figure.</summary>
    public double Value { get; private init; }

    /// <summary>The lower limit for the actual figure.</summary>
    public double Lower { get; private init; }

    /// <summary>The upper limit for the actual figure.</summary>
    public double Upper { get; private init; }

    /// <summary>The standard error of the prediction; not negative.</summary>
    public double StandardError { get; private init; }

    /// <summary>The step, the figure and its limits as invariant text.</summary>
    /// <returns>Text for display, such as <c>+1: 42.1 [38.5, 45.7]</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"+{Step}: {KpiText.Short(Value)} [{KpiText.Short(Lower)}, {KpiText.Short(Upper)}]");

    static ForecastPoint IJsonRecord<ForecastPoint>.Json(JsonMembers<ForecastPoint> json) => json.InOrder(
        new()
        {
            Step = json.Value(nameof(Step), x => x.Step),
            Value = json.Value(nameof(Value), x => x.Value),
            Lower = json.Value(nameof(Lower), x => x.Lower),
            Upper = json.Value(nameof(Upper), x => x.Upper),
            StandardError = json.NotNegative(nameof(StandardError), x => x.StandardError),
        },
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
