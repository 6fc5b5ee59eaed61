using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class AverageBaseChurnTests
{
    [Theory]
    [InlineData(20, 200, 220, 0.0952380952380952)]
    [InlineData(31, 500, 549, 0.05910390848427073)]
    [InlineData(0, 40, 40, 0.0)]
    [InlineData(13, 12, 2, 1.8571428571428572)]
    public void Value_WorkedExamples_AreMet(long lost, long atStart, long atEnd, double rate) =>
        Assert.Equal(rate, new AverageBaseChurn(lost, atStart, atEnd).Value!.Value, 14);

    [Fact]
    public void Estimate_OnePeriod_HasNoLimits()
    {
        Estimate estimate = new AverageBaseChurn(20, 200, 220).Estimate()!.Value;

        Assert.Null(estimate.Lower);
        Assert.Equal(EstimateFlags.SingleObservation, estimate.Flags);
    }

    [Fact]
    public void Estimate_SeveralPeriods_HasLimits()
    {
        AverageBaseChurn quarter = new AverageBaseChurn(20, 200, 220).Combine(new(18, 220, 240)).Combine(new(25, 240, 240));

        Assert.Equal(63 / 680.0, quarter.Value!.Value, 15);
        Assert.InRange(quarter.Value.Value, quarter.Estimate()!.Value.Lower!.Value, quarter.Estimate()!.Value.Upper!.Value);
        Assert.Equal("Average-base churn 92.65 per thousand (3 rows)", quarter.ToString());
    }

    [Fact]
    public void Value_NoCustomerAtEitherEnd_IsUndefined() => Assert.Null(new AverageBaseChurn(5, 0, 0).Value);

    [Fact]
    public void New_NegativeCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("lost", () => new AverageBaseChurn(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("atStart", () => new AverageBaseChurn(1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("atEnd", () => new AverageBaseChurn(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new AverageBaseChurn(RatioTally.Row(-1, 1)));
    }

    [Fact]
    public void Combine_MonthWithYear_Throws() =>
        Assert.Throws<ArgumentException>("other", () => new AverageBaseChurn(1, 2, 3, CalendarUnit.Month).Combine(new(1, 2, 3, CalendarUnit.Year)));
}

public class AverageBaseChurnLaws : KpiLaws<AverageBaseChurn>
{
    protected override Gen<AverageBaseChurn> Any =>
        from lost in Some.Count
        from atStart in Some.Count
        from atEnd in Some.Count
        select new AverageBaseChurn(lost, atStart, atEnd, CalendarUnit.Month);

    [Property]
    public Property WithAsManyAtTheEndAsAtTheStartItIsChurn() =>
        Law.ForAll(Some.PartOfWhole, x => new AverageBaseChurn(x.Part, x.Whole, x.Whole).Value == new Churn(x.Part, x.Whole).Value);
}
