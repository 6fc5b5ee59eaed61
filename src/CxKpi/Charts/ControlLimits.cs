namespace CxKpi;

/// <summary>The centre line and limits of a control chart: what varies only by chance stays within three standard deviations.</summary>
/// <remarks>
/// For shares they use the pooled share and its binomial standard deviation at each period's own n (p-chart).
/// For other figures they use the mean, and limits at a distance of 3 / 1.128 times the mean moving range (individuals chart). Source: W. A. Shewhart, Economic
/// Control of Quality of Manufactured Product, 1931.
/// </remarks>
internal sealed record ControlLimits(double? Centre, IReadOnlyList<double?> Lower, IReadOnlyList<double?> Upper)
{
    // The mean range of two draws from a normal distribution is 2 / sqrt(pi) standard deviations.
    private static readonly double RangePerDeviation = 2 / Math.Sqrt(Math.PI);

    internal static ControlLimits OfShares(ReadOnlySpan<double> shares, ReadOnlySpan<double> sizes)
    {
        double hits = 0, all = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            if (!double.IsNaN(shares[i]) && sizes[i] > 0)
            {
                hits += shares[i] * sizes[i];
                all += sizes[i];
            }
        }

        double?[] lower = new double?[shares.Length], upper = new double?[shares.Length];
        if (all == 0)
        {
            return new(null, lower, upper);
        }

        double centre = Math.Clamp(hits / all, 0, 1);
        for (int i = 0; i < shares.Length; i++)
        {
            if (!double.IsNaN(shares[i]) && sizes[i] > 0)
            {
                double away = 3 * Math.Sqrt(centre * (1 - centre) / sizes[i]);
                (lower[i], upper[i]) = (Math.Max(0, centre - away), Math.Min(1, centre + away));
            }
        }

        return new(centre, lower, upper);
    }

    /// <summary>The limits of single figures; there are none without two consecutive figures.</summary>
    internal static ControlLimits OfIndividuals(ReadOnlySpan<double> values, double lowest = double.NegativeInfinity, double highest = double.PositiveInfinity)
    {
        // Divided before they are subtracted: the largest numbers do not overflow.
        double mean = 0, halfRange = 0;
        int known = 0, pairs = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                continue;
            }

            known++;
            mean += values[i] / known - mean / known;
            if (i > 0 && !double.IsNaN(values[i - 1]))
            {
                pairs++;
                halfRange += Math.Abs(values[i] / 2 - values[i - 1] / 2) / pairs - halfRange / pairs;
            }
        }

        double?[] lower = new double?[values.Length], upper = new double?[values.Length];
        if (pairs > 0)
        {
            double away = 6 * halfRange / RangePerDeviation;
            Array.Fill(lower, Math.Max(lowest, mean - away));
            Array.Fill(upper, Math.Min(highest, mean + away));
        }

        return new(known == 0 ? null : mean, lower, upper);
    }

    /// <summary>Whether a figure lies outside its limits by more than rounding.</summary>
    internal bool IsOutside(int index, double value)
    {
        double tolerance = 1e-9 * Math.Max(Math.Abs(value), Math.Abs(Centre ?? 0));
        return value < Lower[index] - tolerance || value > Upper[index] + tolerance;
    }
}
