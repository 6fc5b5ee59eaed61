namespace CxKpi;

/// <summary>The ranks that shares of groups may have, from draws of all of them together.</summary>
/// <param name="Expected">The expected share of each group.</param>
/// <param name="Limits">The limits of each share.</param>
/// <param name="Ranks">The rank of each group by its expected share, from 1, and the limits of its rank.</param>
internal sealed record LeagueRanks(double[] Expected, (double Lower, double Upper)[] Limits, (int Rank, int From, int To)[] Ranks)
{
    /// <param name="groups">The groups, each with data.</param>
    /// <param name="isHighFirst">Whether the highest share has the first rank.</param>
    /// <param name="confidence">The confidence level.</param>
    /// <param name="draws">The number of draws.</param>
    /// <param name="seed">The seed of the draws.</param>
    internal static LeagueRanks Of(ShareTally[] groups, bool isHighFirst, double confidence, int draws, ulong seed)
    {
        // Equal groups are drawn in the same places whatever the order in which they came.
        int[] order = [.. Enumerable.Range(0, groups.Length).OrderBy(i => groups[i].N).ThenBy(i => groups[i].Count)];
        ShareTally[] sorted = [.. order.Select(i => groups[i])];
        BetaBinomialModel model = new(sorted);
        double[][] shares = Filled<double>(sorted.Length, draws);
        int[][] places = Filled<int>(sorted.Length, draws);
        Simulate(model, isHighFirst, seed, shares, places);

        double[] middle = model.Expected(), expected = new double[groups.Length];
        (double, double)[] limits = new (double, double)[groups.Length];
        (int, int, int)[] ranks = new (int, int, int)[groups.Length];
        int least = (int)(draws * (1 - confidence) / 2), most = draws - 1 - least;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            // Draws of equal groups differ by the luck of the draw alone.
            double lower = shares[start..end].Min(row => row[least]), upper = shares[start..end].Max(row => row[most]), own = middle[start];
            int rank = 1 + middle.Count(other => isHighFirst ? other > own : other < own);
            int from = Math.Min(rank, places[start..end].Min(row => row[least])), to = Math.Max(rank, places[start..end].Max(row => row[most]));
            for (int i = start; i < end; i++)
            {
                expected[order[i]] = own;
                limits[order[i]] = (Math.Min(lower, own), Math.Max(upper, own));
                ranks[order[i]] = (rank, from, to);
            }
        }

        return new(expected, limits, ranks);
    }

    /// <summary>Fills the shares and the places of every group over all draws, each in order.</summary>
    private static void Simulate(BetaBinomialModel model, bool isHighFirst, ulong seed, double[][] shares, int[][] places)
    {
        RepeatableRandom random = new(seed);
        double[] drawn = new double[shares.Length];
        int[] who = new int[shares.Length];
        for (int draw = 0; draw < shares[0].Length; draw++)
        {
            model.Draw(ref random, drawn);
            for (int i = 0; i < who.Length; i++)
            {
                who[i] = i;
                shares[i][draw] = drawn[i];
            }

            Array.Sort(drawn, who);
            for (int place = 0; place < who.Length; place++)
            {
                places[who[place]][draw] = isHighFirst ? who.Length - place : place + 1;
            }
        }

        foreach (double[] row in shares)
        {
            Array.Sort(row);
        }

        foreach (int[] row in places)
        {
            Array.Sort(row);
        }
    }

    private static T[][] Filled<T>(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new T[columns])];
}
