using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One part of a composite score: a value, the range it is normalised on, its direction and its weight.</summary>
/// <remarks>
/// <code>normalized = 100 * (value - lowest) / (highest - lowest), or 100 minus that when lower is better</code>
/// The normalised value lies between 0 (worst) and 100 (best).
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<CompositePart>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record CompositePart : IJsonRecord<CompositePart>
{
    /// <summary>Creates the part.</summary>
    /// <param name="name">The name of what is measured.</param>
    /// <param name="value">The value, which must lie inside the range; <see langword="null"/> when it is undefined.</param>
    /// <param name="lowest">The lower end of the range, such as -100 for a net score.</param>
    /// <param name="highest">The upper end of the range; above <paramref name="lowest"/>.</param>
    /// <param name="direction">Which end of the range is the good one; <see cref="KpiDirection.Neutral"/> is refused.</param>
    /// <param name="weight">The weight; positive and finite. Only the proportions of the weights matter.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or too wide to be computed with, the value lies outside it, the direction is neutral,
    /// or the weight is not a positive finite number.</exception>
    public CompositePart(string name, double? value, double lowest, double highest, KpiDirection direction, double weight)
        : this(name, value, lowest, highest, direction, weight, nameof(value), nameof(direction))
    {
    }

    private CompositePart(
        string name, double? value, double lowest, double highest, KpiDirection direction, double weight, string valueName, string directionName)
    {
        Name = Guard.NotBlank(name);
        Lowest = Guard.Finite(lowest);
        Highest = Guard.Finite(highest) > lowest
            ? highest
            : throw Guard.Outside(nameof(highest), string.Create(CultureInfo.InvariantCulture, $"must be greater than lowest ({lowest})"), highest);
        if (!double.IsFinite(100 * (highest - lowest)))
        {
            throw Guard.Outside(
                nameof(highest),
                string.Create(CultureInfo.InvariantCulture, $"must not lie so far above lowest ({lowest}) that the range is not finite"),
                highest);
        }

        Value = value is { } known ? Guard.InRange(known, lowest, highest, valueName) : null;
        Direction = Guard.Defined(direction, directionName) != KpiDirection.Neutral
            ? direction
            : throw Guard.Outside(directionName, "must say which end is better", direction);
        Weight = Guard.Positive(Guard.Finite(weight), nameof(weight));
    }

    /// <summary>The name of what is measured.</summary>
    public string Name { get; }

    /// <summary>The value in its own unit; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; }

    /// <summary>The lower end of the range.</summary>
    public double Lowest { get; }

    /// <summary>The upper end of the range.</summary>
    public double Highest { get; }

    /// <summary>Which end of the range is the good one.</summary>
    public KpiDirection Direction { get; }

    /// <summary>The weight as supplied.</summary>
    public double Weight { get; }

    /// <summary>The value from 0 (worst) to 100 (best); <see langword="null"/> when it is undefined.</summary>
    public double? Normalized => Direction == KpiDirection.HigherIsBetter
        ? 100 * (Value - Lowest) / (Highest - Lowest)
        : 100 * (Highest - Value) / (Highest - Lowest);

    /// <summary>Creates a part from a KPI, with the name and the direction of its definition.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="kpi">The KPI.</param>
    /// <param name="lowest">The lower end of the range, in the KPI's unit.</param>
    /// <param name="highest">The upper end of the range, in the KPI's unit.</param>
    /// <param name="weight">The weight; positive and finite. Only the proportions of the weights matter.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or too wide to be computed with, the value lies outside it, the KPI is neutral, or the
    /// weight is not a positive finite number.</exception>
    public static CompositePart Of<TKpi>(TKpi kpi, double lowest, double highest, double weight)
        where TKpi : struct, IKpi<TKpi> =>
        new(TKpi.Definition.Name, kpi.Value, lowest, highest, TKpi.Definition.Direction, weight, nameof(kpi), nameof(kpi));

    /// <summary>The name and the normalised value as invariant text.</summary>
    /// <returns>Text for display, such as <c>Net Promoter Score 70.0</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Clean(Name)} {Normalized?.ToString("0.0", CultureInfo.InvariantCulture) ?? "undefined"}");

    static CompositePart IJsonRecord<CompositePart>.Json(JsonMembers<CompositePart> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Optional(nameof(Value), x => x.Value),
        json.Value(nameof(Lowest), x => x.Lowest),
        json.Value(nameof(Highest), x => x.Highest),
        json.Value(nameof(Direction), x => x.Direction),
        json.Value(nameof(Weight), x => x.Weight));
}
