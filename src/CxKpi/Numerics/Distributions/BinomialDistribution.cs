namespace CxKpi;

/// <summary>The binomial distribution: successes in a number of independent trials.</summary>
internal static class BinomialDistribution
{
    /// <summary>
    /// A level that equals a cumulative probability must find that count, not the next: relative slack for the rounding of both,
    /// which is far less than the distance between neighbouring cumulative probabilities.
    /// </summary>
    private const double Slack = 1e-13;

    /// <summary>The most that a level just below 1 is off by being a double: 2⁻⁵³.</summary>
    private const double RoundingAtOne = 1.1102230246251565e-16;

    /// <summary>Probability of exactly <paramref name="successes"/>.</summary>
    internal static double Probability(long successes, long trials, double probability) => Math.Exp(LogProbability(successes, trials, probability));

    /// <summary>The logarithm of the probability of exactly <paramref name="successes"/>; −∞ where that is impossible.</summary>
    internal static double LogProbability(long successes, long trials, double probability)
    {
        double p = Guard.Probability(probability);
        if (successes < 0 || successes > Guard.NotNegative(trials))
        {
            return double.NegativeInfinity;
        }

        if (p is 0 or 1)
        {
            return successes == (p == 0 ? 0 : trials) ? 0 : double.NegativeInfinity;
        }

        double difference = Math.FusedMultiplyAdd(-trials, p, successes);
        return SaddlePoint.LogBinomialWeight(successes, trials - successes, p, 1 - p, difference);
    }

    /// <summary>Probability of at most <paramref name="successes"/>.</summary>
    internal static double Cdf(long successes, long trials, double probability) => Around(successes, trials, probability).Lower;

    /// <summary>Probability of at least <paramref name="successes"/>, accurate where it is small.</summary>
    internal static double AtLeast(long successes, long trials, double probability) => Around(successes - 1, trials, probability).Upper;

    /// <summary>The smallest count with cumulative probability of at least <paramref name="p"/>.</summary>
    /// <remarks>Starts from the normal approximation with a term for skewness, strides away until the count is bracketed, then halves.</remarks>
    internal static long Quantile(double p, long trials, double probability)
    {
        if (Guard.Probability(p) == 0 || Guard.Probability(probability) == 0 || Guard.NotNegative(trials) == 0)
        {
            return 0;
        }

        if (p == 1 || probability == 1)
        {
            return trials;
        }

        double spread = Math.Sqrt(trials * probability * (1 - probability));
        double z = NormalDistribution.Quantile(p);
        double skewness = (1 - 2 * probability) / spread;
        double guess = trials * probability + spread * (z + skewness * (z * z - 1) / 6);
        long enough = (long)Math.Clamp(guess, 0, trials);
        long stride = Math.Max(1, (long)(spread / 1000));

        long tooFew = -1;
        if (Reaches(enough, trials, probability, p))
        {
            for (long below = enough - stride; below >= 0; below -= stride)
            {
                if (!Reaches(below, trials, probability, p))
                {
                    tooFew = below;
                    break;
                }

                enough = below;
                stride *= 2;
            }
        }
        else
        {
            do
            {
                tooFew = enough;
                enough = Math.Min(trials, enough + stride);
                stride *= 2;
            }
            while (enough < trials && !Reaches(enough, trials, probability, p));
        }

        while (enough - tooFew > 1)
        {
            long middle = tooFew + (enough - tooFew) / 2;
            if (Reaches(middle, trials, probability, p))
            {
                enough = middle;
            }
            else
            {
                tooFew = middle;
            }
        }

        return enough;
    }

    /// <summary>Compares the smaller tails, because near 1 all cumulative probabilities look alike.</summary>
    private static bool Reaches(long successes, long trials, double probability, double p)
    {
        TailProbabilities tails = Around(successes, trials, probability);
        return p <= 0.5 ? tails.Lower >= p * (1 - Slack) : tails.Upper <= (1 - p) * (1 + Slack) + RoundingAtOne;
    }

    private static TailProbabilities Around(long successes, long trials, double probability)
    {
        double p = Guard.Probability(probability);
        if (successes < 0)
        {
            return new(0, 1, 0);
        }

        if (successes >= Guard.NotNegative(trials))
        {
            return new(1, 0, 0);
        }

        TailProbabilities beta = BetaDistribution.TailProbabilities(p, 1 - p, successes + 1.0, trials - successes);
        return new(beta.Upper, beta.Lower, 0);
    }
}
