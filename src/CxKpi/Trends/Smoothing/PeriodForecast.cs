using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// The figure forecast for a period, with the limits within which the actual figure will lie at the stated confidence if the series continues as before.
/// </summary>
[JsonConverter(typeof(RecordJsonConverter<PeriodForecast>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct PeriodForecast : IJsonRecord<PeriodForecast>
{
    internal PeriodForecast(CalendarPeriod period, double value, double lower, double upper)
    {
        Period = period;
        Value = value;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The forecast figure, in the series' unit.</summary>
    public double Value { get; }

    /// <summary>The lower limit for the actual figure.</summary>
    public double Lower { get; }

    /// <summary>The upper limit for the actual figure.</summary>
    public double Upper { get; }

    /// <summary>Whether an actual figure lies within the limits.</summary>
    /// <param name="actual">The figure, in the series' unit.</param>
    /// <returns><see langword="true"/> when the figure lies between the limits, both included.</returns>
    public bool Contains(double actual) => actual >= Lower && actual <= Upper;

    /// <summary>The period, the figure and its limits as invariant text.</summary>
    /// <returns>Text for display, such as <c>2026-11: 42.1 [38.5, 45.7]</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(Value)} [{KpiText.Short(Lower)}, {KpiText.Short(Upper)}]");

    static PeriodForecast IJsonRecord<PeriodForecast>.Json(JsonMembers<PeriodForecast> json) => json.InOrder(
        new(
            json.Any(nameof(Period), x => x.Period),
            json.Value(nameof(Value), x => x.Value),
            json.Value(nameof(Lower), x => x.Lower),
            json.Value(nameof(Upper), x => x.Upper)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
