using System.Globalization;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often segments that do not differ have a best or a worst one: by comparison of all, and by looking for the ends and comparing these.</summary>
internal static class SegmentEnds
{
    public const string Name = "best or worst segment";

    private const int Answers = 50;

    public static IEnumerable<Cell> Cells(bool quick)
    {
        foreach (int count in (int[])[5, 10, 20])
        {
            int series = quick ? 400 : 4000;
            bool[] named = new bool[series], naive = new bool[series];
            Parallel.For(0, series, i =>
            {
                RepeatableRandom random = new(unchecked((ulong)i * 1_000_003 + (ulong)count * 7919));
                Segments<int, Nps> segments = Equal(ref random, count).TallyBy(x => x.Key, x => x.Nps);
                named[i] = segments.Compare() is { Best: not null } or { Worst: not null };
                IReadOnlyList<KeyValuePair<int, Nps>> ranked = segments.BestFirst();
                naive[i] = ranked[0].Value.ChangeFrom(ranked[^1].Value)?.Verdict == ChangeVerdict.Better;
            });
            string kind = string.Create(CultureInfo.InvariantCulture, $"{Answers} answers");
            yield return new(Name, "net", count, kind, named.Count(x => x), series, 0, 0.07, IsNaive: false);
            yield return new("best against worst", "net", count, kind, naive.Count(x => x), series, 0, null, IsNaive: true);
        }
    }

    private static (int Key, Nps Nps)[] Equal(ref RepeatableRandom random, int count)
    {
        (int, Nps)[] segments = new (int, Nps)[count];
        for (int key = 0; key < count; key++)
        {
            int up = 0, down = 0;
            for (int i = 0; i < Answers; i++)
            {
                double at = random.NextUnit();
                up += at < 0.45 ? 1 : 0;
                down += at >= 0.8 ? 1 : 0;
            }

            segments[key] = (key, new(up, Answers - up - down, down));
        }

        return segments;
    }
}
