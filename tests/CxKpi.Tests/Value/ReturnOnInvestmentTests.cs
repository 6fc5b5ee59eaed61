using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Value;

public class ReturnOnInvestmentTests
{
    [Theory]
    [InlineData(30_000, 20_000, 0.5)]
    [InlineData(20_000, 20_000, 0)]
    [InlineData(0, 20_000, -1)]
    [InlineData(-5_000, 20_000, -1.25)]
    public void Of_Amounts_IsBenefitLessCostOverCost(int benefit, int cost, double roi) => Assert.Equal((decimal)roi, ReturnOnInvestment.Of(benefit, cost));

    [Fact]
    public void Of_NoCost_IsUndefined()
    {
        Assert.Null(ReturnOnInvestment.Of(5m, 0m));
        Assert.Null(ReturnOnInvestment.Of(Benefit(1, 0, 2), 0m));
    }

    [Fact]
    public void Of_AChange_CarriesItsLimits()
    {
        Change roi = ReturnOnInvestment.Of(Benefit(30_000, 22_000, 38_000), 20_000m)!.Value;

        Assert.Equal("+0.50 [+0.10, +0.90] (p = -, Better)", roi.ToString());
        Assert.Equal(ChangeVerdict.NoEvidence, ReturnOnInvestment.Of(Benefit(30_000, 12_000, 48_000), 20_000m)!.Value.Verdict);
    }

    [Fact]
    public void Of_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => ReturnOnInvestment.Of(1m, -1m));
        Assert.Throws<ArgumentOutOfRangeException>("cost", () => ReturnOnInvestment.Of(Benefit(1, 0, 2), -1m));
        Assert.Throws<ArgumentException>("benefit", () => ReturnOnInvestment.Of(Benefit(1, 0, 2) with { Unit = KpiUnit.Share }, 1m));
    }

    private static Change Benefit(double amount, double lower, double upper) => new()
    {
        Difference = amount,
        Lower = lower,
        Upper = upper,
        PValue = 0.001,
        Confidence = 0.95,
        Method = IntervalMethod.Mover,
        Unit = KpiUnit.Money,
        Currency = "EUR",
        Direction = KpiDirection.HigherIsBetter,
    };
}

public class ReturnOnInvestmentLaws
{
    [Property]
    public Property BothFormsAgree() => Law.ForAll(
        from benefit in Gen.Choose(-1000, 1000)
        from cost in Gen.Choose(1, 1000)
        select (benefit, cost),
        x =>
        {
            Change benefit = new() { Difference = x.benefit, Confidence = 0.95, Method = IntervalMethod.None, Unit = KpiUnit.Money };
            return Math.Abs((double)ReturnOnInvestment.Of(x.benefit, x.cost)!.Value - ReturnOnInvestment.Of(benefit, x.cost)!.Value.Difference) < 1e-12;
        });
}
