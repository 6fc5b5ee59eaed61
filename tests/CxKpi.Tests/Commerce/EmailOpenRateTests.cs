using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class EmailOpenRateTests
{
    [Fact]
    public void FromSent_Bounces_AreNotDelivered()
    {
        EmailOpenRate rate = EmailOpenRate.FromSent(uniqueOpens: 1_900, sent: 10_000, bounced: 500);

        Assert.Equal(new EmailOpenRate(1_900, delivered: 9_500), rate);
        Assert.Equal(0.2, rate.Value);
    }

    [Fact]
    public void Value_NothingDelivered_IsUndefined() => Assert.Null(EmailOpenRate.FromSent(0, sent: 3, bounced: 3).Value);

    [Fact]
    public void New_MoreThanDelivered_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("uniqueOpens", () => new EmailOpenRate(3, 2));

    [Fact]
    public void FromSent_MoreBouncedThanSent_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("bounced", () => EmailOpenRate.FromSent(0, sent: 2, bounced: 3));
}

public class EmailOpenRateLaws : KpiLaws<EmailOpenRate>
{
    protected override Gen<EmailOpenRate> Any => Some.PartOfWhole.Select(x => new EmailOpenRate(x.Part, x.Whole));
}
