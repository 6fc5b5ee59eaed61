using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Series.Segmentation;

public class SegmentsFoldingTests
{
    private static readonly Segments<string, Nps> Shops = new[] { ("a", 40L), ("b", 3L), ("c", 0L), ("d", 12L), ("e", 30L) }
        .TallyBy(row => row.Item1, row => new Nps(row.Item2, 0, 0));

    [Fact]
    public void SuppressBelow_OneSmallSegment_HidesAnotherWithIt()
    {
        Segments<string, Nps> shown = Shops.SuppressBelow(10, "other");

        Assert.Equal(["a", "c", "e", "other"], shown.Keys);
        Assert.Equal(new Nps(15, 0, 0), shown["other"]);
        Assert.Equal(Shops.Total, shown.Total);
    }

    [Fact]
    public void SuppressBelow_SmallOnesThatAreTogetherTooSmall_TakeMore() =>
        Assert.Equal(["a", "c", "other"], Shops.SuppressBelow(16, "other").Keys);

    [Fact]
    public void SuppressBelow_NothingTooSmall_ChangesNothing() => Assert.Same(Shops, Shops.SuppressBelow(3, "other"));

    [Fact]
    public void SuppressBelow_WhatCannotBeKept_IsRefused()
    {
        Assert.Equal(
            "together must be a key that no segment has, but there is a segment a (Parameter 'together')",
            Assert.Throws<ArgumentException>("together", () => Shops.SuppressBelow(10, "a")).Message);
        Assert.Throws<ArgumentOutOfRangeException>("least", () => Shops.SuppressBelow(0, "other"));
        Assert.Throws<ArgumentNullException>("together", () => Shops.SuppressBelow(10, null!));
        Assert.Throws<ArgumentNullException>("outer", () => Shops.RollUp<int>(null!));
    }

    [Fact]
    public void RollUp_WithoutALargerSegment_NamesTheFunction() => Assert.Throws<ArgumentNullException>(
        "outer", () => new[] { 1 }.TallyBy(x => x, _ => new Nps(1, 0, 0)).RollUp(_ => (string)null!));
}

public class SegmentsFoldingLaws
{
    private static Gen<Segments<(int, int), Nps>> Table =>
        (from counts in Gen.Choose(0, 12).ArrayOf(3)
         select new Nps(counts[0], counts[1], counts[2]))
        .ArrayOf(12)
        .Select(cells => cells.Select((cell, i) => (cell, i)).TallyBy(x => (x.i / 4, x.i % 4), x => x.cell));

    [Property]
    public Property TheMarginsOfATableAddUpToItsTotal() =>
        Law.ForAll(Table, x => x.RollUp(key => key.Item1).Total == x.Total && x.RollUp(key => key.Item2).Total == x.Total);

    [Property]
    public Property LevelsOfAHierarchyAddUpWhateverTheWay() =>
        Law.ForAll(Table, x => x.RollUp(key => key.Item1).RollUp(key => key > 0).SequenceEqual(x.RollUp(key => key.Item1 > 0)));

    [Property]
    public Property NoSmallSegmentIsShownAndTheTotalStays() =>
        Law.ForAll(Table, x => x.SuppressBelow(15, (9, 9)) is var shown
            && shown.Total == x.Total
            && (shown.Total.N < 15 || shown.Values.All(one => one.N is 0 or >= 15))
            && (ReferenceEquals(shown, x) || x.Count(one => one.Value.N > 0 && !shown.ContainsKey(one.Key)) >= Math.Min(2, x.Count(one => one.Value.N > 0))));
}
