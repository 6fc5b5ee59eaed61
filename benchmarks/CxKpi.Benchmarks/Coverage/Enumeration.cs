namespace CxKpi.Benchmarks.Coverage;

/// <summary>Shares and rates, whose outcomes are few enough to add up all of them.</summary>
internal static class Enumeration
{
    private static readonly int[] Sizes = [1, 2, 5, 10, 20, 50, 100, 1000];

    private static readonly ShareInterval[] Methods =
        [ShareInterval.Wilson, ShareInterval.ModifiedWilson, ShareInterval.Jeffreys, ShareInterval.MidP, ShareInterval.ClopperPearson];

    public static IEnumerable<Cell> Shares() =>
        from share in (double[])[0.5, 0.3, 0.1, 0.05, 0.02, 0.01, 0.001]
        from n in (int[])[5, 10, 30, 100, 1000]
        select ShareCell(FormattableString.Invariant($"share of {share}"), share, n, ShareInterval.Wilson) with { IsNamed = n * share < 10 };

    public static IEnumerable<Cell> Rates() =>
        from mean in (double[])[0.1, 0.5, 1, 3, 10, 30, 100]
        select RateCell(mean);

    /// <summary>The worst share for each method and size: where the interval covers least, and on which side.</summary>
    public static IEnumerable<Cell> LeastOfShares() =>
        from method in Methods
        from n in (int[])[10, 30, 100]
        select Enumerable.Range(1, 2000).Select(i => ShareCell($"{method}", i / 4000.0, n, method)).MinBy(cell => cell.Coverage)! with { IsComparison = true };

    /// <summary>How often equal shares are called different at 5 %, in the worst case of all shares.</summary>
    public static (int Size, int Other, double Worst)[] ShareDifferences()
    {
        Dictionary<int, (double Lower, double Upper)[]> limits = Sizes.ToDictionary(n => n, n => ((double, double)[])[
            .. Enumerable.Range(0, n + 1).Select(x => new BinomialLimits(x, n).At(0.025))]);
        double[] shares = [.. Enumerable.Range(1, 250).Select(i => i / 500.0)];
        return Pairs((n, m) => shares.Max(share => Rejected(
            Binomial(n, share), x => (double)x / n, limits[n], Binomial(m, share), y => (double)y / m, limits[m])));
    }

    /// <summary>The same for rates, over as many units of exposure.</summary>
    public static (int Size, int Other, double Worst)[] RateDifferences()
    {
        const int Most = 700;
        Dictionary<int, (double Lower, double Upper)[]> limits = Sizes.ToDictionary(n => n, n => ((double, double)[])[
            .. Enumerable.Range(0, Most).Select(x => new PoissonLimits(x, n).At(0.025))]);
        double[] totals = [.. Enumerable.Range(0, 60).Select(i => 0.5 * Math.Pow(1000, i / 59.0))];
        return Pairs((n, m) => totals.Max(total => Rejected(
            Poisson(total * n / (n + m), Most), x => (double)x / n, limits[n], Poisson(total * m / (n + m), Most), y => (double)y / m, limits[m])));
    }

    private static (int Size, int Other, double Worst)[] Pairs(Func<int, int, double> worst) =>
    [
        .. (from n in Sizes from m in Sizes where m <= n select (n, m)).AsParallel().AsOrdered().Select(pair => (pair.n, pair.m, worst(pair.n, pair.m))),
    ];

    /// <summary>The chance that the interval of the difference excludes 0.</summary>
    private static double Rejected(
        double[] chances,
        Func<int, double> value,
        (double Lower, double Upper)[] limits,
        double[] otherChances,
        Func<int, double> otherValue,
        (double Lower, double Upper)[] otherLimits)
    {
        double sum = 0;
        for (int x = 0; x < chances.Length; x++)
        {
            if (chances[x] < 1e-12)
            {
                continue;
            }

            for (int y = 0; y < otherChances.Length; y++)
            {
                if (otherChances[y] < 1e-12)
                {
                    continue;
                }

                (double lower, double upper) = Mover.Difference(
                    value(x), limits[x].Lower, limits[x].Upper, otherValue(y), otherLimits[y].Lower, otherLimits[y].Upper);
                sum += lower > 0 || upper < 0 ? chances[x] * otherChances[y] : 0;
            }
        }

        return sum;
    }

    private static Cell ShareCell(string name, double share, int n, ShareInterval method)
    {
        double below = 0, above = 0, decided = 0;
        double[] chances = Binomial(n, share);
        for (int x = 0; x <= n; x++)
        {
            Estimate estimate = new ShareTally(x, n).Estimate(method: method)!.Value;
            below += share < estimate.Lower ? chances[x] : 0;
            above += share > estimate.Upper ? chances[x] : 0;
            decided += share < estimate.Lower || share > estimate.Upper ? chances[x] : 0;
        }

        return new(name, n, below, above, 0, decided);
    }

    private static Cell RateCell(double mean)
    {
        double below = 0, above = 0;
        double[] chances = Poisson(mean, 400);
        for (int x = 0; x < chances.Length; x++)
        {
            Estimate estimate = new RateTally(x, 1).Estimate()!.Value;
            below += mean < estimate.Lower ? chances[x] : 0;
            above += mean > estimate.Upper ? chances[x] : 0;
        }

        return new("events", mean, below, above, 0, below + above);
    }

    private static double[] Binomial(int n, double share) => [.. Enumerable.Range(0, n + 1).Select(x => BinomialDistribution.Probability(x, n, share))];

    private static double[] Poisson(double mean, int most) =>
        [.. Enumerable.Range(0, most).Select(x => Math.Exp(x * Math.Log(mean) - mean - GammaFunctions.LogGamma(x + 1)))];
}
