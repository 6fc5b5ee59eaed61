using System.Globalization;

namespace CxKpi.Practices;

/// <summary>What one segment, such as a stage of a journey, does to the total.</summary>
/// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
/// <remarks>
/// <code>
/// part   = weight · value                 the parts add up to the total
/// pull   = weight · (value - total)       the pulls add up to 0
/// effect = total - total of all others    = pull / (1 - weight)
/// </code>
/// All are in the unit of the KPI. A segment pulls because it is far from the total or because it is large; value and weight say which.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SegmentContribution<TKey>
    where TKey : notnull
{
    private readonly double? total, others;

    internal SegmentContribution(TKey key, double? value, double? weight, double? total, double? others)
    {
        Key = key;
        Value = value;
        Weight = weight;
        this.total = total;
        this.others = others;
    }

    /// <summary>The key of the segment.</summary>
    public TKey Key { get; }

    /// <summary>The value of the segment; <see langword="null"/> when it is undefined.</summary>
    public double? Value { get; }

    /// <summary>Its part in what the total is divided by, such as the answers; <see langword="null"/> when the value is no ratio of totals.</summary>
    public double? Weight { get; }

    /// <summary>What it carries of the total.</summary>
    public double? Part => Weight * Value;

    /// <summary>By how much it pulls the total up, or down when negative, from where it would be if the segment were like the total.</summary>
    public double? Pull => Weight * (Value - total);

    /// <summary>The total less the total of all other segments.</summary>
    public double? Effect => total - others;

    /// <summary>The key with value, weight and pull as text.</summary>
    /// <returns>Text for display, such as <c>delivery: 12.5 (weight 0.3, pull -2.1)</c>.</returns>
    public override string ToString() => TerminalText.Clean(
        string.Create(CultureInfo.InvariantCulture, $"{TableLabel.OfKey(Key)}: {KpiText.Short(Value)} (weight {Weight:0.###}, pull {KpiText.Short(Pull)})"));
}
