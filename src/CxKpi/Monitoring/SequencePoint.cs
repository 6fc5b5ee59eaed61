using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What was known of a KPI at the end of a period, all earlier periods included.</summary>
[JsonConverter(typeof(RecordJsonConverter<SequencePoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SequencePoint : IJsonRecord<SequencePoint>
{
    internal SequencePoint(CalendarPeriod period, long n, double? value, double? lower, double? upper, double? pValue)
    {
        Period = period;
        N = n;
        Value = value;
        Lower = lower;
        Upper = upper;
        PValue = pValue;
    }

    /// <summary>The period at whose end this was known.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The number of observations so far.</summary>
    public long N { get; }

    /// <summary>The value so far, in the KPI's unit; <see langword="null"/> without observations.</summary>
    public double? Value { get; }

    /// <summary>The lower limit; <see langword="null"/> where too little is known, as <see cref="ConfidenceSequence"/> says.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit; <see langword="null"/> where too little is known, as <see cref="ConfidenceSequence"/> says.</summary>
    public double? Upper { get; }

    /// <summary>The least p-value against the target so far, which holds however often one has looked; <see langword="null"/> without a target.</summary>
    public double? PValue { get; }

    /// <summary>What was known as text.</summary>
    /// <returns>Text for display, such as <c>2025-03-04: 0.61 [0.55, 0.67] (n = 812)</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(Value)} [{KpiText.Short(Lower)}, {KpiText.Short(Upper)}] (n = {N})");

    static SequencePoint IJsonRecord<SequencePoint>.Json(JsonMembers<SequencePoint> json) => json.InOrder(
        new(
            json.Any(nameof(Period), x => x.Period),
            json.Value(nameof(N), x => x.N),
            json.Optional(nameof(Value), x => x.Value),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper),
            json.OptionalProbability(nameof(PValue), x => x.PValue)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
