using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class EmailClickRateTests
{
    [Fact]
    public void FromSent_Bounces_AreNotDelivered()
    {
        EmailClickRate rate = EmailClickRate.FromSent(uniqueClicks: 285, sent: 10_000, bounced: 500);

        Assert.Equal(new EmailClickRate(285, delivered: 9_500), rate);
        Assert.Equal(0.03, rate.Value);
    }

    [Fact]
    public void Value_NothingDelivered_IsUndefined() => Assert.Null(EmailClickRate.FromSent(0, sent: 3, bounced: 3).Value);

    [Fact]
    public void New_MoreThanDelivered_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("uniqueClicks", () => new EmailClickRate(3, 2));

    [Fact]
    public void FromSent_MoreBouncedThanSent_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("bounced", () => EmailClickRate.FromSent(0, sent: 2, bounced: 3));
}

public class EmailClickRateLaws : KpiLaws<EmailClickRate>
{
    protected override Gen<EmailClickRate> Any => Some.PartOfWhole.Select(x => new EmailClickRate(x.Part, x.Whole));
}
