using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class NetRevenueChurnTests
{
    [Fact]
    public void New_WorkedExample_GivesTenPercent() =>
        Assert.Equal(0.1, new NetRevenueChurn(start: 100, churned: 10, contraction: 10, expansion: 10).Value);

    [Fact]
    public void New_MoreExpansionThanLosses_IsNegative() =>
        Assert.Equal("Net revenue churn −5.0% (1 account)", new NetRevenueChurn(200_000, 6_000, 4_000, 20_000).ToString());

    [Fact]
    public void FromAccounts_ReferenceFigure_IsMet() => Assert.Equal(0.07065217391304347, NetRevenueChurn.FromAccounts(RevenueRows.Ten).Value!.Value, 15);

    [Fact]
    public void New_Reactivation_CountsOnlyWhenStated()
    {
        NetRevenueChurn with = new(100, 10, 10, 10, reactivation: 5), without = new(100, 10, 10, 10);

        Assert.Equal(0.05, with.Value);
        Assert.Equal(ReactivatedRevenue.Netted, with.ReactivatedRevenue);
        Assert.Equal(ReactivatedRevenue.LeftOut, without.ReactivatedRevenue);
        Assert.Contains("reactivation", Assert.Throws<ArgumentException>(() => with.Combine(without)).Message, StringComparison.Ordinal);
        Assert.Contains("reactivation", Assert.Throws<ArgumentException>(() => with.ChangeFrom(without)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("reactivation", () => new NetRevenueChurn(100, 0, 0, 0, reactivation: -1));
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new NetRevenueChurn(0, 0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new NetRevenueChurn(RatioTally.Row(2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("reactivatedRevenue", () => new NetRevenueChurn(default, reactivatedRevenue: (ReactivatedRevenue)9));
        Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new NetRevenueChurn(100, 60, 50, 0));
    }

    [Fact]
    public void Combine_OtherCurrency_Throws() =>
        Assert.Throws<ArgumentException>("other", () => new NetRevenueChurn(1, 1, 0, 0, "EUR").Combine(new(1, 1, 0, 0, "USD")));
}

public class NetRevenueChurnLaws : KpiLaws<NetRevenueChurn>
{
    protected override Gen<NetRevenueChurn> Any => RevenueRows.Any.Select(x => NetRevenueChurn.FromAccounts(x, "EUR", CalendarUnit.Month));

    [Property]
    public Property NetRetentionIsWhatItLeaves() =>
        Law.ForAll(RevenueRows.Any, x => NetRevenueChurn.FromAccounts(x).Value is not { } churn
            || Math.Abs(churn + NetRevenueRetention.FromAccounts(x).Value!.Value - 1) < 1e-9 * (1 + Math.Abs(churn)));

    [Property]
    public Property ItIsNeverAboveGrossChurn() =>
        Law.ForAll(RevenueRows.Any, x => NetRevenueChurn.FromAccounts(x).Value is not { } churn || churn <= GrossRevenueChurn.FromAccounts(x).Value);
}
