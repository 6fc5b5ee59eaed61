using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class ConversionRateTests
{
    [Fact]
    public void New_PublishedExample_Gives2Point5Percent()
    {
        ConversionRate rate = new(converted: 50, units: 2_000, ConversionUnit.Session);

        Assert.Equal(0.025, rate.Value);
        Assert.Equal("CVR (per session) 2.5% (2,000 sessions)", rate.ToString());
    }

    [Fact]
    public void FromEvents_ThreeVisitsOnePurchase_DependsOnTheUnit()
    {
        (int User, int Session, bool Purchase)[] log = [(7, 1, false), (7, 2, false), (7, 3, true), (7, 3, true)];

        Assert.Equal(1.0 / 3, ConversionRate.FromEvents(log.Select(e => (e.Session, e.Purchase)), ConversionUnit.Session).Value);
        Assert.Equal(1, ConversionRate.FromEvents(log.Select(e => (e.User, e.Purchase)), ConversionUnit.User).Value);
    }

    [Fact]
    public void FromEvents_NoEvents_IsUndefined()
    {
        Assert.Null(ConversionRate.FromEvents<int>([]).Value);
        Assert.Null(default(ConversionRate).Estimate());
    }

    [Fact]
    public void FromEvents_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>("events", () => ConversionRate.FromEvents<int>(null!));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("events", () => ConversionRate.FromEvents([("a", true), (null!, true)])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void New_MoreActionsThanVisitors_Throws() =>
        Assert.Contains(
            "must not be larger than units (2)",
            Assert.Throws<ArgumentOutOfRangeException>("converted", () => new ConversionRate(3, 2)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_UnknownUnit_Throws() => Assert.Throws<ArgumentOutOfRangeException>("unit", () => new ConversionRate(1, 2, (ConversionUnit)99));

    [Fact]
    public void Combine_SessionsWithUsers_Throws() =>
        Assert.Contains(
            "Session and User",
            Assert.Throws<ArgumentException>(() => new ConversionRate(1, 2, ConversionUnit.Session).Combine(new(1, 2, ConversionUnit.User))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void TallyBy_Segment_AddsUp()
    {
        (string Channel, bool Converted)[] sessions = [("mail", true), ("mail", false), ("search", false)];
        Segments<string, ConversionRate> byChannel = sessions.TallyBy(s => s.Channel, s => ConversionRate.FromUnit(s.Converted, ConversionUnit.Session));

        Assert.Equal(0.5, byChannel["mail"].Value);
        Assert.Equal(new ConversionRate(1, 3, ConversionUnit.Session), byChannel.Total);
    }
}

public class ConversionRateLaws : KpiLaws<ConversionRate>
{
    protected override Gen<ConversionRate> Any => Some.PartOfWhole.Select(x => new ConversionRate(x.Part, x.Whole, ConversionUnit.Session));

    private static Gen<(int Key, bool IsConversion)[]> Events =>
        (from key in Gen.Choose(0, 6)
         from conversion in Gen.Choose(0, 3)
         select (key, conversion == 0)).ArrayOf();

    [Property]
    public Property AnEventLogCountsEachUnitOnce() =>
        Law.ForAll(Events, events => ConversionRate.FromEvents(events) == new ConversionRate(
            events.Where(e => e.IsConversion).Select(e => e.Key).Distinct().Count(),
            events.Select(e => e.Key).Distinct().Count()));

    [Property]
    public Property TheOrderOfEventsDoesNotMatter() =>
        Law.ForAll(Events, events => ConversionRate.FromEvents(events) == ConversionRate.FromEvents(events.Reverse().ToArray()));
}
