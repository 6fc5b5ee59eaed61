using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class GrossRevenueRetentionTests
{
    [Fact]
    public void New_WorkedExample_GivesNinetyFivePercent()
    {
        GrossRevenueRetention grr = new(start: 200_000, churned: 6_000, contraction: 4_000, "USD");

        Assert.Equal(0.95, grr.Value);
        Assert.Equal("GRR (USD) 95.0% (1 account)", grr.ToString());
        Assert.Null(grr.Estimate()!.Value.Lower);
    }

    [Fact]
    public void FromAccounts_ReferenceFigures_AreMet()
    {
        Estimate grr = GrossRevenueRetention.FromAccounts(RevenueRows.Ten, "EUR", CalendarUnit.Month).Estimate()!.Value;

        Assert.Equal(0.8478260869565217, grr.Value, 15);
        Assert.Equal(0.07973411326994492, grr.StandardError!.Value, 12);
        Assert.Equal(0.44275084675774534, grr.Lower!.Value, 9);
        Assert.Equal(0.9750425383553208, grr.Upper!.Value, 9);
        Assert.Equal(10, grr.N);
    }

    [Fact]
    public void FromAccounts_NothingChanged_IsOneAndTheLimitSaysHowFewAgree()
    {
        Estimate grr = GrossRevenueRetention.FromAccounts([(10, 10), (20, 20), (30, 30)]).Estimate()!.Value;

        Assert.Equal((1, 1), (grr.Value, grr.Upper));
        Assert.Equal(0.12195969422405126, grr.Lower!.Value, 9);
        Assert.Equal(EstimateFlags.ZeroVariance | EstimateFlags.Boundary, grr.Flags);
    }

    [Fact]
    public void FromAccounts_OneRisesByWhatAnotherFalls_CountsTheFall()
    {
        Assert.Equal(0.75, GrossRevenueRetention.FromAccounts([(100, 150), (100, 50)]).Value);
        Assert.Equal(1.0, NetRevenueRetention.FromAccounts([(100, 150), (100, 50)]).Value);
    }

    [Fact]
    public void FromAccounts_NewAccounts_AreLeftOut() =>
        Assert.Equal(GrossRevenueRetention.FromAccounts([(100, 80)]), GrossRevenueRetention.FromAccounts([(100, 80), (0, 500)]));

    [Fact]
    public void Value_NothingAtTheStart_IsUndefined() => Assert.Null(new GrossRevenueRetention(0, 0, 0).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("start", () => new GrossRevenueRetention(-1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("churned", () => new GrossRevenueRetention(10, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("churned", () => new GrossRevenueRetention(10, 11, 0));
        Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new GrossRevenueRetention(10, 0, -1));
        Assert.Contains(
            "start - churned (4)",
            Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new GrossRevenueRetention(10, 6, 5)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new GrossRevenueRetention(RatioTally.Row(2, 1)));
        Assert.Throws<ArgumentException>("currency", () => new GrossRevenueRetention(10, 0, 0, "eur"));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new GrossRevenueRetention(10, 0, 0, "EUR", (CalendarUnit)9));
        Assert.Throws<ArgumentOutOfRangeException>("accounts", () => GrossRevenueRetention.FromAccounts([(10, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>("accounts", () => GrossRevenueRetention.FromAccounts([(-10, 1)]));
        Assert.Throws<ArgumentNullException>("accounts", () => GrossRevenueRetention.FromAccounts(null!));
    }

    [Fact]
    public void Combine_OtherRules_Throws()
    {
        GrossRevenueRetention euros = new(10, 1, 1, "EUR", CalendarUnit.Month);

        Assert.Contains(
            "EUR and USD",
            Assert.Throws<ArgumentException>(() => euros.Combine(new(10, 1, 1, "USD", CalendarUnit.Month))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "period length",
            Assert.Throws<ArgumentException>(() => euros.ChangeFrom(new(10, 1, 1, "EUR", CalendarUnit.Year))).Message,
            StringComparison.Ordinal);
    }
}

public class GrossRevenueRetentionLaws : KpiLaws<GrossRevenueRetention>
{
    protected override Gen<GrossRevenueRetention> Any => RevenueRows.Any.Select(x => GrossRevenueRetention.FromAccounts(x, "EUR", CalendarUnit.Month));

    [Property]
    public Property ItIsNeverAboveNetRetention() =>
        Law.ForAll(RevenueRows.Any, x => GrossRevenueRetention.FromAccounts(x).Value is not { } gross || gross <= NetRevenueRetention.FromAccounts(x).Value);

    [Property]
    public Property ItDoesNotMatterHowMuchAnAccountGrows() =>
        Law.ForAll(RevenueRows.Any, x => GrossRevenueRetention.FromAccounts(x)
            == GrossRevenueRetention.FromAccounts(x.Select(a => (a.Start, a.End > a.Start ? 2 * a.End : a.End))));
}
