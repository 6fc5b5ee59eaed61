using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Figures to be monitored, NaN where one is missing.</summary>
internal sealed record MonitoredFigures
{
    /// <summary>All figures.</summary>
    internal required double[] Shown { get; init; }

    /// <summary>The figures of complete periods.</summary>
    internal required double[] Tested { get; init; }

    /// <summary>Whether the figures are shares of counts.</summary>
    internal bool AreShares { get; init; }

    /// <summary>The numbers of observations behind shares; empty for other figures.</summary>
    internal double[] Sizes { get; init; } = [];

    /// <summary>The sampling variances; empty when unknown.</summary>
    internal double[] Variances { get; init; } = [];

    internal double Lowest { get; init; } = double.NegativeInfinity;

    internal double Highest { get; init; } = double.PositiveInfinity;

    internal CalendarPeriod? First { get; init; }

    internal CalendarPeriod? Period(int position) => First is { } first ? first.Plus(position) : null;

    internal double? At(int position) => double.IsNaN(Shown[position]) ? null : Shown[position];

    internal bool IsTested(int position) => !double.IsNaN(Tested[position]);

    internal static double[] Checked(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i]))
            {
                throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]);
            }
        }

        return values.ToArray();
    }

    internal static MonitoredFigures Of(PeriodSeries series)
    {
        double[] shown = series.Shown.ToArray();
        return new()
        {
            Shown = shown,
            Tested = [.. shown.Select((value, i) => series.IsIncompleteAt(i) ? double.NaN : value)],
            AreShares = series.IsShare && (series.Sizes.Length > 0 || shown.Length == 0),
            Sizes = series.IsShare ? series.Sizes.ToArray() : [],
            Variances = series.IsShare ? [] : series.Variances.ToArray(),
            Lowest = series.Range.Lowest,
            Highest = series.Range.Highest,
            First = series.First,
        };
    }
}
