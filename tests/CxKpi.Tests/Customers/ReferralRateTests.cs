using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ReferralRateTests
{
    [Fact]
    public void New_WorkedExample_GivesThreePercent() => Assert.Equal(
        "Referrals (per quarter) 3.0% (1,500 customers)",
        new ReferralRate(referring: 45, customers: 1_500, CalendarUnit.Quarter).ToString());

    [Fact]
    public void FromCustomer_SeveralReferrals_CountOnce()
    {
        Assert.Equal(new ReferralRate(2, 3), new[] { 0, 1, 3 }.Tally(customer => ReferralRate.FromCustomer(customer)));
        Assert.Throws<ArgumentOutOfRangeException>("referrals", () => ReferralRate.FromCustomer(-1));
    }

    [Fact]
    public void Combine_OtherPeriod_Throws()
    {
        Assert.Throws<ArgumentException>("other", () => new ReferralRate(1, 2, CalendarUnit.Month).Combine(new(1, 2, CalendarUnit.Year)));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => new ReferralRate(1, 2, (CalendarUnit)99));
    }

    [Fact]
    public void Value_NobodyCounted_IsUndefined() => Assert.Null(new ReferralRate(0, 0).Value);

    [Fact]
    public void New_BadCounts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("referring", () => new ReferralRate(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("referring", () => new ReferralRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("customers", () => new ReferralRate(0, -1));
    }
}

public class ReferralRateLaws : KpiLaws<ReferralRate>
{
    protected override Gen<ReferralRate> Any => Some.PartOfWhole.Select(x => new ReferralRate(x.Part, x.Whole, CalendarUnit.Month));
}
