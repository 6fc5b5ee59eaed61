namespace CxKpi.Benchmarks.Ratios;

/// <summary>Tallying rows by key, against LINQ's grouping, and what an estimate allocates.</summary>
internal static class SegmentRatios
{

    public static IEnumerable<Ratio> Measure()
    {
        yield return new("tallyby.rows_per_second.vs_linq_groupby", AgainstLinq(rows: 5_000_000, segments: 50), Target: 2);
        yield return new("segments.million_rows.vs_linq", AgainstLinq(rows: 1_000_000, segments: 1_000), Target: 2);

        Nps nps = new(promoters: 120, passives: 60, detractors: 45);
        yield return new("estimate.nps.allocated_bytes", Race.AllocatedBytes(_ => nps.Estimate()!.Value.N, 1), Target: 0, AtMost: true);
    }

    private static double AgainstLinq(int rows, int segments)
    {
        (int Agent, int Score)[] all = RandomRows(rows, segments);
        return Race.MedianSpeedRatio(n => Tally(First(n)), n => Linq(First(n)), rows);

        // Shorter spans serve the warm-up only.
        (int Agent, int Score)[] First(int n) => n == all.Length ? all : all[..n];
    }

    private static long Tally((int Agent, int Score)[] rows) =>
        rows.TallyBy(row => row.Agent, row => Nps.FromAnswer(row.Score))[0].Promoters;

    private static long Linq((int Agent, int Score)[] rows) =>
        rows.GroupBy(row => row.Agent).ToDictionary(group => group.Key, group => Nps.FromAnswers(group.Select(row => row.Score)))[0].Promoters;

    private static (int Agent, int Score)[] RandomRows(int count, int segments)
    {
        Random random = new(2);
        (int, int)[] rows = new (int, int)[count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (random.Next(segments), random.Next(11));
        }

        return rows;
    }
}
