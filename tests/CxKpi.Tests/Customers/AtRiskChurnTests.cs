using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class AtRiskChurnTests
{
    [Fact]
    public void New_OldAndNewCustomersLost_CountsBothAboveAndBelow()
    {
        AtRiskChurn churn = new(lost: 625, atStart: 10_000, acquired: 5_000);

        Assert.Equal(625 / 15_000.0, churn.Value);
        Assert.Equal("At-risk churn 4.2% (15,000 customers)", churn.ToString());
    }

    [Fact]
    public void Value_AllLossesOverTheStart_IsNotTheRate()
    {
        Assert.Equal(0.0625, 625 / 10_000.0);
        Assert.NotEqual(0.0625, new AtRiskChurn(625, 10_000, 5_000).Value);
        Assert.Equal(0.05, new Churn(500, 10_000).Value);
    }

    [Theory]
    [InlineData(31, 500, 80, 0.05344827586206897)]
    [InlineData(0, 40, 0, 0.0)]
    [InlineData(13, 12, 3, 0.8666666666666667)]
    public void Value_ReferenceFigures_AreMet(long lost, long atStart, long acquired, double rate) =>
        Assert.Equal(rate, new AtRiskChurn(lost, atStart, acquired).Value!.Value, 15);

    [Fact]
    public void New_MoreLostThanAtRisk_ThrowsAndSaysTheRule() =>
        Assert.Contains(
            "atStart + acquired (5)",
            Assert.Throws<ArgumentOutOfRangeException>("lost", () => new AtRiskChurn(6, 3, 2)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void New_NegativeCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("atStart", () => new AtRiskChurn(0, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("acquired", () => new AtRiskChurn(0, 1, -2));
        Assert.Throws<OverflowException>(() => new AtRiskChurn(0, long.MaxValue, 1));
    }

    [Fact]
    public void Combine_MonthWithYear_Throws() =>
        Assert.Throws<ArgumentException>("other", () => new AtRiskChurn(1, 2, 3, CalendarUnit.Month).Combine(new(1, 2, 3, CalendarUnit.Year)));
}

public class AtRiskChurnLaws : KpiLaws<AtRiskChurn>
{
    protected override Gen<AtRiskChurn> Any =>
        from atStart in Some.Count
        from acquired in Some.Count
        from share in Gen.Choose(0, 100)
        select new AtRiskChurn((atStart + acquired) * share / 100, atStart, acquired, CalendarUnit.Month);

    [Property]
    public Property WithoutNewcomersItIsChurn() =>
        Law.ForAll(Some.PartOfWhole, x => new AtRiskChurn(x.Part, x.Whole, 0).Value == new Churn(x.Part, x.Whole).Value);
}
