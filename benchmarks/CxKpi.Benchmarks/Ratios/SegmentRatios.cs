namespace CxKpi.Benchmarks.Ratios;

/// <summary>Tallying rows by key, against LINQ's grouping, and what an estimate allocates.</summary>
internal static class SegmentRatios
{
    private const int Rows = 5_000_000;
    private const int Agents = 50;

    public static IEnumerable<Ratio> Measure()
    {
        (int Agent, int Score)[] rows = RandomRows();
        yield return new("tallyby.rows_per_second.vs_linq_groupby", Race.MedianSpeedRatio(
            n => Tally(First(n)),
            n => Linq(First(n)),
            Rows), Target: 2);

        // Shorter spans serve the warm-up only.
        (int Agent, int Score)[] First(int n) => n == rows.Length ? rows : rows[..n];

        Nps nps = new(promoters: 120, passives: 60, detractors: 45);
        yield return new("estimate.nps.allocated_bytes", Race.AllocatedBytes(_ => nps.Estimate()!.Value.N, 1), Target: 0, AtMost: true);
    }

    private static long Tally((int Agent, int Score)[] rows) =>
        rows.TallyBy(row => row.Agent, row => Nps.FromAnswer(row.Score))[0].Promoters;

    private static long Linq((int Agent, int Score)[] rows) =>
        rows.GroupBy(row => row.Agent).ToDictionary(group => group.Key, group => Nps.FromAnswers(group.Select(row => row.Score)))[0].Promoters;

    private static (int Agent, int Score)[] RandomRows()
    {
        Random random = new(2);
        (int, int)[] rows = new (int, int)[Rows];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = (random.Next(Agents), random.Next(11));
        }

        return rows;
    }
}
