namespace CxKpi;

/// <summary>The exact test of an observed share against a target.</summary>
internal static class BinomialTest
{
    /// <summary>Outcomes within this factor of the observed one count as equally likely, as in R's exact tests.</summary>
    internal const double EquallyLikely = 1 + 1e-7;

    // Up to here a number of trials can be told as a double and halved as a whole number.
    private const long MostTrials = 4_000_000_000_000_000_000;

    /// <summary>Probability of all outcomes at most as likely as the observed one.</summary>
    /// <remarks>Probabilities fall on both sides of the mean, so the other side is one tail whose edge halving finds.</remarks>
    internal static double TwoSidedPValue(long successes, long trials, double target)
    {
        _ = trials <= MostTrials ? trials : throw Guard.TooLarge("the number of observations in an exact test", MostTrials);
        double mean = trials * Guard.Probability(target);
        if (Guard.InRange(successes, 0, trials) == mean)
        {
            return 1;
        }

        double limit = BinomialDistribution.LogProbability(successes, trials, target) + Math.Log(EquallyLikely);
        if (successes < mean)
        {
            long inside = (long)Math.Ceiling(mean) - 1;
            long outside = trials + 1;
            while (outside - inside > 1)
            {
                long middle = inside + (outside - inside) / 2;
                if (BinomialDistribution.LogProbability(middle, trials, target) <= limit)
                {
                    outside = middle;
                }
                else
                {
                    inside = middle;
                }
            }

            return Math.Min(1, BinomialDistribution.Cdf(successes, trials, target) + BinomialDistribution.AtLeast(outside, trials, target));
        }
        else
        {
            long inside = (long)Math.Floor(mean) + 1;
            long outside = -1;
            while (inside - outside > 1)
            {
                long middle = outside + (inside - outside) / 2;
                if (BinomialDistribution.LogProbability(middle, trials, target) <= limit)
                {
                    outside = middle;
                }
                else
                {
                    inside = middle;
                }
            }

            return Math.Min(1, BinomialDistribution.Cdf(outside, trials, target) + BinomialDistribution.AtLeast(successes, trials, target));
        }
    }
}
