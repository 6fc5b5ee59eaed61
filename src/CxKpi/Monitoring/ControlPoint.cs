using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>One period of a control chart: its figure, the statistic that is judged, and the limits of that.</summary>
[JsonConverter(typeof(RecordJsonConverter<ControlPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ControlPoint : IJsonRecord<ControlPoint>
{
    internal ControlPoint(int position, CalendarPeriod? period, double? value, double? statistic, double? lower, double? upper)
    {
        Position = position;
        Period = period;
        Value = value;
        Statistic = statistic;
        Lower = lower;
        Upper = upper;

        // More than rounding.
        double slack = 1e-9 * Math.Max(Math.Abs(statistic ?? 0), Math.Max(Math.Abs(lower ?? 0), Math.Abs(upper ?? 0)));
        Signal = statistic > upper + slack ? ControlSignal.Above : statistic < lower - slack ? ControlSignal.Below : ControlSignal.None;
    }

    /// <summary>The position, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>The period; <see langword="null"/> for figures without periods.</summary>
    public CalendarPeriod? Period { get; private init; }

    /// <summary>The figure; <see langword="null"/> where it is missing.</summary>
    public double? Value { get; private init; }

    /// <summary>What is judged: the figure itself, or the running average; <see langword="null"/> where nothing is.</summary>
    public double? Statistic { get; private init; }

    /// <summary>The lower limit; <see langword="null"/> when there is none.</summary>
    public double? Lower { get; private init; }

    /// <summary>The upper limit; <see langword="null"/> when there is none.</summary>
    public double? Upper { get; private init; }

    /// <summary>Whether the statistic passed a limit.</summary>
    public ControlSignal Signal { get; private init; }

    /// <summary>The period with its statistic and limits as text.</summary>
    /// <returns>Text for display, such as <c>2025-03: 0.41 [0.52, 0.68], below the limits</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period?.ToString() ?? (Position + 1).ToString(CultureInfo.InvariantCulture)}: ")
        + string.Create(CultureInfo.InvariantCulture, $"{KpiText.Short(Statistic)} [{KpiText.Short(Lower)}, {KpiText.Short(Upper)}], ")
        + Signal.In(Phrases.English);

    internal string Name(Phrases words) => MonitoringWords.Place(Period, Position, words);

    static ControlPoint IJsonRecord<ControlPoint>.Json(JsonMembers<ControlPoint> json) => json.InOrder(
        new()
        {
            Position = json.Value(nameof(Position), x => x.Position),
            Period = json.OptionalAny(nameof(Period), x => x.Period),
            Value = json.Optional(nameof(Value), x => x.Value),
            Statistic = json.Optional(nameof(Statistic), x => x.Statistic),
            Lower = json.Optional(nameof(Lower), x => x.Lower),
            Upper = json.Optional(nameof(Upper), x => x.Upper),
            Signal = json.Value(nameof(Signal), x => x.Signal),
        },
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
