using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ChurnTests
{
    [Fact]
    public void New_WorkedExample_GivesTenPercent() => Assert.Equal(0.1, new Churn(lost: 20, atStart: 200).Value);

    [Fact]
    public void New_MoreLostThanThere_Throws() => Assert.Throws<ArgumentOutOfRangeException>("lost", () => new Churn(3, 2));

    [Fact]
    public void Combine_MonthWithYear_Throws() =>
        Assert.Contains("period length", Assert.Throws<ArgumentException>(() => new Churn(1, 2, CalendarUnit.Month).Combine(new Churn(1, 2, CalendarUnit.Year))).Message, StringComparison.Ordinal);
}

public class ChurnLaws : KpiLaws<Churn>
{
    protected override Gen<Churn> Any => Some.PartOfWhole.Select(x => new Churn(x.Part, x.Whole, CalendarUnit.Month));
}
