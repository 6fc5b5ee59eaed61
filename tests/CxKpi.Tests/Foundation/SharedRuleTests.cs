namespace CxKpi.Tests.Foundation;

public class SharedRuleTests
{
    private static readonly Churn Monthly = new(1, 40, CalendarUnit.Month), Yearly = new(9, 40, CalendarUnit.Year), Unstated = new(1, 40);

    [Fact]
    public void Of_OneRule_IsThatRule() => Assert.Equal(CalendarUnit.Month, Of(Monthly, new(2, 50, CalendarUnit.Month)));

    [Fact]
    public void Of_NoData_TakesTheOthersRule()
    {
        Assert.Equal(CalendarUnit.Month, Of(Monthly, default));
        Assert.Equal(CalendarUnit.Month, Of(default, Monthly));
        Assert.Null(Of(default, default));
    }

    [Fact]
    public void Of_TwoRules_ThrowsAndNamesBoth()
    {
        Assert.StartsWith(
            "Churn records with another period length neither combine nor compare: Month and Year",
            Assert.Throws<ArgumentException>("other", () => Of(Monthly, Yearly)).Message,
            StringComparison.Ordinal);
        Assert.Contains("Month and not stated", Assert.Throws<ArgumentException>("other", () => Of(Monthly, Unstated)).Message, StringComparison.Ordinal);
    }

    private static CalendarUnit? Of(Churn mine, Churn other) => SharedRule.Of(mine, mine.Period, other, other.Period, "period length");
}
