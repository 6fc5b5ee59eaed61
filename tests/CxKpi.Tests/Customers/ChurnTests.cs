using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class ChurnTests
{
    [Theory]
    [InlineData(20, 200, 0.1)]
    [InlineData(45, 98, 0.45918367346938777)]
    public void New_WorkedExamples_GiveTheirRates(long lost, long atStart, double rate) => Assert.Equal(rate, new Churn(lost, atStart).Value);

    [Fact]
    public void New_MoreLostThanThere_Throws() => Assert.Throws<ArgumentOutOfRangeException>("lost", () => new Churn(3, 2));

    [Fact]
    public void New_UnnamedPeriod_Throws() => Assert.Throws<ArgumentOutOfRangeException>("period", () => new Churn(1, 2, (CalendarUnit)99));

    [Fact]
    public void Value_LostOverAcquired_IsNotTheRate() => Assert.NotEqual(20 / 40.0, new Churn(lost: 20, atStart: 200).Value);

    [Fact]
    public void Value_NobodyAtTheStart_IsUndefined() => Assert.Null(new Churn(0, 0).Value);

    [Fact]
    public void Combine_MonthWithYear_Throws() =>
        Assert.Contains(
            "period length",
            Assert.Throws<ArgumentException>(() => new Churn(1, 2, CalendarUnit.Month).Combine(new Churn(1, 2, CalendarUnit.Year))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void FromCustomers_NewAndReturningOnes_ChangeNothing()
    {
        Churn churn = Churn.FromCustomers(["a", "b", "c", "d"], ["b", "c", "d", "new", "back"], CalendarUnit.Month);

        Assert.Equal(new Churn(1, 4, CalendarUnit.Month), churn);
    }

    [Theory]
    [InlineData(0.95, 0.034093745243849435, 0.0727681611715476)]
    [InlineData(0.9, 0.036250649052329414, 0.06859311911452833)]
    public void Estimate_TwentyFiveOfFiveHundred_IsWilsons(double confidence, double lower, double upper)
    {
        Estimate estimate = new Churn(25, 500).Estimate(confidence)!.Value;

        Assert.Equal(lower, estimate.Lower!.Value, 12);
        Assert.Equal(upper, estimate.Upper!.Value, 12);
    }
}

public class ChurnLaws : KpiLaws<Churn>
{
    protected override Gen<Churn> Any => Some.PartOfWhole.Select(x => new Churn(x.Part, x.Whole, CalendarUnit.Month));

    [Property]
    public Property RetentionIsWhatChurnLeaves() =>
        Law.ForAll(Any, x => x.ToRetention().ToChurn() == x
            && (x.Value is null || Math.Abs(x.ToRetention().Value!.Value + x.Value.Value - 1) < 1e-15));
}
