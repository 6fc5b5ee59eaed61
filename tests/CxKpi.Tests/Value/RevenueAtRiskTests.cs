using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class RevenueAtRiskTests
{
    [Fact]
    public void Of_WorkedExample_IsExcessChurnTimesValue()
    {
        ShareTally dissatisfied = new(54, 300), satisfied = new(56, 700);
        Change risk = RevenueAtRisk.Of(dissatisfied, satisfied, dissatisfied: 1_200, valuePerCustomer: 500m, "EUR")!.Value;
        Change churn = dissatisfied.ChangeFrom(satisfied)!.Value;

        Assert.Equal(60_000, risk.Difference, 6);
        Assert.Equal(churn.Lower!.Value * 600_000, risk.Lower!.Value, 6);
        Assert.Equal(churn.Upper!.Value * 600_000, risk.Upper!.Value, 6);
        Assert.Equal((KpiUnit.Money, "EUR", ChangeVerdict.Worse), (risk.Unit!.Value, risk.Currency, risk.Verdict));
    }

    [Fact]
    public void Of_AnEmptyGroup_IsUndefined() => Assert.Null(RevenueAtRisk.Of(default, new(1, 2), 10, 10));

    [Fact]
    public void Of_NobodyDissatisfied_IsNothingWithoutAPValue()
    {
        Change risk = RevenueAtRisk.Of(new(54, 300), new(56, 700), dissatisfied: 0, valuePerCustomer: 500m)!.Value;

        Assert.Equal((0, 0, 0), (risk.Difference, risk.Lower, risk.Upper));
        Assert.Null(risk.PValue);
    }

    [Fact]
    public void Of_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("dissatisfied", () => RevenueAtRisk.Of(new(1, 2), new(1, 2), -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("valuePerCustomer", () => RevenueAtRisk.Of(new(1, 2), new(1, 2), 1, -1));
        Assert.Throws<ArgumentException>("currency", () => RevenueAtRisk.Of(default, default, 1, 1, "euro"));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => RevenueAtRisk.Of(new(1, 2), new(1, 2), 1, 1, null, 2));
    }
}

public class RevenueAtRiskLaws
{
    [Property]
    public Property TwiceTheCustomersAreTwiceTheRisk() => Law.ForAll(Some.Share.Two(), x =>
        RevenueAtRisk.Of(x.Item1, x.Item2, 100, 5) is not { } one
        || RevenueAtRisk.Of(x.Item1, x.Item2, 200, 5) is { } two
        && Math.Abs(two.Difference - 2 * one.Difference) < 1e-9
        && Math.Abs(two.Upper!.Value - 2 * one.Upper!.Value) < 1e-9);
}
