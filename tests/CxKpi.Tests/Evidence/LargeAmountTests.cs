using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

/// <summary>Amounts of currencies with small units, whose squares pass the range of decimal.</summary>
public class LargeAmountTests
{
    private const decimal Large = 1e15m;

    [Fact]
    public void AverageOrderValue_LargeTotal_HasItsValue()
    {
        AverageOrderValue november = new(1_400_000_000_000_000m, 100_000_000, "IRR"), december = new(1_500_000_000_000_000m, 100_000_000, "IRR");

        Assert.Equal(14_000_000m, november.PerOrder);
        Assert.Equal(14_000_000, november.Value);
        Assert.StartsWith("AOV 14", november.ToString(), StringComparison.Ordinal);
        Assert.Equal(14_500_000m, november.Combine(december).PerOrder);
        Assert.NotNull(november.Combine(december).Estimate()!.Value.Lower);
        Assert.Equal(november, JsonSerializer.Deserialize<AverageOrderValue>(JsonSerializer.Serialize(november)));
    }

    [Fact]
    public void Records_OfLargeAmounts_HaveValueLimitsChangeAndJson()
    {
        Holds(AverageOrderValue.FromOrders([1 * Large, 2 * Large, 4 * Large], "IRR"), AverageOrderValue.FromOrders([1, 2, 4], "IRR"), (double)Large);
        Holds(HistoricalCustomerValue.FromCustomers([1 * Large, 2 * Large, 4 * Large]), HistoricalCustomerValue.FromCustomers([1, 2, 4]), (double)Large);
        Holds(
            RevenuePerBuyer.FromOrders([("a", 1 * Large), ("b", 3 * Large), ("a", 2 * Large)]),
            RevenuePerBuyer.FromOrders([("a", 1m), ("b", 3), ("a", 2)]),
            (double)Large);
        Holds(
            new CustomerAcquisitionCost(1 * Large, 2).Combine(new(3 * Large, 4)).Combine(new(9 * Large, 5)),
            new CustomerAcquisitionCost(1, 2).Combine(new(3, 4)).Combine(new(9, 5)),
            (double)Large);
        (decimal, decimal)[] small = [(3, 2), (5, 6), (7, 7), (2, 0)], large = [.. small.Select(account => (account.Item1 * Large, account.Item2 * Large))];
        Holds(NetRevenueRetention.FromAccounts(large), NetRevenueRetention.FromAccounts(small), 1);
        Holds(NetRevenueChurn.FromAccounts(large), NetRevenueChurn.FromAccounts(small), 1);
        Holds(GrossRevenueRetention.FromAccounts(large), GrossRevenueRetention.FromAccounts(small), 1);
        Holds(GrossRevenueChurn.FromAccounts(large), GrossRevenueChurn.FromAccounts(small), 1);
        Holds(
            QuickRatio.FromAccounts(large).Combine(QuickRatio.FromAccounts([(Large, 0), (0, 3 * Large)])),
            QuickRatio.FromAccounts(small).Combine(QuickRatio.FromAccounts([(1, 0), (0, 3)])),
            1);
    }

