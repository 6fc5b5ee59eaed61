using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ValueBandsTests
{
    [Fact]
    public void From_TenDifferentFigures_MakesFifthsOfTwo()
    {
        ValueBands bands = ValueBands.From(Enumerable.Range(1, 10).Select(x => (decimal)x));

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], Enumerable.Range(1, 10).Select(x => bands.BandOf(x).Number));
        Assert.Equal("1/5 from 1, 2/5 from 3, 3/5 from 5, 4/5 from 7, 5/5 from 9", bands.ToString());
        Assert.Equal(7, bands.StartOf(4));
    }

    [Fact]
    public void From_ManyEqualFigures_KeepsThemTogether()
    {
        ValueBands orders = ValueBands.From([1, 1, 1, 1, 1, 1, 2, 2, 3, 9]);

        Assert.Equal([2, 4, 5, 5], new decimal[] { 1, 2, 3, 9 }.Select(x => orders.BandOf(x).Number));
        Assert.Null(orders.StartOf(1));
        Assert.Null(orders.StartOf(3));
    }

    [Fact]
    public void BandOf_AFigureOfSomebodyElse_IsThatOfTheNextBelow()
    {
        ValueBands bands = ValueBands.From([10, 20, 30, 40], bands: 2);

        Assert.Equal([1, 1, 1, 2, 2], new decimal[] { -5, 10, 29.99m, 30, 1000 }.Select(x => bands.BandOf(x).Number));
        Assert.Equal("2/2", bands.BandOf(40).ToString());
    }

    [Fact]
    public void BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("figures", () => ValueBands.From([]));
        Assert.Throws<ArgumentNullException>("figures", () => ValueBands.From(null!));
        Assert.Throws<ArgumentOutOfRangeException>("bands", () => ValueBands.From([1], 1));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => ValueBands.From([1]).StartOf(6));
        Assert.Throws<ArgumentOutOfRangeException>("number", () => new ValueBand(6, 5));
        Assert.Throws<ArgumentOutOfRangeException>("of", () => new ValueBand(1, 0));
    }
}

public class ValueBandsLaws
{
    private static Gen<decimal[]> Figures => Gen.Choose(0, 30).Select(x => (decimal)x).NonEmptyListOf().Select(x => x.ToArray());

    // The formula as it is written, figure by figure.
    [Property]
    public Property EveryFigureLiesInTheBandOfTheFormula() => Law.ForAll(Figures.Zip(Gen.Choose(2, 10)), x =>
    {
        (decimal[] figures, int count) = x;
        ValueBands bands = ValueBands.From(figures, count);
        return Array.TrueForAll(figures, figure =>
        {
            decimal below = figures.Count(other => other < figure) + figures.Count(other => other == figure) / 2m;
            return bands.BandOf(figure).Number == 1 + (int)(count * below / figures.Length);
        });
    });

    [Property]
    public Property TheOrderOfCustomersDoesNotMatter() => Law.ForAll(Figures, x => ValueBands.From(x).ToString() == ValueBands.From(x.Reverse()).ToString());

    [Property]
    public Property BandsOfDifferentFiguresDifferByOneCustomerAtMost() => Law.ForAll(Gen.Choose(1, 60), n =>
    {
        ValueBands bands = ValueBands.From(Enumerable.Range(1, n).Select(x => (decimal)x));
        int[] sizes = [.. Enumerable.Range(1, 5).Select(number => Enumerable.Range(1, n).Count(x => bands.BandOf(x).Number == number))];
        return sizes.Max() - sizes.Min() <= 1;
    });
}
