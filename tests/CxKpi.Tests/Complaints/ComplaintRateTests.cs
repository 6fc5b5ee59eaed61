using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Complaints;

public class ComplaintRateTests
{
    private static readonly ComplaintBasis PerOrder = new(ComplaintExposure.Orders);

    [Fact]
    public void New_WorkedExample_GivesFivePerThousand()
    {
        ComplaintRate rate = new(complaints: 30, exposure: 6_000, PerOrder);

        Assert.Equal(0.005, rate.Value);
        Assert.Equal(5, rate.PerThousand);
        Assert.Equal("Complaint rate (per order) 5.00 per thousand (30 complaints)", rate.ToString());
    }

    [Fact]
    public void New_SeveralComplaintsPerCustomer_MayExceedOne() => Assert.Equal(1.5, new ComplaintRate(3, 2).Value);

    [Fact]
    public void New_NoExposure_IsUndefined()
    {
        Assert.Null(new ComplaintRate(0, 0).Value);
        Assert.Null(default(ComplaintRate).PerThousand);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("complaints", () => new ComplaintRate(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => new ComplaintRate(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => new ComplaintBasis((ComplaintExposure)99));
        Assert.Throws<ArgumentOutOfRangeException>("scope", () => new ComplaintBasis(ComplaintExposure.Orders, (ComplaintScope)99));
    }

    [Fact]
    public void ChangeFrom_AllWithUpheldOnly_Throws() =>
        Assert.Contains(
            "All per Orders and UpheldOnly per Orders",
            Assert.Throws<ArgumentException>(() => new ComplaintRate(1, 2, PerOrder)
                .ChangeFrom(new(1, 2, new(ComplaintExposure.Orders, ComplaintScope.UpheldOnly)))).Message,
            StringComparison.Ordinal);
}

public class ComplaintRateLaws : KpiLaws<ComplaintRate>
{
    protected override Gen<ComplaintRate> Any => Some.Rate.Select(x => new ComplaintRate(x.Events, x.Exposure, new(ComplaintExposure.Contacts)));
}
