using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class QuickRatioTests
{
    [Fact]
    public void New_ReferenceFigures_AreMet()
    {
        QuickRatio ratio = new(acquired: 300, expansion: 75, churned: 80, contraction: 60, "EUR", CalendarUnit.Month, reactivation: 25);

        Assert.Equal(2.857142857142857, ratio.Value!.Value, 15);
        Assert.Equal("Quick ratio (per month, EUR) 2.86 (1 row)", ratio.ToString());
        Assert.Equal(EstimateFlags.SingleObservation, ratio.Estimate()!.Value.Flags);
        Assert.Equal(ratio, QuickRatio.FromAccounts([.. RevenueRows.Ten, (0, 300), (0, 25)], "EUR", CalendarUnit.Month));
    }

    [Fact]
    public void Value_NothingLost_IsUndefinedButTheGainStays()
    {
        QuickRatio good = new(100, 0, 0, 0);

        Assert.Null(good.Value);
        Assert.Equal(3.0, good.Combine(new(50, 0, 50, 0)).Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("acquired", () => new QuickRatio(-1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("expansion", () => new QuickRatio(0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("churned", () => new QuickRatio(0, 0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("contraction", () => new QuickRatio(0, 0, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("reactivation", () => new QuickRatio(0, 0, 0, 0, reactivation: -1));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new QuickRatio(RatioTally.Row(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("accounts", () => QuickRatio.FromAccounts([(1, -1)]));
        Assert.Throws<ArgumentNullException>("accounts", () => QuickRatio.FromAccounts(null!));
    }

    [Fact]
    public void Combine_OtherRules_Throws()
    {
        Assert.Throws<ArgumentException>("other", () => new QuickRatio(1, 1, 1, 1, "EUR").Combine(new(1, 1, 1, 1, "USD")));
        Assert.Throws<ArgumentException>(
            "other",
            () => new QuickRatio(1, 1, 1, 1, period: CalendarUnit.Month).ChangeFrom(new(1, 1, 1, 1, period: CalendarUnit.Year)));
    }
}

public class QuickRatioLaws : KpiLaws<QuickRatio>
{
    protected override Gen<QuickRatio> Any => RevenueRows.Any.Select(x => QuickRatio.FromAccounts(x, "EUR", CalendarUnit.Month));
}
