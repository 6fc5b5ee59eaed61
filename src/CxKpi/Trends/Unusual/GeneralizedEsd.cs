using System.Globalization;

namespace CxKpi.Trends;

/// <summary>The number of figures too far out for one normal distribution: the generalised extreme studentised deviate test.</summary>
/// <remarks>
/// <code>
/// R(i)      = largest |x - mean| / sd among the figures left, which is then taken out
/// lambda(i) = (n - i) t / sqrt((n - i - 1 + t²)(n - i + 1)), t the quantile 1 - alpha / (2(n - i + 1)) with n - i - 1 degrees of freedom
/// outliers  = the largest i with R(i) above lambda(i)
/// </code>
/// <para>
/// Source: Rosner, Percentage points for a generalized ESD many-outlier procedure, 1983. The test treats the figures as independent and of one distribution,
/// so pass remainders without season and trend.
/// Two outliers on a short series may hide each other from it, although less than from a single test. Hybrid variants with median and MAD flag most clean short
/// series when the remainders come from a robust decomposition.
/// </para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record GeneralizedEsd
{
    private GeneralizedEsd(IReadOnlyList<EsdStep> steps, int outliers)
    {
        Steps = steps;
        OutlierCount = outliers;
    }

    /// <summary>All steps, from the figure furthest out; there can be more of them than outliers.</summary>
    public IReadOnlyList<EsdStep> Steps { get; }

    /// <summary>The number of outliers, which are the first of <see cref="Steps"/>.</summary>
    public int OutlierCount { get; }

    /// <summary>Tests figures.</summary>
    /// <param name="values">The figures, finite; NaN where one is missing.</param>
    /// <param name="mostOutliers">The largest number of outliers to look for, at least 1;
    /// it is reduced so that three figures are left at the last step.</param>
    /// <param name="alpha">The probability of finding any outlier where there is none, between 0 and 1, both excluded.</param>
    /// <returns>The test; it has no steps with fewer than three figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, <paramref name="mostOutliers"/> is below 1, or alpha does not lie between 0 and
    /// 1.</exception>
    public static GeneralizedEsd FromValues(ReadOnlySpan<double> values, int mostOutliers, double alpha = 0.05)
    {
        Guard.Positive(mostOutliers);
        Guard.Confidence(alpha);
        List<(int Index, double Value)> left = [];
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                left.Add((i, double.IsFinite(values[i])
                    ? values[i]
                    : throw Guard.OutsideAt(i, nameof(values), "must be finite, or NaN where missing", values[i])));
            }
        }

        List<EsdStep> steps = [];
        int outliers = 0;
        while (steps.Count < mostOutliers && left.Count >= 3)
        {
            int n = left.Count;
            double mean = left.Average(point => point.Value), spread = Math.Sqrt(left.Sum(point => (point.Value - mean) * (point.Value - mean)) / (n - 1));
            int furthest = 0;
            for (int i = 1; i < n; i++)
            {
                if (Math.Abs(left[i].Value - mean) > Math.Abs(left[furthest].Value - mean))
                {
                    furthest = i;
                }
            }

            double t = -StudentTDistribution.Quantile(alpha / (2.0 * n), n - 2);
            (int index, double value) = left[furthest];
            EsdStep step = new(index, value, spread > 0 ? Math.Abs(value - mean) / spread : 0, (n - 1) * t / Math.Sqrt((n - 2 + t * t) * n));
            steps.Add(step);
            outliers = step.Statistic > step.Critical ? steps.Count : outliers;
            left.RemoveAt(furthest);
        }

        return new(steps, outliers);
    }

    /// <summary>The outliers as text.</summary>
    /// <returns>Text for display, such as <c>2 outliers: #19, #40</c>.</returns>
    public override string ToString() => OutlierCount == 0
        ? "no outliers"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{OutlierCount} outlier{(OutlierCount == 1 ? "" : "s")}: {string.Join(", ", Steps.Take(OutlierCount).Select(Place))}");

    private static string Place(EsdStep step) => string.Create(CultureInfo.InvariantCulture, $"#{step.Index}");
}
