namespace CxKpi.Trends;

/// <summary>Rank and autocorrelation tests for a season.</summary>
/// <remarks>
/// <para>
/// These tests are second opinions. At 5 % and without a season, Kruskal and Wallis find one in 4 to 18 of 100 series and Friedman in 3 to 11, because the
/// trend is estimated and because neighbours resemble each other; QS finds one in 1 to 5. The seasonal model's test, which allows for both, decides.
/// </para>
/// <para>
/// Kruskal and Wallis, Use of ranks in one-criterion variance analysis, 1952; Friedman, The use of ranks to avoid the assumption of normality, 1937;
/// QS as in the seasonal-adjustment programs of the statistical offices, after Ljung and Box, 1978.
/// </para>
/// </remarks>
public static class SeasonalityTests
{
    /// <summary>Tests whether the ranks of all figures differ between the places of the cycle (Kruskal-Wallis test).</summary>
    /// <param name="detrended">The figures without their trend, finite; NaN where one is missing.</param>
    /// <param name="period">The number of seasons in a cycle, at least 2.</param>
    /// <returns>The test, corrected for equal figures. It has one degree of freedom fewer than there are seasons with figures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the period is below 2.</exception>
    public static SeasonalityTest KruskalWallis(ReadOnlySpan<double> detrended, int period)
    {
        double[] figures = Checked(detrended, period, nameof(detrended));
        int[] present = [.. Enumerable.Range(0, figures.Length).Where(i => !double.IsNaN(figures[i]))];
        (double[] ranks, double ties) = MidRanks.Of([.. present.Select(i => figures[i])]);
        double[] sums = new double[Seasons(figures, period)];
        int[] counts = new int[sums.Length];
        for (int i = 0; i < present.Length; i++)
        {
            sums[present[i] % period] += ranks[i];
            counts[present[i] % period]++;
        }

        int seasons = counts.Count(count => count > 0);
        double n = present.Length, between = 0;
        for (int season = 0; season < sums.Length; season++)
        {
            double gap = sums[season] - counts[season] * (n + 1) / 2;
            between += counts[season] == 0 ? 0 : gap * gap / counts[season];
        }

        double correction = 1 - ties / (n * n * n - n);
        return new(seasons < 2 || n <= seasons || !(correction > 0) ? null : 12 * between / (n * (n + 1)) / correction, seasons - 1);
    }

    /// <summary>Tests whether the ranks within cycles differ between the places of the cycle (Friedman test).</summary>
    /// <param name="detrended">The figures without their trend, finite; NaN where one is missing. Cycles count from the first figure;
    /// cycles with a missing figure, and an incomplete cycle at the end, are not used.</param>
    /// <param name="period">The number of seasons in a cycle, at least 2.</param>
    /// <returns>The test, corrected for equal figures. It has <paramref name="period"/> - 1 degrees of freedom.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the period is below 2.</exception>
    public static SeasonalityTest Friedman(ReadOnlySpan<double> detrended, int period)
    {
        double[] figures = Checked(detrended, period, nameof(detrended));
        double[] sums = new double[Seasons(figures, period)];
        double ties = 0, cycles = 0;
        for (int start = 0; start + period <= figures.Length; start += period)
        {
            double[] cycle = figures[start..(start + period)];
            if (!Array.Exists(cycle, double.IsNaN))
            {
                (double[] ranks, double tied) = MidRanks.Of(cycle);
                ties += tied;
                cycles++;
                for (int season = 0; season < period; season++)
                {
                    sums[season] += ranks[season];
                }
            }
        }

        double middle = cycles * (period + 1.0) / 2, spread = cycles * period * (period + 1.0) - ties / (period - 1);
        return new(cycles < 2 || !(spread > 0) ? null : 12 * sums.Sum(sum => (sum - middle) * (sum - middle)) / spread, period - 1);
    }

    /// <summary>Tests whether the differences between neighbours resemble those one and two cycles away (QS test).</summary>
    /// <param name="values">The figures including their trend, finite; NaN where one is missing.</param>
    /// <param name="period">The number of seasons in a cycle, at least 2.</param>
    /// <returns>The test with 2 degrees of freedom. Over m differences its statistic is m(m + 2)[r²/(m - p) + max(0, r of two periods)²/(m - 2p)], and 0 where
    /// r is not positive.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A figure is infinite, or the period is below 2.</exception>
    public static SeasonalityTest Qs(ReadOnlySpan<double> values, int period)
    {
        double[] figures = Checked(values, period, nameof(values));
        double[] steps = [.. figures.Skip(1).Zip(figures, (later, earlier) => later - earlier)];
        double[] present = [.. steps.Where(step => !double.IsNaN(step))];
        double m = present.Length, mean = m == 0 ? 0 : present.Average(), squares = present.Sum(step => (step - mean) * (step - mean));
        if (m <= period || !(squares > 0))
        {
            return new(null, null);
        }

        double once = Autocorrelation(period);
        double? twice = m > 2 * period ? Autocorrelation(2 * period) : null;
        double second = Math.Max(0, twice ?? 0);
        double statistic = once <= 0 ? 0 : m * (m + 2) * (once * once / (m - period) + (twice is null ? 0 : second * second / (m - 2 * period)));
        return new(statistic, 2) { AtOnePeriod = once, AtTwoPeriods = twice };

        double Autocorrelation(int lag)
        {
            double sum = 0;
            for (int i = lag; i < steps.Length; i++)
            {
                double product = (steps[i] - mean) * (steps[i - lag] - mean);
                sum += double.IsNaN(product) ? 0 : product;
            }

            return sum / squares;
        }
    }

    // Seasons that no figure reaches need no room.
    private static int Seasons(double[] figures, int period) => Math.Min(figures.Length, period);

    private static double[] Checked(ReadOnlySpan<double> figures, int period, string name)
    {
        Guard.InRange(period, 2, int.MaxValue);
        for (int i = 0; i < figures.Length; i++)
        {
            if (double.IsInfinity(figures[i]))
            {
                throw Guard.OutsideAt(i, name, "must be finite, or NaN where missing", figures[i]);
            }
        }

        return figures.ToArray();
    }
}
