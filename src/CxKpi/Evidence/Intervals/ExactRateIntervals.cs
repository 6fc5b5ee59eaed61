namespace CxKpi;

/// <summary>Limits for the mean of a Poisson count from the distribution itself.</summary>
internal static class ExactRateIntervals
{
    /// <summary>From here on a part of one count more or less is what weights change, and tails cost more than they tell.</summary>
    private const long Large = 1_000_000;

    /// <summary>Garwood 1936.</summary>
    internal static (double Lower, double Upper) Garwood(long events, double tail) =>
    (
        events == 0 ? 0 : ChiSquaredDistribution.Quantile(tail, 2.0 * events) / 2,
        events == 0 ? -Math.Log(tail) : ChiSquaredDistribution.UpperQuantile(tail, 2 * (events + 1.0)) / 2);

    /// <summary>The means at which what is at least as far as the count, the count itself taken by <paramref name="weight"/>, has probability
    /// <paramref name="tail"/>.</summary>
    internal static (double Lower, double Upper) Weighted(long events, double tail, double weight)
    {
        (double least, double most) = Garwood(events, tail);
        return events == 0 ? (0, Math.Log(weight) - Math.Log(tail))
            : events > Large ? (least + 1 - weight, most - 1 + weight)
            : (Root(new(events, tail, weight, above: true), least, events), Root(new(events, tail, weight, above: false), events, most));
    }

    // Where even the count itself leaves out less than the tail, the limit is the count.
    private static double Root(in Excess excess, double from, double to) =>
        RootFinding.TrySolve(excess, from, to, out double root, double.Epsilon) ? root : excess.Count;

    private readonly struct Excess(long events, double tail, double weight, bool above) : IScalarFunction
    {
        public double Count => events;

        public double At(double mean)
        {
            TailProbabilities reaching = GammaFunctions.Incomplete(events, mean), passing = GammaFunctions.Incomplete(events + 1.0, mean);
            double outside = above ? (1 - weight) * passing.Lower + weight * reaching.Lower : (1 - weight) * reaching.Upper + weight * passing.Upper;
            return outside - tail;
        }
    }
}
