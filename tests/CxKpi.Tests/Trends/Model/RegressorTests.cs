using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class RegressorTests
{
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1886, 4, 25)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2038, 4, 25)]
    [InlineData(2285, 3, 22)]
    public void Easter_KnownYears_AreThoseOfTheChurchCalendar(int year, int month, int day)
    {
        Regressor sunday = Regressor.Easter(0, 0);
        double onEaster = sunday.ValueIn(CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(year, month, day)));
        double before = sunday.ValueIn(CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(year, month, day).PlusDays(-7)));
        Assert.Equal(1, onEaster - before, 15);
    }

    [Fact]
    public void Easter_ThatBeginsInMarch_IsSharedBetweenMarchAndApril()
    {
        // 2024: Friday 29 March to Monday 1 April; 2025: wholly in April.
        Regressor easter = Regressor.Easter(2, 1);
        Assert.Equal(0.75, easter.ValueIn(CalendarPeriod.Parse("2024-03")) - easter.ValueIn(CalendarPeriod.Parse("2025-03")), 15);
        Assert.Equal(-0.75, easter.ValueIn(CalendarPeriod.Parse("2024-04")) - easter.ValueIn(CalendarPeriod.Parse("2025-04")), 15);
        Assert.Equal(0, easter.ValueIn(CalendarPeriod.Parse("2024-11")));
        Assert.Equal("Easter [-2, +1]", easter.ToString());
    }

    [Theory]
    [InlineData("1900-01", 4800)]
    [InlineData("1900-W01", 20871)]
    [InlineData("1900-Q1", 1600)]
    public void Easter_OverFourHundredYears_AveragesToNothing(string first, int count)
    {
        Regressor easter = Regressor.Easter();
        CalendarPeriod start = CalendarPeriod.Parse(first);
        Assert.Equal(0, Enumerable.Range(0, count).Sum(i => easter.ValueIn(start.Plus(i))), 9);
    }

    [Theory]
    [InlineData(2022, 25)]
    [InlineData(2023, 24)]
    [InlineData(2024, 29)]
    [InlineData(2019, 29)]
    [InlineData(2018, 23)]
    public void BlackFriday_IsTheDayAfterTheFourthThursdayOfNovember(int year, int day)
    {
        Regressor friday = Regressor.BlackFriday(0, 0);
        Assert.True(friday.ValueIn(CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(year, 11, day))) > 0.9);
        Assert.Equal(0, friday.ValueIn(CalendarPeriod.Parse("2024-11")), 15);
    }

    [Fact]
    public void Dates_AreCountedPerPeriod()
    {
        Regressor strikes = Regressor.Dates("strikes", [new(2026, 3, 2), new(2026, 3, 2), new(2026, 3, 31), new(2026, 5, 1)]);
        Assert.Equal(2, strikes.ValueIn(CalendarPeriod.Parse("2026-03")));
        Assert.Equal(0, strikes.ValueIn(CalendarPeriod.Parse("2026-04")));
        Assert.Equal(1, strikes.ValueIn(CalendarPeriod.Parse("2026-05-01")));
        Assert.Equal(3, strikes.Occurrences(CalendarPeriod.Parse("2026-01"), 12));
        Assert.Equal(0, strikes.Occurrences(CalendarPeriod.Parse("2026-01"), 0));
    }

    [Fact]
    public void Window_CoversItsShareOfAPeriod()
    {
        Regressor campaign = Regressor.Window("campaign", new(2026, 4, 16), new(2026, 6, 30));
        Assert.Equal(0.5, campaign.ValueIn(CalendarPeriod.Parse("2026-04")));
        Assert.Equal(1, campaign.ValueIn(CalendarPeriod.Parse("2026-05")));
        Assert.Equal(0, campaign.ValueIn(CalendarPeriod.Parse("2026-07")));
        Assert.Null(campaign.Occurrences(CalendarPeriod.Parse("2026-01"), 12));
    }

    [Theory]
    [InlineData("2026-02", 0)]
    [InlineData("2026-05", -4)]
    [InlineData("2026-04", 2)]
    [InlineData("2026-W07", 0)]
    [InlineData("2026-02-01", -2.5)]
    [InlineData("2026-02-02", 1)]
    public void TradingDays_WeighWorkingDaysAgainstWeekends(string period, double expected) =>
        Assert.Equal(expected, Regressor.TradingDays().ValueIn(CalendarPeriod.Parse(period)));

    [Theory]
    [InlineData("2024-02", 0.75)]
    [InlineData("2025-02", -0.25)]
    [InlineData("2025-Q1", -0.25)]
    [InlineData("2024", 0.75)]
    [InlineData("2024-03", 0)]
    [InlineData("2024-Q2", 0)]
    [InlineData("2024-W05", 0)]
    [InlineData("2024-02-01", 0)]
    public void LeapFebruary_IsItsLengthLessTheMean(string period, double expected) =>
        Assert.Equal(expected, Regressor.LeapFebruary().ValueIn(CalendarPeriod.Parse(period)));

    [Fact]
    public void Occurrences_AreWindowsThatBeginInTheSeries()
    {
        Assert.Equal(3, Regressor.Easter().Occurrences(CalendarPeriod.Parse("2024-01"), 36));
        Assert.Equal(2, Regressor.Easter().Occurrences(CalendarPeriod.Parse("2024-05"), 30));
        Assert.Equal(2, Regressor.LeapFebruary().Occurrences(CalendarPeriod.Parse("2024-01"), 60));
        Assert.Null(Regressor.TradingDays().Occurrences(CalendarPeriod.Parse("2024-01"), 36));
    }

    [Fact]
    public void Factories_MalformedArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Regressor.Easter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Regressor.BlackFriday(0, 181));
        Assert.Throws<ArgumentException>(() => Regressor.Dates(" ", []));
        Assert.Throws<ArgumentNullException>(() => Regressor.Dates("x", null!));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Regressor.Window("x", new(2026, 4, 2), new(2026, 4, 1)));
        Assert.StartsWith("from must not lie after to (2026-04-01); got 2026-04-02", error.Message, StringComparison.Ordinal);
    }
}
