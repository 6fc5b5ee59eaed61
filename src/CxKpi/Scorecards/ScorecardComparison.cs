using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The period that a line is compared with, and the difference from it.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardComparison>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ScorecardComparison : IJsonRecord<ScorecardComparison>
{
    /// <summary>The period compared with; <see langword="null"/> when it is not stated.</summary>
    public CalendarPeriod? Period { get; init; }

    /// <summary>The value of that period, in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; init; }

    /// <summary>The line's value minus this value; <see langword="null"/> when either is undefined.</summary>
    public Change? Change { get; init; }

    /// <summary>The period, its value and the change as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => $"{(Period is { } period ? $"{period}: " : "")}{(Change is { } change ? change.ToString() : "no change known")}";

    internal static ScorecardComparison Of<TKpi>(TKpi now, TKpi then, CalendarPeriod? period, double confidence)
        where TKpi : struct, IKpi<TKpi> => new() { Period = period, Value = then.Value, Change = now.ChangeFrom(then, confidence) };

    static ScorecardComparison IJsonRecord<ScorecardComparison>.Json(JsonMembers<ScorecardComparison> json) => new()
    {
        Period = json.OptionalAny(nameof(Period), x => x.Period),
        Value = json.Optional(nameof(Value), x => x.Value),
        Change = json.OptionalRecord(nameof(Change), x => x.Change),
    };
}
