using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class ClickToOpenRateTests
{
    [Fact]
    public void New_WorkedExample_GivesFifteenPercent() =>
        Assert.Equal("CTOR 15.0% (1,900 opened e-mails)", new ClickToOpenRate(uniqueClicks: 285, uniqueOpens: 1_900).ToString());

    [Fact]
    public void Value_NothingOpened_IsUndefined() => Assert.Null(new ClickToOpenRate(0, 0).Value);

    [Fact]
    public void New_ClicksWithoutOpens_Throws() => Assert.Throws<ArgumentOutOfRangeException>("uniqueClicks", () => new ClickToOpenRate(3, 2));
}

public class ClickToOpenRateLaws : KpiLaws<ClickToOpenRate>
{
    protected override Gen<ClickToOpenRate> Any => Some.PartOfWhole.Select(x => new ClickToOpenRate(x.Part, x.Whole));

    [Property]
    public Property ClickRateIsOpenRateTimesClickToOpenRate() =>
        Law.ForAll(
            from mailing in Some.PartOfWhole
            from clicks in Gen.Choose(0, (int)mailing.Part)
            where mailing.Part > 0
            select (Delivered: mailing.Whole, Opens: mailing.Part, Clicks: (long)clicks),
            x => Math.Abs((new EmailOpenRate(x.Opens, x.Delivered).Value * new ClickToOpenRate(x.Clicks, x.Opens).Value
                - new EmailClickRate(x.Clicks, x.Delivered).Value)!.Value) < 1e-12);
}
