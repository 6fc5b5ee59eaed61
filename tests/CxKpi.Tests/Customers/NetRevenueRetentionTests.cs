using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class NetRevenueRetentionTests
{
    [Fact]
    public void New_WorkedExamples_GiveTheirRatios()
    {
        Assert.Equal(1.05, new NetRevenueRetention(start: 200_000, churned: 6_000, contraction: 4_000, expansion: 20_000).Value);
        Assert.Equal(30_000 / 27_000.0, new NetRevenueRetention(27_000, 5_000, 0, 8_000).Value);
        Assert.Equal("NRR 111.1% (1 account)", new NetRevenueRetention(27_000, 5_000, 0, 8_000).ToString());
    }

    [Fact]
    public void FromAccounts_ReferenceFigures_AreMet()
    {
        Estimate nrr = NetRevenueRetention.FromAccounts(RevenueRows.Ten).Estimate()!.Value;

        Assert.Equal(0.9293478260869565, nrr.Value, 15);
        Assert.Equal(0.11546330062830644, nrr.StandardError!.Value, 12);
        Assert.Equal(0.7016466497722236, nrr.Lower!.Value, 9);
        Assert.Equal(1.2309434986013714, nrr.Upper!.Value, 9);
    }

    [Fact]
    public void Estimate_OneAccountWithMoreThanAFifth_SaysSo()
    {
        NetRevenueRetention one = NetRevenueRetention.FromAccounts([(100_000, 150_000), .. Enumerable.Repeat((10m, 10m), 29)]);
        NetRevenueRetention even = NetRevenueRetention.FromAccounts([.. Enumerable.Range(0, 30).Select(i => (100m, 90m + i))]);

        Assert.True(one.Estimate()!.Value.Flags.HasFlag(EstimateFlags.Concentrated));
        Assert.True(JsonSerializer.Deserialize<NetRevenueRetention>(JsonSerializer.Serialize(one)).Combine(even).Estimate()!.Value.Flags
            .HasFlag(EstimateFlags.Concentrated));
        Assert.True(one.ChangeFrom(even)!.Value.Flags.HasFlag(EstimateFlags.Concentrated));
        Assert.Equal(EstimateFlags.None, even.Estimate()!.Value.Flags);
    }

    [Theory]
    [InlineData(19, 100, false)]
    [InlineData(21, 100, true)]
    [InlineData(1, 5, false)]
    [InlineData(1, 4, false)]
    [InlineData(4, 7, false)]
    [InlineData(4, 8, true)]
    public void Estimate_ShareOfTheLargestAccount_IsHeldAgainstAFifth(int largest, int total, bool concentrated)
    {
        (decimal, decimal)[] accounts = [(largest, largest - 0.5m), .. Enumerable.Range(0, total - largest).Select(i => (1m, i % 2 == 0 ? 0.5m : 1m))];

        Assert.Equal(concentrated, NetRevenueRetention.FromAccounts(accounts).Estimate()!.Value.Flags.HasFlag(EstimateFlags.Concentrated));
        Assert.Equal(concentrated, GrossRevenueRetention.FromAccounts(accounts).Estimate()!.Value.Flags.HasFlag(EstimateFlags.Concentrated));
    }

    [Fact]
    public void FromAccounts_NewAndReturningAccounts_NeverEnter() =>
        Assert.Equal(NetRevenueRetention.FromAccounts(RevenueRows.Ten), NetRevenueRetention.FromAccounts([.. RevenueRows.Ten, (0, 300), (0, 25)]));

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new NetRevenueRetention(10, 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new NetRevenueRetention(0, 0, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>("churned", () => new NetRevenueRetention(10, 11, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new NetRevenueRetention(RatioTally.Row(-1, 1)));
    }

    [Fact]
    public void Combine_OtherPeriod_Throws() =>
        Assert.Throws<ArgumentException>(
            "other",
            () => new NetRevenueRetention(1, 1, 0, 0, "EUR", CalendarUnit.Month).Combine(new(1, 1, 0, 0, "EUR", CalendarUnit.Year)));
}

public class NetRevenueRetentionLaws : KpiLaws<NetRevenueRetention>
{
    protected override Gen<NetRevenueRetention> Any => RevenueRows.Any.Select(x => NetRevenueRetention.FromAccounts(x, "EUR", CalendarUnit.Month));

    [Property]
    public Property AccountsAndTotalsAgree() =>
        Law.ForAll(RevenueRows.Any, x =>
        {
            List<(decimal Start, decimal End)> cohort = [.. x.Where(a => a.Start > 0)];
            NetRevenueRetention totals = new(
                cohort.Sum(a => a.Start),
                cohort.Where(a => a.End == 0).Sum(a => a.Start),
                cohort.Where(a => a.End > 0).Sum(a => Math.Max(a.Start - a.End, 0)),
                cohort.Sum(a => Math.Max(a.End - a.Start, 0)));
            return totals.Value == NetRevenueRetention.FromAccounts(x).Value;
        });
}
