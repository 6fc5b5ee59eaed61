using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ReferredShareTests
{
    [Fact]
    public void New_WorkedExample_GivesAQuarter() =>
        Assert.Equal("Referred 25.0% (240 customers)", new ReferredShare(referred: 60, newCustomers: 240).ToString());

    [Fact]
    public void FromCustomer_EachCustomer_CountsOnce() => Assert.Equal(
        new ReferredShare(1, 2),
        new[] { true, false }.Tally(customer => ReferredShare.FromCustomer(customer)));

    [Fact]
    public void ChangeFrom_MoreReferred_IsNeitherBetterNorWorse() =>
        Assert.Equal(ChangeVerdict.Higher, new ReferredShare(120, 240).ChangeFrom(new(60, 240))!.Value.Verdict);

    [Fact]
    public void Value_NobodyCounted_IsUndefined() => Assert.Null(new ReferredShare(0, 0).Value);

    [Fact]
    public void New_BadCounts_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("referred", () => new ReferredShare(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>("referred", () => new ReferredShare(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("newCustomers", () => new ReferredShare(0, -1));
    }
}

public class ReferredShareLaws : KpiLaws<ReferredShare>
{
    protected override Gen<ReferredShare> Any => Some.PartOfWhole.Select(x => new ReferredShare(x.Part, x.Whole));
}
