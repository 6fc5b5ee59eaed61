namespace CxKpi;

/// <summary>Miettinen and Nurminen's limits of a difference of shares (1985): the trial values that a score test does not reject.</summary>
/// <remarks>
/// The shares that are most likely under a trial difference are found by solving the derivative of the likelihood, which falls all the way;
/// the closed form of the cubic loses its digits where one sample is all of a kind.
/// </remarks>
internal readonly record struct MiettinenNurminenLimits(ShareTally A, ShareTally B) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        double z = -NormalDistribution.Quantile(tail), difference = A.Value!.Value - B.Value!.Value;
        return (Root(z, -1, difference), Root(-z, difference, 1));
    }

    // Without a change of sign the statistic reaches its critical value nowhere: the end of the range on that side is the limit.
    private double Root(double z, double from, double to) =>
        RootFinding.TrySolve(new Excess(A, B, z), from, to, out double root) ? root : z > 0 ? from : to;

    /// <summary>The statistic's distance minus the critical value times its standard error, at a trial difference.</summary>
    private readonly struct Excess(ShareTally a, ShareTally b, double z) : IScalarFunction
    {
        public double At(double trial)
        {
            double lowest = Math.Max(0, -trial), highest = Math.Min(1, 1 - trial);
            double share = MostLikely(trial, lowest, highest), other = Math.Clamp(share + trial, 0, 1);
            double total = (double)a.N + b.N;
            double variance = (other * (1 - other) / a.N + share * (1 - share) / b.N) * total / (total - 1);
            double distance = a.Value!.Value - b.Value!.Value - trial;

            // Where all are alike the variance vanishes at the observed difference; the statistic is 0 there, not undefined.
            return variance <= 0 && distance == 0 ? -z : distance - z * Math.Sqrt(Math.Max(0, variance));
        }

        /// <summary>The share of the baseline that is most likely when the other one is larger by the trial difference.</summary>
        private double MostLikely(double trial, double lowest, double highest) =>
            lowest >= highest ? lowest
            : RootFinding.TrySolve(new Score(a, b, trial), lowest, highest, out double root) ? root
            : new Score(a, b, trial).At((lowest + highest) / 2) > 0 ? highest : lowest;
    }

    /// <summary>The derivative of the logarithm of the likelihood by the baseline's share: it falls from one end to the other.</summary>
    private readonly struct Score(ShareTally a, ShareTally b, double trial) : IScalarFunction
    {
        public double At(double share) => Part(b.Count, share) - Part(b.Rest, 1 - share) + Part(a.Count, share + trial) - Part(a.Rest, 1 - share - trial);

        private static double Part(double count, double share) => count == 0 ? 0 : count / Math.Max(share, double.Epsilon);
    }
}
