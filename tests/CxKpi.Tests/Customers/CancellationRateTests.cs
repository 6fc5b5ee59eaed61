using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class CancellationRateTests
{
    [Fact]
    public void New_ThirtyOfTwoHundredDue_GivesFifteenPercent()
    {
        CancellationRate rate = new(notRenewed: 30, due: 200, CalendarUnit.Year);

        Assert.Equal(0.15, rate.Value);
        Assert.Equal("Cancellation (yearly terms) 15.0% (200 contracts due)", rate.ToString());
        Assert.Equal(new RenewalRate(170, 200, CalendarUnit.Year), rate.ToRenewalRate());
    }

    [Fact]
    public void Value_OverAllCustomers_IsNotTheRate() => Assert.NotEqual(30 / 1_000.0, new CancellationRate(30, due: 200).Value);

    [Fact]
    public void Value_NothingDue_IsUndefined() => Assert.Null(new CancellationRate(0, 0).Value);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("notRenewed", () => new CancellationRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("notRenewed", () => new CancellationRate(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("due", () => new CancellationRate(0, -2));
        Assert.Throws<ArgumentOutOfRangeException>("term", () => new CancellationRate(0, 2, (CalendarUnit)9));
    }

    [Fact]
    public void Combine_MonthlyWithYearlyContracts_Throws() =>
        Assert.Contains(
            "term",
            Assert.Throws<ArgumentException>(() => new CancellationRate(1, 2, CalendarUnit.Month).Combine(new(1, 2, CalendarUnit.Year))).Message,
            StringComparison.Ordinal);
}

public class CancellationRateLaws : KpiLaws<CancellationRate>
{
    protected override Gen<CancellationRate> Any => Some.PartOfWhole.Select(x => new CancellationRate(x.Part, x.Whole, CalendarUnit.Year));

    [Property]
    public Property TheRenewalRateIsItsComplement() =>
        Law.ForAll(
            Any,
            x => x.ToRenewalRate().ToCancellationRate() == x && (x.Value is null || Math.Abs(x.ToRenewalRate().Value!.Value + x.Value.Value - 1) < 1e-15));
}
