using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A figure of the history of a scorecard's line.</summary>
[JsonConverter(typeof(RecordJsonConverter<ScorecardFigure>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ScorecardFigure : IJsonRecord<ScorecardFigure>
{
    /// <summary>Creates the figure.</summary>
    /// <param name="period">The period.</param>
    /// <param name="value">The value in the KPI's unit; <see langword="null"/> when it is undefined.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number.</exception>
    public ScorecardFigure(CalendarPeriod period, double? value)
    {
        Period = period;
        Value = Guard.Finite(value, nameof(value));
    }

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The value in the KPI's unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; }

    /// <summary>The period and the figure as invariant text.</summary>
    /// <returns>Text for display, such as <c>2025-12: 0.559</c>.</returns>
    public override string ToString() => $"{Period}: {Phrases.English.Number(Value)}";

    static ScorecardFigure IJsonRecord<ScorecardFigure>.Json(JsonMembers<ScorecardFigure> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Optional(nameof(Value), x => x.Value));
}
