using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The range in which goals for a KPI lie: the values that it can take. Both ends belong to the range.</summary>
/// <remarks>
/// The range follows from the unit, as <see cref="Of"/> says, unless the record knows better: a mean lies on the scale of its question.
/// Net revenue retention has no end above, but a goal of more than 10, which is 1,000 %, was meant in percent.
/// <c>default</c> has no ends.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<KpiRange>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct KpiRange : IJsonRecord<KpiRange>
{
    /// <summary>Creates a range.</summary>
    /// <param name="lowest">The lowest value; <see langword="null"/> when there is no end below.</param>
    /// <param name="highest">The highest value, not below the lowest; <see langword="null"/> when there is no end above.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or the highest lies below the lowest.</exception>
    public KpiRange(double? lowest, double? highest)
    {
        Lowest = lowest is { } low ? Guard.Finite(low, nameof(lowest)) : null;
        Highest = highest is { } high ? Guard.Finite(high, nameof(highest)) : null;
        _ = highest < lowest ? throw Guard.Outside(nameof(highest), "must not lie below the lowest value", highest) : highest;
    }

    /// <summary>The lowest value; <see langword="null"/> when there is no end below.</summary>
    public double? Lowest { get; }

    /// <summary>The highest value; <see langword="null"/> when there is no end above.</summary>
    public double? Highest { get; }

    /// <summary>The range that follows from a unit.</summary>
    /// <param name="unit">The unit of the value.</param>
    /// <returns>0 to 1 for a share, -100 to 100 for a net score, and 0 and more for times, counts, rates, ratios and percentages. Points of a scale, indices
    /// and amounts of money have no ends by their unit alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiRange Of(KpiUnit unit) => Guard.Defined(unit) switch
    {
        KpiUnit.Share => new(0, 1),
        KpiUnit.NetPoints => new(-100, 100),
        KpiUnit.Seconds or KpiUnit.Ratio or KpiUnit.Percentage or KpiUnit.Rate or KpiUnit.Count => new(0, null),
        KpiUnit.ScalePoints or KpiUnit.Index or KpiUnit.Money => default,
    };

    /// <summary>Returns whether a value lies in the range.</summary>
    /// <param name="value">The value, in the KPI's unit; NaN lies in no range.</param>
    /// <returns><see langword="true"/> when it does.</returns>
    public bool Contains(double value) => !double.IsNaN(value) && !(value < Lowest) && !(value > Highest);

    /// <summary>Whether a figure lies in the range, or outside by no more than rounding.</summary>
    internal bool ContainsRounded(double value) => StatedFigures.Slack(value) is var slack && !(value < Lowest - slack) && !(value > Highest + slack);

    /// <summary>The range as invariant text.</summary>
    /// <returns>Text for display, such as <c>between 0 and 1</c>.</returns>
    public override string ToString() => (Lowest, Highest) switch
    {
        ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"between {low} and {high}"),
        ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"at or above {low}"),
        (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"at or below {high}"),
        (null, null) => "anywhere",
    };

    /// <summary>Throws for a figure outside the range, and says what was likely meant.</summary>
    internal void Require(double value, string name, KpiDefinition definition, string rule = "must lie")
    {
        if (!Contains(value))
        {
            throw Guard.Outside(name, $"{rule} {this}, as {definition.Name} does", value, Meant(value, definition.Unit));
        }
    }

    // Percent for a fraction, and a decimal point left out on a scale: 45 for 4.5.
    private double? Meant(double value, KpiUnit unit) => unit switch
    {
        KpiUnit.Share or KpiUnit.Ratio or KpiUnit.Percentage when Highest is not null && Contains(value / 100) => value / 100,
        KpiUnit.ScalePoints when Contains(value / 10) => value / 10,
        _ => null,
    };

    static KpiRange IJsonRecord<KpiRange>.Json(JsonMembers<KpiRange> json) => new(
        json.Optional(nameof(Lowest), x => x.Lowest),
        json.Optional(nameof(Highest), x => x.Highest));
}
