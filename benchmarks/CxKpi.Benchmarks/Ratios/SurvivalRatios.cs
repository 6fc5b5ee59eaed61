namespace CxKpi.Benchmarks.Ratios;

/// <summary>The survival curve of many customers, of whom no two have the same times and a quarter enter late.</summary>
internal static class SurvivalRatios
{
    private const int Rows = 1_000_000;

    public static IEnumerable<Ratio> Measure()
    {
        Tenure[] tenures = RandomTenures();
        _ = Curve(Rows / 2);
        yield return new("survival.million_rows_seconds", Enumerable.Range(0, 5).Min(_ => Race.Seconds(Curve, Rows)), Target: 1, AtMost: true);
        yield return new("survival.growth", Race.Growth(Curve), Target: 2.4, AtMost: true);

        long Curve(int n) => SurvivalTally.FromTenures(tenures.Take(n), CalendarUnit.Day).Curve().Points.Count;
    }

    private static Tenure[] RandomTenures()
    {
        Random random = new(8);
        return [.. Enumerable.Range(0, Rows).Select(i =>
        {
            double entry = i % 4 == 0 ? 300 * random.NextDouble() : 0;
            return new Tenure(entry - 700 * Math.Log(1 - random.NextDouble()) + 1e-6, random.Next(3) > 0, entry);
        })];
    }
}
