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
        Assert.Equal(ratio.Value, QuickRatio.FromAccounts([.. RevenueRows.Ten, (0, 300), (0, 25)], "EUR", CalendarUnit.Month).Value);
    }

    // By hand: of the accounts the gain less half of the loss is 6, 3, -3, -6 and 0; one that never pays is no account.
    [Fact]
    public void Estimate_OfAccounts_CountsTheDegreesOfThoseThatGainAndLose()
    {
        (decimal Start, decimal End)[] accounts = [(0, 6), (10, 13), (0, 0), (20, 14), (12, 0), (50, 50)];
        QuickRatio ratio = QuickRatio.FromAccounts(accounts);
        Estimate estimate = ratio.Estimate()!.Value;

        // Gains 6 and 3 are worth 81 / 45 = 1.8 rows, losses 6 and 12 as many.
        double error = Math.Sqrt(5 / 4.0 * (36 + 9 + 9 + 36)) / 18;
        Assert.Equal((0.5, 5L, 1.0), (estimate.Value, estimate.N, estimate.DegreesOfFreedom!.Value));
        Assert.Equal(error, estimate.StandardError!.Value, 14);
        Assert.Equal(0.5 * Math.Exp(12.706204736174698 * error / 0.5), estimate.Upper!.Value, 1e-6 * estimate.Upper.Value);
        Assert.Equal(IntervalMethod.LogMean, estimate.Method);
    }

    [Fact]
    public void Estimate_OneAccountLosesAll_HasNoLimits()
    {
        QuickRatio one = QuickRatio.FromAccounts([(10, 0), (0, 5), (0, 6), (3, 3)]), many = QuickRatio.FromAccounts([(10, 0), (9, 0), (0, 5), (0, 6)]);
        Estimate estimate = one.Estimate()!.Value;

        Assert.Equal((1.1, null, null), (estimate.Value, estimate.Lower, estimate.Upper));
        Assert.True(estimate.Flags.HasFlag(EstimateFlags.SingleObservation));
        Assert.Null(one.ChangeFrom(many)!.Value.PValue);
        Assert.NotNull(many.ChangeFrom(many)!.Value.PValue);
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
            "baseline",
            () => new QuickRatio(1, 1, 1, 1, period: CalendarUnit.Month).ChangeFrom(new(1, 1, 1, 1, period: CalendarUnit.Year)));
    }
}

public class QuickRatioLaws : KpiLaws<QuickRatio>
{
    protected override Gen<QuickRatio> Any => RevenueRows.Any.Select(x => QuickRatio.FromAccounts(x, "EUR", CalendarUnit.Month));
}
