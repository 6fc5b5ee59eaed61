using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The state of a smoothed series: its level, its slope, and its seasons from the next period's on.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SmoothingState
{
    private readonly double[] parts;

    /// <summary>Creates a state.</summary>
    /// <param name="level">The level, finite.</param>
    /// <param name="slope">The slope per period, finite; 0 without one.</param>
    /// <param name="seasons">The seasons, finite, from the next period's on; empty or <see langword="null"/> without a season.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite.</exception>
    public SmoothingState(double level, double slope = 0, IEnumerable<double>? seasons = null)
    {
        Level = Guard.Finite(level);
        Slope = Guard.Finite(slope);
        parts = [.. seasons ?? []];
        for (int i = 0; i < parts.Length; i++)
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
    public IReadOnlyList<double> Seasons => Array.AsReadOnly(parts);

    /// <summary>The level and slope as invariant text.</summary>
    /// <returns>Text for display, such as <c>level 42.1, slope 0.3</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"level {Level:0.####}, slope {Slope:0.####}");
}
