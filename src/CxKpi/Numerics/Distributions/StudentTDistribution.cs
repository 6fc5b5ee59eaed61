namespace CxKpi;

/// <summary>Student's t distribution with real degrees of freedom; infinitely many make it normal.</summary>
internal static class StudentTDistribution
{
    /// <summary>From here on t differs from the normal by less than a rounding: t ≈ z + z³/(4·df), and z stays below 40.</summary>
    private const double NormalFrom = 1e20;

    /// <summary>Beyond this the square of t leaves the range of a double, and the tail is its power law to every digit.</summary>
    private const double LogOfSmallestOdds = -600;

    /// <summary>The value that a t variable stays below with probability <paramref name="p"/>; ∓∞ at 0 and 1.</summary>
    internal static double Quantile(double p, double df)
    {
        double distance = Distance(2 * Math.Min(Guard.Probability(p), 1 - p), 2 * Math.Abs(p - 0.5), Guard.Positive(df));
        return p < 0.5 ? -distance : distance;
    }

    /// <summary>The distance from zero that a t variable keeps within with probability <paramref name="confidence"/>.</summary>
    internal static double CriticalValue(double confidence, double df) =>
        Distance(1 - Guard.Confidence(confidence), confidence, Guard.Positive(df));

    /// <summary>Probability of a value at or below <paramref name="t"/>, accurate where it is small.</summary>
    internal static double Cdf(double t, double df) => 0.5 * TwoSidedPValue(t, df) is var tail && t < 0 ? tail : 1 - tail;

    /// <summary>Probability of a value at least as far from zero as <paramref name="t"/>.</summary>
    internal static double TwoSidedPValue(double t, double df)
    {
        if (Guard.Positive(df) >= NormalFrom)
        {
            return NormalDistribution.TwoSidedPValue(t);
        }

        double distance = Math.Abs(t);
        double odds = df / distance / distance;
        return double.IsPositiveInfinity(odds) ? 1 : BetaDistribution.TailProbabilities(odds / (1 + odds), 1 / (1 + odds), df / 2, 0.5).Lower;
    }

    /// <summary>Where the two tails together hold <paramref name="outside"/>, using that df/(df+t²) is a beta variable.</summary>
    private static double Distance(double outside, double inside, double df)
    {
        if (outside <= 0)
        {
            return double.PositiveInfinity;
        }

        if (inside <= 0)
        {
            return 0;
        }

        if (df >= NormalFrom && outside <= inside)
        {
            return -NormalDistribution.Quantile(outside / 2);
        }

        // Near the middle ½ + inside/2 would lose the digits of a small share inside, which the beta variable keeps.
        df = Math.Min(df, NormalFrom);
        double logOdds = BetaDistribution.LogOfPowerLaw(outside, df / 2, 0.5);
        return logOdds < LogOfSmallestOdds
            ? Math.Exp((Math.Log(df) - logOdds) / 2)
            : Math.Sqrt(df / BetaDistribution.OddsAt(outside, inside, df / 2, 0.5));
    }
}
