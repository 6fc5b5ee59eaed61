using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One time of a survival curve: who was at risk, who left, and the share still there after it.</summary>
[JsonConverter(typeof(RecordJsonConverter<SurvivalPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SurvivalPoint : IJsonRecord<SurvivalPoint>
{
    internal SurvivalPoint(double time, long atRisk, long ended, long open, double survival, double? standardError, double? lower, double? upper)
    {
        Time = Guard.NotNegative(Guard.Finite(time), nameof(time));
        AtRisk = Guard.NotNegative(atRisk);
        Ended = Guard.Part(ended, atRisk);
        Open = Guard.Part(open, atRisk - ended, wholeName: "atRisk - ended");
        Survival = Guard.InRange(survival, 0, 1);
        StandardError = standardError is { } error ? Guard.NotNegative(Guard.Finite(error, nameof(standardError)), nameof(standardError)) : null;
        Lower = lower is { } low ? Guard.InRange(low, 0, 1, nameof(lower)) : null;
        Upper = upper is { } high ? Guard.InRange(high, 0, 1, nameof(upper)) : null;
    }

    /// <summary>The time since each customer's beginning.</summary>
    public double Time { get; }

    /// <summary>How many customers were at risk at the time: watched, and still there just before it.</summary>
    public long AtRisk { get; }

    /// <summary>How many left at the time.</summary>
    public long Ended { get; }

    /// <summary>How many were seen for the last time and were still there.</summary>
    public long Open { get; }

    /// <summary>The share of customers still there after the time, in [0, 1].</summary>
    public double Survival { get; }

    /// <summary>Greenwood's standard error of the share; <see langword="null"/> when the share is 0.</summary>
    public double? StandardError { get; }

    /// <summary>The lower limit of the share; <see langword="null"/> when nobody has left yet, or nobody is there any more.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit of the share; <see langword="null"/> when nobody has left yet, or nobody is there any more.</summary>
    public double? Upper { get; }

    /// <summary>The time with its share as invariant text.</summary>
    /// <returns>Text for display, such as <c>12: 75.3% [50.3%, 88.9%], 15 at risk</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}: {100 * Survival:0.0}%{Limits}, {AtRisk} at risk");

    private string Limits => Lower is null ? "" : string.Create(CultureInfo.InvariantCulture, $" [{100 * Lower:0.0}%, {100 * Upper:0.0}%]");

    static SurvivalPoint IJsonRecord<SurvivalPoint>.Json(JsonMembers<SurvivalPoint> json) => json.InOrder(
        new(
            json.Value(nameof(Time), x => x.Time),
            json.Value(nameof(AtRisk), x => x.AtRisk),
            json.Value(nameof(Ended), x => x.Ended),
            json.Value(nameof(Open), x => x.Open),
            json.Value(nameof(Survival), x => x.Survival),
            json.Optional(nameof(StandardError), x => x.StandardError),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
