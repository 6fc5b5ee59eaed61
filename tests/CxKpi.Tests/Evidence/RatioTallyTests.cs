using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class RatioTallyTests
{
    [Fact]
    public void Members_WorkedExample_IsARatioOfTotals()
    {
        RatioTally tally = RatioTally.FromRows([(10, 1), (30, 9)]);

        Assert.Equal(4, tally.Value);
        Assert.Equal(4m, tally.DecimalValue);
        Assert.Equal(new RatioTally(2, 40, 10, 1000, 280, 82), tally);
        Assert.Equal("40 / 10 over 2 rows", tally.ToString());
    }

    [Fact]
    public void Value_OfAZeroWithASign_HasNone()
    {
        decimal zero = 0m - 0.00m;

        Assert.False(double.IsNegative(RatioTally.FromTotals(zero, 5).Value!.Value));
        Assert.False(double.IsNegative(new MeanTally(1, zero, 0).Value!.Value));
        Assert.False(double.IsNegative(new AverageOrderValue(zero, 2).Value!.Value));
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(RatioTally).Value);
        Assert.Null(default(RatioTally).DecimalValue);
        Assert.Null(default(RatioTally).Estimate());
        Assert.Equal(default, RatioTally.FromTotals(0, 0));
        Assert.Equal(default, RatioTally.FromRows([]));
        Assert.Equal(default, RatioTally.FromValues([]));
    }

    [Fact]
    public void FromTotals_OneTotal_HasNoLimits()
    {
        Estimate estimate = RatioTally.FromTotals(500, 20).Estimate()!.Value;

        Assert.Equal(25, estimate.Value);
        Assert.Null(estimate.Lower);
        Assert.Equal(EstimateFlags.SingleObservation, estimate.Flags);
    }

    [Fact]
    public void FromTotals_SpendWithoutOrders_CountsWhenOrdersCome()
    {
        RatioTally tally = RatioTally.FromTotals(100, 0);

        Assert.Null(tally.Value);
        Assert.Equal(25, tally.Combine(RatioTally.FromTotals(0, 4)).Value);
    }

    [Fact]
    public void Doors_BadInput_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => RatioTally.Row(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => RatioTally.FromTotals(1, -1));
        Assert.StartsWith(
            "rows must not be negative (at position 1, denominator); got -1",
            Assert.Throws<ArgumentOutOfRangeException>("rows", () => RatioTally.FromRows([(1, 1), (1, -1)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("rows", () => RatioTally.FromRows(null!));
        Assert.Throws<ArgumentNullException>("values", () => RatioTally.FromValues(null!));
        Assert.Throws<OverflowException>(() => RatioTally.Row(1e27m, 1));
    }

    // Beside the square of the count, which is kept under an exponent, that of the amount is none.
    [Fact]
    public void FromTotals_OfATinyAmountOverVeryMany_IsKept()
    {
        RatioTally tally = RatioTally.FromTotals(0.0000005m, long.MaxValue);
        Assert.Equal((0.0000005m, 16, 0), (tally.Numerator, tally.SquareExponent, tally.SquaredNumerators));
        Assert.Equal(tally, JsonSerializer.Deserialize<RatioTally>(JsonSerializer.Serialize(tally)));
    }

    // Sums whose squares are kept under an exponent are added on a way of their own.
    [Fact]
    public void Combine_BeyondTheRange_NamesTheSum()
    {
        RatioTally wide = RatioTally.Row(2.5e22m, 2.5e22m);
        Assert.Equal(16, wide.SquareExponent);
        Assert.Contains("squaredNumerators", Assert.Throws<OverflowException>(() => wide.Combine(wide)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 0, 0, 0, 0, 0, "rows")]
    [InlineData(0, 1, 0, 0, 0, 0, "rows")]
    [InlineData(0, 0, 0, 0, 1, 0, "rows")]
    [InlineData(1, 1, -1, 1, 1, 1, "denominator")]
    [InlineData(1, 1, 1, -1, 1, 1, "squaredNumerators")]
    [InlineData(1, 1, 1, 1, 1, -1, "squaredDenominators")]
    public void Constructor_SumsThatNoRowsHave_Throws(
        long rows,
        int numerator,
        int denominator,
        int squaredNumerators,
        int products,
        int squaredDenominators,
        string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new RatioTally(rows, numerator, denominator, squaredNumerators, products, squaredDenominators));

    [Fact]
    public void ChangeFrom_NoData_IsNull() => Assert.Null(RatioTally.Row(1, 1).ChangeFrom(default));
}

public class RatioTallyLaws
{
    private static Gen<List<(decimal, decimal)>> Rows =>
        (from numerator in Some.Money
         from denominator in Gen.Choose(0, 50)
         select (numerator, (decimal)denominator)).ListOf();

    [Property]
    public Property CombiningTalliesIsTallyingAllRows() =>
        Law.ForAll(Rows.Two(), x => RatioTally.FromRows(x.Item1).Combine(RatioTally.FromRows(x.Item2)) == RatioTally.FromRows(x.Item1.Concat(x.Item2)));

    [Property]
    public Property TheSumsAreThoseOfTheRows() =>
        Law.ForAll(Rows, x => RatioTally.FromRows(x) == (x.Count == 0 ? default : new RatioTally(
            x.Count, x.Sum(y => y.Item1), x.Sum(y => y.Item2), x.Sum(y => y.Item1 * y.Item1), x.Sum(y => y.Item1 * y.Item2), x.Sum(y => y.Item2 * y.Item2))));

    [Property]
    public Property ValuesAreRowsOverOne() =>
        Law.ForAll(Some.Money.ListOf(), x => RatioTally.FromValues(x) == RatioTally.FromRows(x.Select(y => (y, 1m))));

    [Property]
    public bool JsonBringsTheTallyBack(RatioTally x) => JsonSerializer.Deserialize<RatioTally>(JsonSerializer.Serialize(x)) == x;
}
