using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>One step of the generalised ESD test: the figure furthest from the mean of those that are left.</summary>
[JsonConverter(typeof(RecordJsonConverter<EsdStep>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct EsdStep : IJsonRecord<EsdStep>
{
    internal EsdStep(int index, double value, double statistic, double critical)
    {
        Index = index;
        Value = value;
        Statistic = statistic;
        Critical = critical;
    }

    /// <summary>The figure's position, from 0, with missing figures counted.</summary>
    public int Index { get; }

    /// <summary>The figure.</summary>
    public double Value { get; }

    /// <summary>The figure's distance from the mean, in standard deviations; 0 when the remaining figures are all equal.</summary>
    public double Statistic { get; }

    /// <summary>The critical value that the distance must exceed.</summary>
    public double Critical { get; }

    /// <summary>The position, the distance and the critical value as text.</summary>
    /// <returns>Text for display, such as <c>#19: 5.6 (critical 3.27)</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Index}: {Statistic:0.##} (critical {Critical:0.##})");

    static EsdStep IJsonRecord<EsdStep>.Json(JsonMembers<EsdStep> json) => new(
        json.Value(nameof(Index), x => x.Index),
        json.Value(nameof(Value), x => x.Value),
        json.Value(nameof(Statistic), x => x.Statistic),
        json.Value(nameof(Critical), x => x.Critical));
}
