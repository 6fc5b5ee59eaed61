using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class ExpectationTests
{
    [Fact]
    public void Expect_OfShares_NarrowsWithSize()
    {
        PeriodSeries series = SeasonalModelTests.Shares(48, 100, t => 0.6 + 0.1 * Math.Sin(t * Math.PI / 6));
        ExpectedPeriod few = series.Expect(1, sizes: [20]).Periods[0];
        ExpectedPeriod usual = series.Expect(1).Periods[0];
        ExpectedPeriod many = series.Expect(1, sizes: [1e9]).Periods[0];

        Assert.Equal(100, usual.Size);
        Assert.Equal(usual.Value, few.Value);
        Assert.True(few.Upper - few.Lower > usual.Upper - usual.Lower);
        Assert.True(usual.Upper - usual.Lower > many.Upper - many.Lower);
        Assert.True(few.Lower > 0 && few.Upper < 1);
    }

    [Fact]
    public void Expect_OutsideTwoCycles_Throws()
    {
        PeriodSeries series = SeasonalModelTests.Simulated(48);

        Assert.Equal(24, series.Expect(24).Periods.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Expect(25));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Expect(0));
        Assert.Throws<ArgumentException>(() => series.Expect(2, sizes: [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Expect(1, sizes: [0]));
        Assert.Equal(
            "two full cycles of 12 periods are needed to tell the season from a change; there are 20 periods"
                + ": where there is no season, state that there is none",
            SeasonalModelTests.Simulated(20).Expect(1).Refusal!.Message);
    }
}
