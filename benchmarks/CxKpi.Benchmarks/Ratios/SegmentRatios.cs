namespace CxKpi.Benchmarks.Ratios;

/// <summary>Tallying rows by key, against LINQ's grouping and on two cores, rows that stand for many, streams, and what an estimate allocates.</summary>
internal static class SegmentRatios
{
    private const int Rows = 5_000_000;
    private const int Segments = 50;

    // The same functions on one core and on two: the runtime inlines the one that it has seen most.
    private static readonly Func<(int Agent, int Score), int> Agent = static row => row.Agent;
    private static readonly Func<(int Agent, int Score), Nps> Answer = static row => Nps.FromAnswer(row.Score);

    public static IEnumerable<Ratio> Measure()
    {
        (int Agent, int Score)[] numbered = RandomRows(Rows, Segments, agent => agent);
        yield return new("tallyby.five_million.integers_vs_linq_groupby", AgainstLinq(numbered), Target: 8);
        yield return new(
            "parallel.two_cores",
            Race.MedianSpeedRatio(n => InParallel(First(numbered, n)), n => OnOneCore(First(numbered, n)), Rows),
            Target: 1.7);

        (string Agent, int Score)[] named = RandomRows(Rows, Segments, Names(Segments));
        yield return new("tallyby.five_million.strings_vs_linq_groupby", AgainstLinq(named), Target: 4);
        yield return new("segments.million_rows.vs_linq", AgainstLinq(RandomRows(1_000_000, 1_000, agent => agent)), Target: 2);

        Nps nps = new(promoters: 120, passives: 60, detractors: 45);
        yield return new("times.thousand.vs_thousand_combines", Race.MedianSpeedRatio(
            n => Repeated(n, () => nps.Times(1_000).Promoters),
            n => Repeated(n, () => Enumerable.Repeat(nps, 1_000).Tally(one => one).Promoters),
            1_000), Target: 50);
        yield return new("stream.allocated_bytes_per_row", StreamedBytesPerRow(), Target: 0, AtMost: true);
        yield return new("estimate.nps.allocated_bytes", Race.AllocatedBytes(_ => nps.Estimate()!.Value.N, 1), Target: 0, AtMost: true);
    }

    private static double AgainstLinq<TKey>((TKey Agent, int Score)[] all)
        where TKey : notnull =>
        Race.MedianSpeedRatio(n => Tally(First(all, n)), n => Linq(First(all, n)), all.Length);

    // Shorter arrays serve the warm-up only.
    private static T[] First<T>(T[] all, int n) => n == all.Length ? all : all[..n];

    private static long Tally<TKey>((TKey Agent, int Score)[] rows)
        where TKey : notnull =>
        rows.TallyBy(row => row.Agent, row => Nps.FromAnswer(row.Score)).First().Value.Promoters;

    private static long OnOneCore((int Agent, int Score)[] rows) => rows.TallyBy(Agent, Answer).First().Value.Promoters;

    private static long InParallel((int Agent, int Score)[] rows) => rows.AsParallel().TallyBy(Agent, Answer).First().Value.Promoters;

    private static long Linq<TKey>((TKey Agent, int Score)[] rows)
        where TKey : notnull =>
        rows.GroupBy(row => row.Agent).ToDictionary(group => group.Key, group => Nps.FromAnswers(group.Select(row => row.Score))).First().Value.Promoters;

    private static long Repeated(int times, Func<long> work)
    {
        long sum = 0;
        for (int i = 0; i < times; i++)
        {
            sum += work();
        }

        return sum;
    }

    /// <summary>What twice as many rows allocate beyond as many, less what the stream itself does.</summary>
    private static double StreamedBytesPerRow()
    {
        const int Few = 100_000;
        return (double)(Extra(2 * Few) - Extra(Few)) / Few;

        static long Extra(int rows) => Race.AllocatedBytes(TallyStream, rows) - Race.AllocatedBytes(ReadStream, rows);
    }

    private static long TallyStream(int rows) =>
        Stream(rows).TallyByAsync(row => row % Segments, row => Nps.FromAnswer(row % 11)).GetAwaiter().GetResult().Count;

    private static long ReadStream(int rows) => Sum(Stream(rows)).GetAwaiter().GetResult();

    private static async Task<long> Sum(IAsyncEnumerable<int> rows)
    {
        long sum = 0;
        await foreach (int row in rows.ConfigureAwait(false))
        {
            sum += row;
        }

        return sum;
    }

    private static async IAsyncEnumerable<int> Stream(int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            if (row == 0)
            {
                await Task.CompletedTask.ConfigureAwait(false);
            }

            yield return row;
        }
    }

    private static Func<int, string> Names(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(agent => $"agent {agent}")];
        return agent => names[agent];
    }

    private static (TKey Agent, int Score)[] RandomRows<TKey>(int count, int segments, Func<int, TKey> name)
    {
        Random random = new(2);
        (TKey, int)[] rows = new (TKey, int)[count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (name(random.Next(segments)), random.Next(11));
        }

        return rows;
    }
}
