using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class ResponseRateTests
{
    [Fact]
    public void New_WorkedExample_DividesByDelivered()
    {
        ResponseRate rate = new(completed: 190, sent: 1000, bounced: 50);

        Assert.Equal(0.2, rate.Value);
        Assert.Equal((1000, 950, 50), (rate.Sent, rate.Delivered, rate.Bounced));
        Assert.Equal("Response rate 20.0% (950 invitations; 50 bounced)", rate.ToString());
    }

    [Fact]
    public void New_EverythingBounced_IsUndefined() => Assert.Null(new ResponseRate(0, 10, 10).Value);

    [Fact]
    public void New_BadCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("completed", () => new ResponseRate(951, 1000, 50));
        Assert.Throws<ArgumentOutOfRangeException>("bounced", () => new ResponseRate(0, 10, 11));
        Assert.Throws<ArgumentOutOfRangeException>("sent", () => new ResponseRate(0, -1));
        Assert.Throws<OverflowException>(() => new ResponseRate(0, long.MaxValue, 1).Combine(new(0, 1)));
    }
}

public class ResponseRateLaws : KpiLaws<ResponseRate>
{
    protected override Gen<ResponseRate> Any =>
        from counts in Some.PartOfWhole
        from bounced in Some.Count
        select new ResponseRate(counts.Part, counts.Whole + bounced, bounced);
}
