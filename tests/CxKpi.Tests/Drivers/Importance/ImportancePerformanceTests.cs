using CxKpi.Practices;

namespace CxKpi.Tests.Drivers;

public class ImportancePerformanceTests
{
    [Fact]
    public void Of_FourItems_FillsFourQuadrants()
    {
        ImportancePerformance map = ImportancePerformance.Of([("Speed", 0.4, 5), ("Staff", 0.35, 8), ("Price", 0.15, 4), ("Shop", 0.1, 9)]);

        Assert.Equal((0.25, 6.5), (map.ImportanceCut!.Value, map.PerformanceCut!.Value));
        Assert.Equal(
            [Quadrant.ConcentrateHere, Quadrant.KeepUp, Quadrant.LowPriority, Quadrant.PossibleOverkill],
            map.Select(item => item.Quadrant));
        Assert.Equal(
            ["concentrate here: Speed", "keep up the good work: Staff", "low priority: Price", "possible overkill: Shop"],
            map.ToString().Split(Environment.NewLine));
        Assert.Equal("Speed (40%, 5): concentrate here", map[0].ToString());
    }

    [Fact]
    public void Cut_AtTheMedian_IsNotMovedByOne()
    {
        (string, double, double)[] items = [("a", 0.1, 5), ("b", 0.2, 6), ("c", 0.3, 70)];

        Assert.Equal(27, ImportancePerformance.Of(items).PerformanceCut!.Value, 12);
        ImportancePerformance median = ImportancePerformance.Of(items, QuadrantCut.Median);
        Assert.Equal((0.2, 6), (median.ImportanceCut, median.PerformanceCut));

        // At the cut is high.
        Assert.Equal(Quadrant.KeepUp, median[1].Quadrant);
    }

    [Fact]
    public void Of_AnAnalysis_TakesItsShares()
    {
        DriverAnalysis found = DriverAnalysis.OfCorrelations(["Speed", "Price"], [[1, 0.5, 0.4], [0.5, 1, 0.3], [0.4, 0.3, 1]]);
        ImportancePerformance map = ImportancePerformance.Of(found, name => name == "Speed" ? 3 : 4);

        Assert.Equal(found.Drivers.Select(driver => driver.Share!.Value), map.Select(item => item.Importance));
        Assert.Equal(["Speed"], map.In(Quadrant.ConcentrateHere).Select(item => item.Name));
    }

    [Theory]
    [InlineData(QuadrantCut.Mean)]
    [InlineData(QuadrantCut.Median)]
    public void Of_HugeFigures_HasFiniteCuts(QuadrantCut cut)
    {
        (string, double, double)[] same = [.. Enumerable.Range(0, 5).Select(i => ($"{i}", double.MaxValue, -1e308))];
        (string, double, double)[] apart = [("a", 1e308, -1e308), ("b", -1e308, 1e308), ("c", 1e308, 1e308)];
        ImportancePerformance map = ImportancePerformance.Of(same, cut), wide = ImportancePerformance.Of(apart, cut);

        Assert.Equal((double.MaxValue, -1e308), (map.ImportanceCut, map.PerformanceCut));
        Assert.All(map, item => Assert.Equal(Quadrant.KeepUp, item.Quadrant));
        Assert.Equal(cut == QuadrantCut.Mean ? 1 / 3.0 : 1, wide.ImportanceCut!.Value / 1e308, 12);
        Assert.Equal([Quadrant.ConcentrateHere, Quadrant.PossibleOverkill, Quadrant.KeepUp], wide.Select(item => item.Quadrant));
        Assert.Equal("a (100E+308%, −1E+308): concentrate here", wide[0].ToString());
        Assert.All([map, wide], one =>
        {
            string drawn = Charts.ImportancePerformance(one).ToSvg() + one.ToHtml();
            Assert.DoesNotContain("NaN", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", drawn, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Of_Nothing_IsEmpty()
    {
        DriverAnalysis refused = DriverAnalysis.OfColumns([1.0, 2], [("a", [1.0, 2])]);

        Assert.Equal((0, null, "no data"), (
            ImportancePerformance.Of(refused, _ => 1).Count,
            ImportancePerformance.Of([]).ImportanceCut,
            ImportancePerformance.Of([]).ToString()));
        Assert.Equal(
            "items must hold finite numbers (at position 0); got NaN (Parameter 'items')",
            Assert.Throws<ArgumentOutOfRangeException>(() => ImportancePerformance.Of([("a", double.NaN, 1)])).Message);
    }
}
