namespace CxKpi.Benchmarks.Coverage;

/// <summary>Changes, ratios and differences of differences whose true size is known; two or four samples of the same size each.</summary>
internal static class Comparisons
{
    private static readonly int[] Sizes = [10, 30, 100, 1000];

    public static IEnumerable<Cell> All(int samples) =>
    [
        .. Over("change of a mean rating, +0.2 of 4.2", samples, (ref random, size) =>
            Of(Rated(ref random, size, 0.60).ChangeFrom(Rated(ref random, size, 0.50)), 0.2)),
        .. Over("change of an order value, lognormal 0.8, none", samples, (ref random, size) =>
            Of(Ordered(ref random, size).ChangeFrom(Ordered(ref random, size)), 0)),
        .. Over("change of a net score, +10 of 30", samples, (ref random, size) =>
            Of(Recommended(ref random, size, 0.55, 0.15).ChangeFrom(Recommended(ref random, size, 0.5, 0.2)), 10)),
        .. Over("change of a share, +0.1 of 0.7", samples, (ref random, size) => Of(Hits(ref random, size, 0.8).ChangeFrom(Hits(ref random, size, 0.7)), 0.1)),
        .. Over("ratio of shares, 0.6 over 0.2 (Koopman)", samples, (ref random, size) =>
            Of(Hits(ref random, size, 0.6).RatioTo(Hits(ref random, size, 0.2)), 3)),
        .. Over("difference in differences of shares, +0.1", samples, (ref random, size) => Of(
            DifferenceInDifferences.Of(
                Hits(ref random, size, 0.5), Hits(ref random, size, 0.7), Hits(ref random, size, 0.6), Hits(ref random, size, 0.7)),
            0.1)),
        .. Over("difference in differences of net scores, none", samples, (ref random, size) => Of(
            DifferenceInDifferences.Of(
                Net(ref random, size), Net(ref random, size), Net(ref random, size), Net(ref random, size)),
            0)),
        .. Over("paired change of a share, +0.15 (Tango)", samples, (ref random, size) => Of(Paired(ref random, size).Change(), 0.15)),
    ];

    private static IEnumerable<Cell> Over(string name, int samples, Draw draw) =>
        Sizes.Select(size => Simulation.Of(name, size, size > 100 ? samples / 4 : samples, draw));

    private static Outcome Of(Change? change, double truth) => change is { } known
        ? new(truth < known.Lower, truth > known.Upper, Outcome.IsWarned(known.Flags), known.Verdict is not (ChangeVerdict.NoEvidence or ChangeVerdict.Unknown))
        : new(false, false, true, false);

    // A ratio without an upper limit holds every larger one.
    private static Outcome Of(ChangeRatio? ratio, double truth) => ratio is { } known
        ? new(truth < known.Lower, truth > known.Upper, Outcome.IsWarned(known.Flags), known.Verdict is not (ChangeVerdict.NoEvidence or ChangeVerdict.Unknown))
        : new(false, false, true, false);

    private static ShareTally Hits(ref RepeatableRandom random, int size, double share)
    {
        long hits = 0;
        for (int i = 0; i < size; i++)
        {
            hits += random.NextUnit() < share ? 1 : 0;
        }

        return new(hits, size);
    }

    private static NetTally Net(ref RepeatableRandom random, int size)
    {
        Nps nps = Recommended(ref random, size, 0.5, 0.2);
        return new(nps.Promoters, nps.Passives, nps.Detractors);
    }

    private static Nps Recommended(ref RepeatableRandom random, int size, double promoters, double detractors)
    {
        long[] counts = new long[3];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, [promoters, 1 - promoters - detractors, detractors])]++;
        }

        return new(counts[0], counts[1], counts[2]);
    }

    /// <summary>Answers from 1 to 5, so many of them fives at the cost of threes: a tenth more fives is 0.2 more on average.</summary>
    private static MeanRating Rated(ref RepeatableRandom random, int size, double fives)
    {
        long[] counts = new long[5];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, [0.03, 0.04, 0.68 - fives, 0.25, fives])]++;
        }

        return MeanRating.FromTally(new(RatingScale.OneToFive, counts));
    }

    private static AverageOrderValue Ordered(ref RepeatableRandom random, int size)
    {
        RatioTally orders = default;
        for (int i = 0; i < size; i++)
        {
            orders = orders.Combine(RatioTally.Row(Math.Round((decimal)(1000 * Math.Exp(0.8 * random.NextNormal())), 2), 1));
        }

        return new(orders);
    }

    /// <summary>The same customers before and after: 0.6 of them say yes, and then 0.75.</summary>
    private static PairedShareTally Paired(ref RepeatableRandom random, int size)
    {
        long[] counts = new long[4];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, [0.5, 0.1, 0.25, 0.15])]++;
        }

        return new(both: counts[0], beforeOnly: counts[1], afterOnly: counts[2], neither: counts[3]);
    }
}
