namespace CxKpi;

/// <summary>Intervals for one share. Counts are real numbers where a method allows it, so that an effective sample size can be used.</summary>
internal static class ShareIntervals
{
    internal static Estimate? Estimate(ShareTally tally, double confidence, ShareInterval method, long? population)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        double factor = FinitePopulation.VarianceFactor(tally.N, population);
        if (population is not null && (method is ShareInterval.ClopperPearson or ShareInterval.MidP))
        {
            throw new ArgumentException($"{method} assumes an endless population; choose another method or leave the population out", nameof(population));
        }

        if (tally.Value is not { } value)
        {
            return null;
        }

        if (factor == 0)
        {
            return FinitePopulation.Census(value, confidence, Name(method), tally.N);
        }

        double z = NormalDistribution.CriticalValue(confidence), tail = (1 - confidence) / 2;
        double count = tally.Count / factor, total = tally.N / factor;
        (double lower, double upper) = method switch
        {
            ShareInterval.Wilson => Wilson(count, total, z),
            ShareInterval.ModifiedWilson => ModifiedWilson(count, total, z, 1 - confidence),
            ShareInterval.WilsonContinuity => WilsonContinuity(count, total, z),
            ShareInterval.AgrestiCoull => AgrestiCoull(count, total, z),
            ShareInterval.Jeffreys => Jeffreys(count, total, confidence),
            ShareInterval.ClopperPearson => ExactShareIntervals.ClopperPearson(tally.Count, tally.N, tail),
            ShareInterval.MidP => ExactShareIntervals.Weighted(tally.Count, tally.N, tail, weight: 0.5),
            ShareInterval.Wald => Wald(count, total, z),
        };

        (lower, upper) = (Name(method).Below(value, lower), Name(method).Above(value, upper));
        return new Estimate
        {
            Value = value,
            Lower = Math.Max(0, lower),
            Upper = Math.Min(1, upper),
            Confidence = confidence,
            Method = Name(method),
            N = tally.N,
            EffectiveN = factor < 1 ? total : null,
            UnitVariance = value * (1 - value) * factor,
            Flags = (tally.Count == 0 || tally.Rest == 0 ? EstimateFlags.Boundary : EstimateFlags.None)
                | (lower < 0 || upper > 1 ? EstimateFlags.Clipped : EstimateFlags.None),
        };
    }

    private static IntervalMethod Name(ShareInterval method) => method switch
    {
        ShareInterval.Wilson => IntervalMethod.Wilson,
        ShareInterval.ModifiedWilson => IntervalMethod.ModifiedWilson,
        ShareInterval.WilsonContinuity => IntervalMethod.WilsonContinuity,
        ShareInterval.AgrestiCoull => IntervalMethod.AgrestiCoull,
        ShareInterval.ClopperPearson => IntervalMethod.ClopperPearson,
        ShareInterval.Jeffreys => IntervalMethod.Jeffreys,
        ShareInterval.MidP => IntervalMethod.MidP,
        ShareInterval.Wald => IntervalMethod.Wald,
    };

    /// <summary>Clopper and Pearson's limits on the effective sample size of a share of a complex sample (Korn and Graubard 1998).</summary>
    /// <param name="share">The share.</param>
    /// <param name="variance">Its squared standard error, above 0.</param>
    /// <param name="n">The number of observations.</param>
    /// <param name="freedom">The degrees of freedom of the standard error.</param>
    /// <param name="confidence">The confidence level.</param>
    internal static (double Size, double Lower, double Upper) KornGraubard(double share, double variance, long n, double freedom, double confidence)
    {
        double ratio = StudentTDistribution.CriticalValue(confidence, n - 1) / StudentTDistribution.CriticalValue(confidence, freedom);
        double size = share * (1 - share) / variance * ratio * ratio;
        (double lower, double upper) = KornGraubard(share, size, (1 - confidence) / 2);
        return (size, lower, upper);
    }

    internal static (double Lower, double Upper) KornGraubard(double share, double size, double tail) => (
        share == 0 ? 0 : BetaDistribution.Quantile(tail, size * share, size * (1 - share) + 1),
        share == 1 ? 1 : BetaDistribution.UpperQuantile(tail, size * share + 1, size * (1 - share)));

    /// <summary>Wilson's interval (1927). The limits at the ends are exact; arithmetic would miss 0 and 1 by 3e-17.</summary>
    internal static (double Lower, double Upper) Wilson(double x, double n, double z)
    {
        double p = x / n, q = (n - x) / n, z2 = z * z;
        double centre = p + z2 / (2 * n);
        double spread = z * Math.Sqrt(p * q / n + z2 / (4 * n * n));
        double scale = 1 + z2 / n;
        return (x <= 0 ? 0 : (centre - spread) / scale, x >= n ? 1 : (centre + spread) / scale);
    }

    /// <summary>The modification of Brown, Cai and DasGupta (2001, section 4.1.1): up to three cases are counted like rare events.</summary>
    private static (double Lower, double Upper) ModifiedWilson(double x, double n, double z, double error)
    {
        double rare = n <= 50 ? 2 : 3;
        (double lower, double upper) = Wilson(x, n, z);
        return (x > 0 && x <= rare ? Rare(x) : lower, n - x > 0 && n - x <= rare ? 1 - Rare(n - x) : upper);

        double Rare(double count) => ChiSquaredDistribution.Quantile(error, 2 * count) / 2 / n;
    }

    /// <summary>Newcombe's interval (1998), method 4.</summary>
    private static (double Lower, double Upper) WilsonContinuity(double x, double n, double z)
    {
        double p = x / n, q = (n - x) / n, z2 = z * z, scale = 2 * (n + z2);
        double lower = (2 * x + z2 - 1 - z * Math.Sqrt(Math.Max(0, z2 - 2 - 1 / n + 4 * p * (n * q + 1)))) / scale;
        double upper = (2 * x + z2 + 1 + z * Math.Sqrt(Math.Max(0, z2 + 2 - 1 / n + 4 * p * (n * q - 1)))) / scale;
        return (x <= 0 ? 0 : Math.Max(0, lower), x >= n ? 1 : Math.Min(1, upper));
    }

    private static (double Lower, double Upper) AgrestiCoull(double x, double n, double z)
    {
        double total = n + z * z, p = (x + z * z / 2) / total;
        return Wald(p * total, total, z);
    }

    private static (double Lower, double Upper) Jeffreys(double x, double n, double confidence)
    {
        double tail = (1 - confidence) / 2, a = x + 0.5, b = n - x + 0.5;
        return (x <= 0 ? 0 : BetaDistribution.Quantile(tail, a, b), x >= n ? 1 : BetaDistribution.UpperQuantile(tail, a, b));
    }

    private static (double Lower, double Upper) Wald(double x, double n, double z)
    {
        double p = x / n, spread = z * Math.Sqrt(p * (1 - p) / n);
        return (p - spread, p + spread);
    }
}
