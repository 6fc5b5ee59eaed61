using System.Globalization;

namespace CxKpi.Trends;

/// <summary>Whether figures tend to rise or fall, by their order alone (Mann-Kendall test), with Sen's slope.</summary>
/// <remarks>
/// <code>
/// S        = pairs that rise - pairs that fall
/// variance = [n(n - 1)(2n + 5) - sum of t(t - 1)(2t + 5)] / 18, t the sizes of the groups of equal figures
/// z        = (S - sign S) / sqrt(variance)
/// slope    = median of (later - earlier) / steps between, over all pairs
/// </code>
/// <para>
/// A missing figure is left out and keeps its place in time. Below 10 figures the p-value is exact: it is the share of all orders of these figures, equal ones
/// included, whose S lies at least as far from zero. The limits of the slope are those of Gilbert: order statistics of the slopes, interpolated, at ranks that
/// the variance of S gives.
/// </para>
/// <para>
/// The test treats the figures as independent. A season hides a trend from it, and it rejects too often when figures resemble their neighbours: at a
/// lag-1 correlation of 0.6 it finds a trend in about every third series without one. The slope is valid in either case; for a decision use the seasonal model.
/// </para>
/// <para>
/// Mann, Nonparametric tests against trend, 1945; Kendall, Rank Correlation Methods, 1975;
/// Sen, Estimates of the regression coefficient based on Kendall's tau, 1968;
/// Gilbert, Statistical Methods for Environmental Pollution Monitoring, 1987; Conover, Practical Nonparametric Statistics, 1980 (the intercept).
/// Other tools round the ranks of the limits, or use the normal distribution at every size.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MannKendallTest
{
    /// <summary>Below this many figures the p-value is exact.</summary>
    private const int ExactBelow = 10;

    private MannKendallTest()
    {
    }

    /// <summary>The number of figures, without missing ones.</summary>
    public int Count { get; private init; }

    /// <summary>Kendall's score: the number of rising pairs less that of falling pairs.</summary>
    public long S { get; private init; }

    /// <summary>The variance of S when there is no trend, corrected for equal figures.</summary>
    public double Variance { get; private init; }

    /// <summary>S divided by the number of pairs, in [-1, 1]; <see langword="null"/> with fewer than two figures.</summary>
    public double? TauA { get; private init; }

    /// <summary>S divided by the largest value that equal figures allow, in [-1, 1]; <see langword="null"/> when all figures are equal.</summary>
    public double? TauB { get; private init; }

    /// <summary>
    /// The normal score of S with continuity correction; 0 when all figures are equal, and <see langword="null"/> with fewer than two figures.
    /// </summary>
    public double? Z { get; private init; }

    /// <summary>The two-sided p-value; <see langword="null"/> with fewer than two figures.</summary>
    public double? PValue { get; private init; }

    /// <summary>Whether the p-value is exact rather than by the normal distribution.</summary>
    public bool IsExact { get; private init; }

    /// <summary>Sen's slope per step; <see langword="null"/> with fewer than two figures.</summary>
    public double? Slope { get; private init; }

    /// <summary>The lower limit of the slope; <see langword="null"/> when there are too few slopes for a limit.</summary>
    public double? SlopeLower { get; private init; }

    /// <summary>The upper limit of the slope; <see langword="null"/> when there are too few slopes for a limit.</summary>
    public double? SlopeUpper { get; private init; }

    /// <summary>
    /// The level of the line at step 0, where steps count from 1: the median figure less the slope times the median step;
    /// <see langword="null"/> with fewer than two
    /// figures.
    /// </summary>
    public double? Intercept { get; private init; }

    /// <summary>The confidence level of the limits.</summary>
    public double Confidence { get; private init; }

    /// <summary>Tests equally spaced figures.</summary>
    /// <param name="values">The figures in order of time, finite; NaN where one is missing.</param>
    /// <param name="confidence">The confidence level of the slope's limits, between 0 and 1, both excluded.</param>
    /// <returns>The test; its results are <see langword="null"/> with fewer than two figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the confidence does not lie between 0 and 1.</exception>
    public static MannKendallTest FromValues(ReadOnlySpan<double> values, double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        List<double> steps = [], figures = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                steps.Add(i + 1);
                figures.Add(double.IsFinite(values[i])
                    ? values[i]
                    : throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i]));
            }
        }

        return Of([.. steps], [.. figures], confidence);
    }

    /// <summary>Tests figures at given, increasing steps.</summary>
    internal static MannKendallTest Of(double[] steps, double[] figures, double confidence)
    {
        int count = figures.Length;
        PairwiseSlopes slopes = new(steps, figures, [count]);
        List<int> ties = KendallScore.Ties(figures);
        long score = slopes.Count - slopes.Level - 2 * slopes.Falling;
        double variance = KendallScore.Variance(count, ties);
        MannKendallTest none = new() { Count = count, S = score, Variance = variance, Confidence = confidence };
        if (slopes.Median is not { } slope)
        {
            return none;
        }

        bool exact = count < ExactBelow;
        double z = KendallScore.ContinuousZ(score, variance);
        (double? lower, double? upper) = GilbertLimits(slopes, variance, confidence);
        return none with
        {
            TauA = (double)score / slopes.Count,
            TauB = slopes.Level == slopes.Count ? null : score / (Math.Sqrt(slopes.Count - slopes.Level) * Math.Sqrt(slopes.Count)),
            Z = z,
            PValue = exact ? KendallScore.ExactPValue(score, ties) : NormalDistribution.TwoSidedPValue(z),
            IsExact = exact,
            Slope = slope,
            SlopeLower = lower,
            SlopeUpper = upper,
            Intercept = Selection.Median([.. figures]) - slope * Selection.Median([.. steps]),
        };
    }

    /// <summary>The slopes at ranks (N - C)/2 and (N + C)/2 + 1, C as many standard deviations of S as the confidence asks for.</summary>
    internal static (double? Lower, double? Upper) GilbertLimits(PairwiseSlopes slopes, double variance, double confidence)
    {
        double reach = NormalDistribution.CriticalValue(confidence) * Math.Sqrt(variance);
        return (slopes.At((slopes.Count - reach) / 2), slopes.At((slopes.Count + reach) / 2 + 1));
    }

    /// <summary>The slope with its limits and the p-value.</summary>
    /// <returns>Text for display, such as <c>Sen's slope 0.13 per step (0.09 to 0.18), tau 0.46, p = 0.0000005 (n = 60)</c>.</returns>
    public override string ToString() => Slope is null
        ? string.Create(CultureInfo.InvariantCulture, $"no slope (n = {Count})")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Sen's slope {KpiText.Short(Slope)} per step ({KpiText.Short(SlopeLower)} to {KpiText.Short(SlopeUpper)}), ")
            + string.Create(CultureInfo.InvariantCulture, $"tau {TauB:0.##}, {KpiText.P(PValue)} (n = {Count})");
}
