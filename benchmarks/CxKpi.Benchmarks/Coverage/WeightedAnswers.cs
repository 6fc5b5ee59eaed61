namespace CxKpi.Benchmarks.Coverage;

/// <summary>Answers with lognormal weights that have nothing to do with what is answered, so that the weighted truth is the plain one.</summary>
internal static class WeightedAnswers
{
    private static readonly int[] Sizes = [15, 50, 150];

    public static IEnumerable<Cell> All(int samples) =>
        from variation in (double[])[0.4, 0.8]
        let spread = Math.Sqrt(Math.Log(1 + variation * variation))
        from cell in Shares(samples, variation, spread).Concat(NetScores(samples, variation, spread)).Append(Plain(samples, variation, spread))
        select cell;

    /// <summary>What a multiple of the standard error makes of the smallest samples.</summary>
    private static Cell Plain(int samples, double variation, double spread) => Simulation.Of(
        FormattableString.Invariant($"share of 0.9, weights vary by {variation}: multiple of the standard error"), Sizes[0], samples, (ref random, n) =>
        {
            Estimate found = Shared(ref random, n, spread, 0.9).Estimate()!.Value;
            double reach = 1.96 * (found.StandardError ?? 0);
            return new(0.9 < found.Value - reach, 0.9 > found.Value + reach, Outcome.IsWarned(found.Flags), false);
        }) with
    { IsComparison = true };

    private static IEnumerable<Cell> Shares(int samples, double variation, double spread) =>
        from share in (double[])[0.5, 0.7, 0.9]
        from size in Sizes
        select Simulation.Of(FormattableString.Invariant($"share of {share}, weights vary by {variation}"), size, samples, (ref random, n) =>
            Outcome.Of(Shared(ref random, n, spread, share), share));

    private static IEnumerable<Cell> NetScores(int samples, double variation, double spread) =>
        from net in (double[][])[[0.5, 0.3, 0.2], [0.7, 0.2, 0.1]]
        from size in Sizes
        select Simulation.Of(
            FormattableString.Invariant($"{100 * net[0]:0} % promoters, {100 * net[2]:0} % detractors, weights vary by {variation}"),
            size,
            samples,
            (ref random, n) => Outcome.Of(
                Drawn(ref random, n, spread, net, answer => new Nps(answer == 0 ? 1 : 0, answer == 1 ? 1 : 0, answer == 2 ? 1 : 0)),
                100 * (net[0] - net[2])));

    private static Weighted<Csat> Shared(ref RepeatableRandom random, int size, double spread, double share) =>
        Drawn(ref random, size, spread, [share, 1 - share], answer => new Csat(answer == 0 ? 1 : 0, 1, TopBox.TwoOfFive));

    internal static Weighted<TKpi> Drawn<TKpi>(ref RepeatableRandom random, int size, double spread, ReadOnlySpan<double> chances, Func<int, TKpi> answer)
        where TKpi : struct, IKpi<TKpi>
    {
        Weighted<TKpi> all = default;
        for (int i = 0; i < size; i++)
        {
            decimal weight = Math.Round((decimal)Math.Exp(spread * random.NextNormal()), 6);
            all = all.Combine(Weighted.FromObservation(answer(Simulation.Pick(ref random, chances)), weight));
        }

        return all;
    }
}