    [Fact]
    public void MeanTally_LargeValues_KeepsItsSpread()
    {
        MeanTally tally = MeanTally.FromValues([1, Large, Large + 20, Large + 40]), same = MeanTally.FromValues([Large, Large + 20, Large + 40]);

        Assert.Equal(16, tally.SquareExponent);
        Assert.Equal(tally, MeanTally.FromValues((IEnumerable<decimal>)[1, Large, Large + 20, Large + 40]));
        Assert.Equal(tally, MeanTally.FromValues([1.0, 1e15, 1e15 + 20, 1e15 + 40]));
        Assert.Equal(tally, JsonSerializer.Deserialize<MeanTally>(JsonSerializer.Serialize(tally)));
        Assert.Equal(1e15 + 20, same.Value);
        Assert.InRange(tally.StandardDeviation!.Value, 4.99e14, 5.01e14);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<MeanTally>("""{"N":1,"Sum":1,"SumOfSquares":1,"SquareExponent":3}"""));
    }

    [Fact]
    public void FromAccounts_NegativeRevenue_NamesTheRowAndWhatToDo()
    {
        (decimal, decimal)[] accounts = [(100, 90), (50, 60), (80, -20)];
        const string Expected = "accounts must not be negative (at position 2, revenue at the end); got -20: " +
            "a credit or a refund is no recurring revenue: leave it out, or enter what the account pays (Parameter 'accounts')";

        foreach (Action refused in (Action[])[
            () => NetRevenueRetention.FromAccounts(accounts),
            () => NetRevenueChurn.FromAccounts(accounts),
            () => GrossRevenueRetention.FromAccounts(accounts),
            () => GrossRevenueChurn.FromAccounts(accounts),
            () => QuickRatio.FromAccounts(accounts)])
        {
            Assert.Equal(Expected, Assert.Throws<ArgumentOutOfRangeException>("accounts", refused).Message);
        }

        Assert.Contains(
            "(at position 0, revenue at the start); got -1",
            Assert.Throws<ArgumentOutOfRangeException>("accounts", () => NetRevenueRetention.FromAccounts([(-1, 0)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refunds_AsRows_AreTakenWhereAnAmountMayBeNegative()
    {
        Assert.Equal(20m, AverageOrderValue.FromOrders([50, -10]).PerOrder);
        Assert.Equal(40m, RevenuePerBuyer.FromOrders([("a", 50m), ("a", -10m)]).PerBuyer);
        Assert.Equal(25m, HistoricalCustomerValue.FromCustomers([60, -10]).PerCustomer);
    }

    private static void Holds<TKpi>(TKpi large, TKpi small, double factor)
        where TKpi : struct, IKpi<TKpi>, IJsonRecord<TKpi>
    {
        Estimate expected = small.Estimate()!.Value, actual = large.Estimate()!.Value;
        Near(expected.Value * factor, actual.Value);
        Near(expected.Lower!.Value * factor, actual.Lower!.Value);
        Near(expected.Upper!.Value * factor, actual.Upper!.Value);
        Assert.Equal(expected.Flags, actual.Flags);
        Assert.NotNull(large.ChangeFrom(large));
        Assert.Equal(large, JsonSerializer.Deserialize<TKpi>(JsonSerializer.Serialize(large)));
    }

    private static void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Abs(expected), $"{expected} {actual}");
}

public class LargeAmountLaws
{
    // Some amounts have squares that are kept as they are, some sums of them do not, and some are large by themselves.
    private static Gen<List<(decimal, decimal)>> Rows =>
        (from numerator in Gen.Choose(-1000, 1000)
         from power in Gen.Choose(10, 16)
         from denominator in Gen.Choose(0, 50)
         select (numerator * (decimal)Math.Pow(10, power), denominator * (decimal)Math.Pow(10, power - 4))).ListOf();

    [Property]
    public Property CombiningLargeTalliesIsTallyingAllRows() =>
        Law.ForAll(Rows.Two(), x => RatioTally.FromRows(x.Item1).Combine(RatioTally.FromRows(x.Item2)) == RatioTally.FromRows(x.Item1.Concat(x.Item2)));

    [Property]
    public Property TheOrderOfLargeRowsDoesNotMatter() =>
        Law.ForAll(Rows, x => RatioTally.FromRows(x) == RatioTally.FromRows(Enumerable.Reverse(x)));

    [Property]
    public Property MeansOfLargeValuesAddUp() => Law.ForAll(
        Rows.Two(),
        x => MeanTally.FromValues(x.Item1.Select(y => y.Item1)).Combine(MeanTally.FromValues((decimal[])[.. x.Item2.Select(y => y.Item1)]))
            == MeanTally.FromValues(x.Item1.Concat(x.Item2).Select(y => y.Item1)));

    [Property]
    public Property JsonBringsLargeTalliesBack() => Law.ForAll(Rows, x =>
        JsonSerializer.Deserialize<RatioTally>(JsonSerializer.Serialize(RatioTally.FromRows(x))) == RatioTally.FromRows(x)
            && RatioTally.FromValues(x.Select(y => y.Item1)) == RatioTally.FromRows(x.Select(y => (y.Item1, 1m))));
}
