using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>One period of a cumulative sum chart.</summary>
[JsonConverter(typeof(RecordJsonConverter<CusumPoint>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct CusumPoint : IJsonRecord<CusumPoint>
{
    internal CusumPoint(int position, CalendarPeriod? period, double? value, double? up, double? down, double limit)
    {
        Position = position;
        Period = period;
        Value = value;
        Up = up;
        Down = down;
        Signal = up > limit ? ControlSignal.Above : down > limit ? ControlSignal.Below : ControlSignal.None;
    }

    /// <summary>The position, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>The period; <see langword="null"/> for figures without periods.</summary>
    public CalendarPeriod? Period { get; private init; }

    /// <summary>The figure; <see langword="null"/> where it is missing.</summary>
    public double? Value { get; private init; }

    /// <summary>The sum of deviations upwards, in standard deviations and not negative; <see langword="null"/> when no baseline tells.</summary>
    public double? Up { get; private init; }

    /// <summary>The sum of deviations downwards, in standard deviations and not negative; <see langword="null"/> when no baseline tells.</summary>
    public double? Down { get; private init; }

    /// <summary>Whether a sum is greater than the limit; of both, the one upwards.</summary>
    public ControlSignal Signal { get; private init; }

    /// <summary>The period with its sums as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period?.ToString() ?? (Position + 1).ToString(CultureInfo.InvariantCulture)}: ")
        + string.Create(CultureInfo.InvariantCulture, $"{KpiText.Short(Value)}, up {KpiText.Short(Up)}, down {KpiText.Short(Down)}, ")
        + Signal.In(Phrases.English);

    static CusumPoint IJsonRecord<CusumPoint>.Json(JsonMembers<CusumPoint> json) => new()
    {
        Position = json.Value(nameof(Position), x => x.Position),
        Period = json.OptionalAny(nameof(Period), x => x.Period),
        Value = json.Optional(nameof(Value), x => x.Value),
        Up = json.Optional(nameof(Up), x => x.Up),
        Down = json.Optional(nameof(Down), x => x.Down),
        Signal = json.Value(nameof(Signal), x => x.Signal),
    };
}
