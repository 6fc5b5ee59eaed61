using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The state of a smoothed series: its level, its slope, and its seasons from the next period's on.</summary>
[JsonConverter(typeof(RecordJsonConverter<SmoothingState>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SmoothingState : IJsonRecord<SmoothingState>
{
    private readonly ValueList<double> parts;

    /// <summary>Creates a state.</summary>
    /// <param name="level">The level, finite.</param>
    /// <param name="slope">The slope per period, finite; 0 without one.</param>
    /// <param name="seasons">The seasons, finite, from the next period's on; empty or <see langword="null"/> without a season.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite.</exception>
    public SmoothingState(double level, double slope = 0, IEnumerable<double>? seasons = null)
    {
        Level = Guard.Finite(level);
        Slope = Guard.Finite(slope);
        parts = ValueList.Of(seasons);
        for (int i = 0; i < parts.Count; i++)
        {
            if (!double.IsFinite(parts[i]))
            {
                throw Guard.OutsideAt(i, nameof(seasons), "must be finite", parts[i]);
            }
        }
    }

    /// <summary>The level.</summary>
    public double Level { get; }

    /// <summary>The slope per period; 0 without one.</summary>
    public double Slope { get; }

    /// <summary>The seasons, from the next period's on; empty without a season.</summary>
    public IReadOnlyList<double> Seasons => parts;

    /// <summary>The level and slope as invariant text.</summary>
    /// <returns>Text for display, such as <c>level 42.1, slope 0.3</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"level {KpiText.Short(Level)}, slope {KpiText.Short(Slope)}");

    static SmoothingState IJsonRecord<SmoothingState>.Json(JsonMembers<SmoothingState> json) => new(
        json.Value(nameof(Level), x => x.Level),
        json.Value(nameof(Slope), x => x.Slope),
        json.Values(nameof(Seasons), x => x.Seasons));
}
