using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class UnsubscribeRateTests
{
    [Fact]
    public void FromSent_Bounces_AreNotDelivered()
    {
        UnsubscribeRate rate = UnsubscribeRate.FromSent(unsubscribed: 19, sent: 10_000, bounced: 500);

        Assert.Equal(new UnsubscribeRate(19, delivered: 9_500), rate);
        Assert.Equal(0.002, rate.Value);
    }

    [Fact]
    public void Value_NothingDelivered_IsUndefined() => Assert.Null(UnsubscribeRate.FromSent(0, sent: 3, bounced: 3).Value);

    [Fact]
    public void New_MoreThanDelivered_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("unsubscribed", () => new UnsubscribeRate(3, 2));

    [Fact]
    public void FromSent_MoreBouncedThanSent_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("bounced", () => UnsubscribeRate.FromSent(0, sent: 2, bounced: 3));
}

public class UnsubscribeRateLaws : KpiLaws<UnsubscribeRate>
{
    protected override Gen<UnsubscribeRate> Any => Some.PartOfWhole.Select(x => new UnsubscribeRate(x.Part, x.Whole));
}
