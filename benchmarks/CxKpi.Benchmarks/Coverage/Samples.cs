namespace CxKpi.Benchmarks.Coverage;

/// <summary>The samples of independent observations: answers on a scale, net scores, revenue of accounts, order values.</summary>
internal static class Samples
{
    private static readonly int[] Sizes = [5, 10, 30, 100, 1000];

    private static readonly double[] Spreads = [0.5, 0.8, 1.2, 1.7];

    public static IEnumerable<Cell> Ratings(int samples) =>
        Over("rating 1–5, 70 % fives", samples, Rating([0.03, 0.04, 0.08, 0.15, 0.70]))
            .Concat(Over("rating 1–5, 95 % fives", samples, Rating([0.01, 0.01, 0.01, 0.02, 0.95])).Select(cell => cell with { IsNamed = cell.Size == 100 }));

    public static IEnumerable<Cell> NetScores(int samples) =>
        Over("50 % promoters, 20 % detractors", samples, Net([0.5, 0.3, 0.2]))
            .Concat(Over("70 % promoters, 10 % detractors", samples, Net([0.7, 0.2, 0.1])))
            .Concat(Over("90 % promoters, 2 % detractors", samples, Net([0.9, 0.08, 0.02])))
            .Concat(Over("10 % promoters, 60 % detractors", samples, Net([0.1, 0.3, 0.6])));

    /// <summary>Three questions whose answers correlate by one half, from respondents and from counts alone.</summary>
    public static IEnumerable<Cell> Indices(int samples) =>
        Over("index of three questions, respondents", samples, (ref random, size) => Outcome.Of(Index(ref random, size), IndexOfAll))
            .Concat(Over("index of three questions, counts", samples, (ref random, size) =>
            {
                CustomerExperienceIndex rows = Index(ref random, size);
                return Outcome.Of(new CustomerExperienceIndex(rows.Needs, rows.Ease, rows.Enjoyment, rows.Bounds), IndexOfAll);
            }).Select(cell => cell with { IsComparison = true }));

    /// <summary>Accounts of which a tenth leave and a tenth pay half, whatever their size.</summary>
    public static IEnumerable<Cell> Retention(int samples) => Over("gross revenue retention, accounts lognormal 1.5", samples, (ref random, size) =>
    {
        RatioTally accounts = default;
        for (int i = 0; i < size; i++)
        {
            decimal start = Amount(ref random, 1.5);
            accounts = accounts.Combine(RatioTally.Row(random.NextUnit() switch { < 0.1 => 0, < 0.2 => start / 2, _ => start }, start));
        }

        return Outcome.Of(new GrossRevenueRetention(accounts), 0.85);
    });

    public static IEnumerable<Cell> Amounts(int samples) => Spreads.SelectMany(spread =>
        Over(FormattableString.Invariant($"order value, lognormal {spread}"), samples, (ref random, size) =>
        {
            MeanTally orders = default;
            for (int i = 0; i < size; i++)
            {
                orders = orders.Combine(MeanTally.One(Amount(ref random, spread)));
            }

            RatioTally rows = new(orders.N, orders.Sum, orders.N, orders.SumOfSquares!.Value, orders.Sum, orders.N);
            return Outcome.Of(new AverageOrderValue(rows), 1000 * Math.Exp(spread * spread / 2));
        }));

    // An answer is high above the first quantile of a normal trait, and low below the second.
    private const double HighAbove = -0.5, LowBelow = -1;

    private static double IndexOfAll => 100 * (1 - NormalDistribution.Cdf(HighAbove) - NormalDistribution.Cdf(LowBelow));

    private static CustomerExperienceIndex Index(ref RepeatableRandom random, int size)
    {
        CustomerExperienceIndex all = default;
        int[] answers = new int[3];
        for (int i = 0; i < size; i++)
        {
            double trait = random.NextNormal();
            for (int question = 0; question < answers.Length; question++)
            {
                double felt = Math.Sqrt(0.5) * (trait + random.NextNormal());
                answers[question] = felt > HighAbove ? 5 : felt < LowBelow ? 1 : 3;
            }

            all = all.Combine(CustomerExperienceIndex.FromRespondent(answers[0], answers[1], answers[2], NetBounds.OneToFive));
        }

        return all;
    }

    private static IEnumerable<Cell> Over(string name, int samples, Draw draw) =>
        Sizes.Select(size => Simulation.Of(name, size, size > 100 ? samples / 4 : samples, draw));

    private static Draw Rating(double[] chances) => (ref random, size) =>
    {
        long[] counts = new long[5];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, chances)]++;
        }

        return Outcome.Of(MeanRating.FromTally(new(RatingScale.OneToFive, counts)), chances.Select((chance, i) => chance * (i + 1)).Sum());
    };

    private static Draw Net(double[] chances) => (ref random, size) =>
    {
        long[] counts = new long[3];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, chances)]++;
        }

        return Outcome.Of(new Nps(counts[0], counts[1], counts[2]), 100 * (chances[0] - chances[2]));
    };

    // Rounded to cents, with a median of 1,000.
    private static decimal Amount(ref RepeatableRandom random, double spread) =>
        Math.Round((decimal)(1000 * Math.Exp(spread * random.NextNormal())), 2);
}
