using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class ClassicalDecompositionLaws
{
    private sealed record Case(double[] Season, double Slope, int Count)
    {
        public double[] Values => Of(Season);

        public double[] Of(double[] season) => [.. Enumerable.Range(0, Count).Select(i => season[i % season.Length] + Slope * i)];
    }

    private static Gen<Case> Some =>
        from season in Gen.Elements(2, 4, 7, 12).SelectMany(period => Gen.Choose(-100, 100).ArrayOf(period))
        from slope in Gen.Choose(-10, 10)
        from rest in Gen.Choose(0, season.Length - 1)
        select new Case([.. season.Select(x => x / 10.0)], slope / 10.0, 4 * season.Length + rest);

    [Property]
    public Property APeriodicSeriesPlusALineIsRecovered() => Law.ForAll(Some, x =>
    {
        ClassicalDecomposition parts = ClassicalDecomposition.Of(x.Values, x.Season.Length);
        double mean = x.Season.Average();
        return parts.Figure.Zip(x.Season, (a, b) => Math.Abs(a - (b - mean))).Max() < 1e-9
            && parts.Remainder.All(r => double.IsNaN(r) || Math.Abs(r) < 1e-9);
    });

    [Property]
    public Property PermutingTheSeasonsPermutesTheIndices() => Law.ForAll(Some, x =>
    {
        IReadOnlyList<double> figure = ClassicalDecomposition.Of(x.Values, x.Season.Length).Figure;
        IReadOnlyList<double> reversed = ClassicalDecomposition.Of(x.Of([.. x.Season.AsEnumerable().Reverse()]), x.Season.Length).Figure;
        return figure.Reverse().Zip(reversed, (a, b) => Math.Abs(a - b)).Max() < 1e-9;
    });

    [Property]
    public Property ExtrapolatedEndsOfALineStayOnIt() => Law.ForAll(Some, x =>
    {
        ClassicalDecomposition parts = ClassicalDecomposition.Of(x.Values, x.Season.Length, new() { ExtrapolatedFrom = x.Season.Length });
        return parts.Trend.Select((t, i) => Math.Abs(t - (x.Season.Average() + x.Slope * i))).Max() < 1e-9;
    });
}
