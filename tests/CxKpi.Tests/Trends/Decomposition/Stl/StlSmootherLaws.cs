using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class StlSmootherLaws
{
    private static readonly StlOptions[] Options =
    [
        StlOptions.Default, StlOptions.Default with { InnerIterations = 1 }, StlOptions.Periodic, new() { SeasonalSpan = 5, TrendSpan = 9 },
        new() { SeasonalSpan = 7, SeasonalJump = 3, TrendJump = 4, LowPassJump = 2 }, StlOptions.RCompatible(7), StlOptions.StatsmodelsCompatible(),
    ];

    private sealed record Case(int Count, int Period, StlOptions How, double[] Weights);

    private static readonly Gen<Case> Some =
        from period in Gen.Choose(2, 7)
        from cycles in Gen.Choose(2, 45)
        from more in Gen.Choose(0, 6)
        from how in Gen.Elements(Options)
        from equal in Gen.Elements(true, false)
        from gaps in Gen.Choose(0, 3)
        from marks in Gen.Choose(0, 99).ArrayOf(period * cycles + more)
        let weights = marks.Select(x => x < 5 * gaps ? 0 : equal ? 1 : 0.5 + x / 50.0).ToArray()
        where StlGaps.SparsePlace(weights, weights, period) is null
            && 2 * StlGaps.Longest(weights, weights).Length < StlPlan.For(weights.Length, period, how).Trend
        select new Case(weights.Length, period, how, weights);

    [Property]
    public Property TheResponseOfEveryFigureIsThatOfAnImpulseAlone() => Law.ForAll(Some, x =>
    {
        StlSmoother smoother = new(x.Count, x.Period, x.How, x.Weights);
        return Enumerable.Range(0, x.Count).Where(j => x.Weights[j] > 0).All(j =>
        {
            (double[] seasonal, double[] trend) = Alone(x, j);
            (double[] seasons, double[] line) = smoother.Response(j);
            return Near(seasonal, seasons) && Near(trend, line);
        });
    });

    [Property]
    public Property GroupsTakeEveryFigureOnceOutOfEachOthersReach() => Law.ForAll(Some, x =>
    {
        StlReach reach = new(x.Count, StlPlan.For(x.Count, x.Period, x.How), x.Weights);
        List<int>[] groups = [.. reach.Groups(j => x.Weights[j] > 0)];
        return groups.SelectMany(group => group).Order().SequenceEqual(Enumerable.Range(0, x.Count).Where(j => x.Weights[j] > 0))
            && groups.All(group => group.Zip(group.Skip(1)).All(pair => reach.To[pair.First] < reach.From[pair.Second]));
    });

    private static (double[] Seasonal, double[] Trend) Alone(Case x, int place)
    {
        double[] impulse = new double[x.Count], seasonal = new double[x.Count], trend = new double[x.Count];
        impulse[place] = 1;
        _ = Stl.Decompose(impulse, x.Period, x.How with { RobustIterations = 0 }, seasonal, trend, new(), x.Weights);
        return (seasonal, trend);
    }

    private static bool Near(double[] first, double[] second) => first.Zip(second).All(pair => Math.Abs(pair.First - pair.Second) < 1e-11);
}
