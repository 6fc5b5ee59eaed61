namespace CxKpi;

/// <summary>Random numbers of a binomial distribution, at a cost that does not grow with the number of trials.</summary>
/// <remarks>
/// Few expected successes are counted up by inversion; many come from a transformed uniform, of which about one in seven is rejected.
/// Source: W. Hörmann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation 46 (1993), algorithm BTRS.
/// </remarks>
internal static class BinomialDraws
{
    private const double InversionUpTo = 10;

    /// <summary>A number of successes in so many trials.</summary>
    internal static long Next(ref RepeatableRandom random, long trials, double probability) =>
        probability > 0.5 ? trials - Rare(ref random, trials, 1 - probability) : Rare(ref random, trials, probability);

    private static long Rare(ref RepeatableRandom random, long trials, double probability) => trials == 0 || probability <= 0 ? 0
        : trials * probability < InversionUpTo ? Counted(ref random, trials, probability)
        : Transformed(ref random, trials, probability);

    private static long Counted(ref RepeatableRandom random, long trials, double probability)
    {
        double none = Math.Exp(trials * AccurateMath.LogOnePlus(-probability)), odds = probability / (1 - probability);
        while (true)
        {
            double left = random.NextUnit(), here = none;
            for (long successes = 0; here > 0 && successes <= trials; successes++)
            {
                if (left < here)
                {
                    return successes;
                }

                left -= here;
                here *= odds * (trials - successes) / (successes + 1);
            }
        }
    }

    private static long Transformed(ref RepeatableRandom random, long trials, double probability)
    {
        double spread = Math.Sqrt(trials * probability * (1 - probability)), b = 1.15 + 2.53 * spread, a = -0.0873 + 0.0248 * b + 0.01 * probability;
        double middle = trials * probability + 0.5, accepted = 0.92 - 4.2 / b, scale = (2.83 + 5.1 / b) * spread;
        double atMode = BinomialDistribution.LogProbability((long)((trials + 1.0) * probability), trials, probability);
        while (true)
        {
            double u = random.NextUnit() - 0.5, v = 1 - random.NextUnit(), distance = 0.5 - Math.Abs(u);
            double drawn = distance > 0 ? Math.Floor((2 * a / distance + b) * u + middle) : -1;
            if (!(drawn >= 0 && drawn <= trials))
            {
                continue;
            }

            long successes = Math.Min((long)drawn, trials);
            if ((distance >= 0.07 && v <= accepted)
                || Math.Log(v * scale / (a / (distance * distance) + b)) <= BinomialDistribution.LogProbability(successes, trials, probability) - atMode)
            {
                return successes;
            }
        }
    }
}
