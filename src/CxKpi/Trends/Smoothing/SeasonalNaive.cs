using System.Globalization;

namespace CxKpi.Trends;

/// <summary>
/// The forecast that every other method must beat: the last figure of the same season, with or without the average growth per cycle.
/// </summary>
/// <remarks>
/// <code>
/// forecast = last figure of the season + k · drift      k cycles ahead, from 1
/// Var      = s² k (1 + k / m)                           s² of the m differences from a cycle before; without drift s² k
/// </code>
/// The differences are squared around 0 without drift (m degrees of freedom), and around their mean with it (m − 1); limits are Student's.
/// With a period of 1 it is the naive forecast of a random walk. Where a season's last figure is missing, the one before it is used, which is a cycle older.
/// Source: R. Hyndman and G. Athanasopoulos, <em>Forecasting: Principles and Practice</em> (3rd edition, 2021), sections 5.2 and 5.5.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record SeasonalNaive
{
    private readonly double[] last;
    private readonly int[] age;

    private SeasonalNaive(int period, double[] last, int[] age, double? drift, double variance, int differences)
    {
        Period = period;
        this.last = last;
        this.age = age;
        Drift = drift;
        Variance = variance;
        DifferenceCount = differences;
    }

    /// <summary>The number of periods in a cycle.</summary>
    public int Period { get; }

    /// <summary>The average growth per cycle; <see langword="null"/> without drift.</summary>
    public double? Drift { get; }

    /// <summary>The variance of the differences from a cycle before.</summary>
    public double Variance { get; }

    /// <summary>The number of such differences.</summary>
    public int DifferenceCount { get; }

    /// <summary>Creates the forecast from the last figures of a series.</summary>
    /// <param name="values">The figures, finite; NaN where one is missing. Each season needs a figure, and there must be a difference from a cycle
    /// before.</param>
    /// <param name="period">The number of periods in a cycle, at least 1.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the period is below 1.</exception>
    /// <exception cref="ArgumentException">A season has no figure, or there is no difference from a cycle before.</exception>
    public static SeasonalNaive Fit(ReadOnlySpan<double> values, int period) => Fit(values, period, withDrift: false);

    /// <summary>Creates the forecast that also continues the average growth per cycle.</summary>
    /// <param name="values">The figures, finite; NaN where one is missing. Each season needs a figure, and there must be two differences from a cycle
    /// before.</param>
    /// <param name="period">The number of periods in a cycle, at least 1.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the period is below 1.</exception>
    /// <exception cref="ArgumentException">A season has no figure, or there are fewer than two differences from a cycle before.</exception>
    public static SeasonalNaive FitWithDrift(ReadOnlySpan<double> values, int period) => Fit(values, period, withDrift: true);

    /// <summary>Predicts the next figures.</summary>
    /// <param name="periods">The number of periods ahead, from 0 to 100,000.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One point per period ahead, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of periods is not between 0 and 100,000, or the confidence does not lie between 0
    /// and 1.</exception>
    public IReadOnlyList<ForecastPoint> Forecast(int periods, double confidence = 0.95)
    {
        double quantile = StudentTDistribution.CriticalValue(confidence, Drift is null ? DifferenceCount : DifferenceCount - 1);
        ForecastPoint[] points = new ForecastPoint[SmoothingForecast.Reach(periods)];
        for (int h = 0; h < periods; h++)
        {
            double cycles = h / Period + 1 + age[h % Period];
            double variance = Variance * cycles * (Drift is null ? 1 : 1 + cycles / DifferenceCount);
            points[h] = new(h + 1, last[h % Period] + cycles * Drift.GetValueOrDefault(), Math.Sqrt(variance), quantile);
        }

        return Array.AsReadOnly(points);
    }

    /// <summary>The method as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Seasonal naive, period {Period}{Drifting} ({DifferenceCount} differences)");

    private string Drifting => Drift is { } drift ? string.Create(CultureInfo.InvariantCulture, $", drift {KpiText.Short(drift)} per cycle") : "";

    private static SeasonalNaive Fit(ReadOnlySpan<double> values, int period, bool withDrift)
    {
        Guard.Positive(period);
        for (int t = 0; t < values.Length; t++)
        {
            if (double.IsInfinity(values[t]))
            {
                throw Guard.OutsideAt(t, nameof(values), "must be finite, or NaN where missing", values[t]);
            }
        }

        List<double> differences = [];
        for (int t = period; t < values.Length; t++)
        {
            double difference = values[t] - values[t - period];
            if (!double.IsNaN(difference))
            {
                differences.Add(difference);
            }
        }

        int needed = withDrift ? 2 : 1;
        if (differences.Count < needed)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{nameof(values)} must hold at least {needed} pairs of figures a cycle of {period} apart; got {differences.Count}"),
                nameof(values));
        }

        double[] newest = new double[period];
        int[] older = new int[period];
        for (int season = 0; season < period; season++)
        {
            int t = values.Length - period + season;
            while (t >= 0 && double.IsNaN(values[t]))
            {
                t -= period;
                older[season]++;
            }

            newest[season] = t >= 0
                ? values[t]
                : throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{nameof(values)} must hold a figure in every season; there is none {period - season} periods before the end or cycles earlier"),
                    nameof(values));
        }

        double? drift = withDrift ? differences.Average() : null;
        double squares = differences.Sum(x => (x - drift.GetValueOrDefault()) * (x - drift.GetValueOrDefault()));
        return new(period, newest, older, drift, squares / (withDrift ? differences.Count - 1 : differences.Count), differences.Count);
    }
}
