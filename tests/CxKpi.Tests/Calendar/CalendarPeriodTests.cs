using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Calendar;

public class CalendarPeriodTests
{
    [Fact]
    public void Periods_OfNumbers_AreThoseOfTheirText()
    {
        Assert.Equal(CalendarPeriod.Parse("2026-03"), CalendarPeriod.Month(2026, 3));
        Assert.Equal(CalendarPeriod.Parse("2026-Q2"), CalendarPeriod.Quarter(2026, 2));
        Assert.Equal(CalendarPeriod.Parse("2026"), CalendarPeriod.Year(2026));
        Assert.Throws<ArgumentOutOfRangeException>("month", () => CalendarPeriod.Month(2026, 13));
        Assert.Throws<ArgumentOutOfRangeException>("quarter", () => CalendarPeriod.Quarter(2026, 0));
        Assert.Throws<ArgumentOutOfRangeException>("year", () => CalendarPeriod.Year(0));

        (int Year, int Month, long Lost, long AtStart)[] rows = [(2026, 1, 5, 100), (2026, 3, 2, 90)];
        KpiSeries<Churn> monthly = KpiSeries.From(CalendarUnit.Month, rows.Select(r => (CalendarPeriod.Month(r.Year, r.Month), new Churn(r.Lost, r.AtStart))));
        Assert.Equal(3, monthly.Count);
        Assert.Equal(new Churn(2, 90), monthly[2].Value);
    }

    [Theory]
    [InlineData("2026-11-21", CalendarUnit.Day)]
    [InlineData("2026-W53", CalendarUnit.Week)]
    [InlineData("2026-11", CalendarUnit.Month)]
    [InlineData("2026-Q4", CalendarUnit.Quarter)]
    [InlineData("2026", CalendarUnit.Year)]
    [InlineData("-0044-03-15", CalendarUnit.Day)]
    [InlineData("-0044-W11", CalendarUnit.Week)]
    [InlineData("-0044-03", CalendarUnit.Month)]
    [InlineData("-9998-Q1", CalendarUnit.Quarter)]
    [InlineData("-0001", CalendarUnit.Year)]
    [InlineData("0000", CalendarUnit.Year)]
    public void Parse_Name_BringsThePeriodBack(string name, CalendarUnit unit)
    {
        CalendarPeriod period = CalendarPeriod.Parse(name);

        Assert.Equal(unit, period.Unit);
        Assert.Equal(name, period.ToString());
        Assert.Equal(period, System.Text.Json.JsonSerializer.Deserialize<CalendarPeriod>(System.Text.Json.JsonSerializer.Serialize(period)));
        Dictionary<CalendarPeriod, int> keyed = new() { [period] = 1 };
        Assert.Equal(keyed, System.Text.Json.JsonSerializer.Deserialize<Dictionary<CalendarPeriod, int>>(System.Text.Json.JsonSerializer.Serialize(keyed)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2025-W53")]
    [InlineData("2026-Q5")]
    [InlineData("26-11")]
    [InlineData("2026-11-21-1")]
    [InlineData("-0000")]
    [InlineData("--0044")]
    [InlineData("-9999")]
    public void Parse_NoPeriod_Throws(string text) => Assert.Throws<FormatException>(() => CalendarPeriod.Parse(text));

    [Theory]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("9999-12", "9999-12-31")]
    [InlineData("9999-Q4", "9999-12-31")]
    [InlineData("9999", "9999-12-31")]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2026-W53", "2027-01-03")]
    public void End_LastPeriods_AreTheirLastDays(string period, string day)
    {
        CalendarPeriod last = CalendarPeriod.Parse(day);

        Assert.Equal(last.Start, CalendarPeriod.Parse(period).End);
        Assert.Single(new[] { last.Start }.TallyBy(CalendarUnit.Year, date => date, _ => new Churn(0, 1)));
    }

    [Fact]
    public void CompareTo_YearAndItsFirstMonth_AreNotEqual() =>
        Assert.True(CalendarPeriod.Parse("2026-01").CompareTo(CalendarPeriod.Parse("2026")) < 0);

    [Theory]
    [InlineData(CalendarUnit.Day, "2026-11-21", "2026-11-21", "2026-11-21", "2026-11-21")]
    [InlineData(CalendarUnit.Week, "2026-11-22", "2026-11-16", "2026-11-22", "2026-W47")]
    [InlineData(CalendarUnit.Month, "2024-02-10", "2024-02-01", "2024-02-29", "2024-02")]
    [InlineData(CalendarUnit.Quarter, "2026-11-21", "2026-10-01", "2026-12-31", "2026-Q4")]
    [InlineData(CalendarUnit.Quarter, "2026-03-31", "2026-01-01", "2026-03-31", "2026-Q1")]
    [InlineData(CalendarUnit.Year, "2026-11-21", "2026-01-01", "2026-12-31", "2026")]
    public void Containing_EachUnit_HasStartEndAndName(CalendarUnit unit, string date, string start, string end, string name)
    {
        CalendarPeriod period = CalendarPeriod.Containing(unit, Date(date));

        Assert.Equal(unit, period.Unit);
        Assert.Equal(Date(start), period.Start);
        Assert.Equal(Date(end), period.End);
        Assert.Equal(name, period.ToString());
    }

    // ISO 8601: week 1 holds the year's first Thursday, so days around New Year can belong to another week year.
    [Theory]
    [InlineData("2020-12-31", "2020-W53")]
    [InlineData("2021-01-03", "2020-W53")]
    [InlineData("2021-01-04", "2021-W01")]
    [InlineData("2024-12-29", "2024-W52")]
    [InlineData("2024-12-30", "2025-W01")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2023-01-01", "2022-W52")]
    public void ToString_WeeksAroundNewYear_AreIsoWeeks(string date, string name) =>
        Assert.Equal(name, CalendarPeriod.Containing(CalendarUnit.Week, Date(date)).ToString());

    [Fact]
    public void Next_LastWeekOfALongYear_IsTheFirstOfTheNext() =>
        Assert.Equal("2021-W01", CalendarPeriod.Containing(CalendarUnit.Week, new LocalDate(2020, 12, 31)).Next().ToString());

    [Fact]
    public void Containing_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => CalendarPeriod.Containing((CalendarUnit)9, new LocalDate(2026, 1, 1)));
        Assert.Throws<ArgumentException>("date", () => CalendarPeriod.Containing(CalendarUnit.Month, new LocalDate(1742, 1, 1, CalendarSystem.Coptic)));
    }

    [Fact]
    public void Plus_GoesBothWays()
    {
        CalendarPeriod january = CalendarPeriod.Containing(CalendarUnit.Month, new LocalDate(2026, 1, 31));

        Assert.Equal("2025-11", january.Plus(-2).ToString());
        Assert.Equal("2026-02", january.Next().ToString());
        Assert.Equal(january, january.Plus(0));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    [Fact]
    public void LastWeekOfTheCalendar_EndsWithTheCalendar()
    {
        KpiSeries<Nps> series = new[] { DateOnly.MaxValue }.TallyBy(CalendarUnit.Week, day => day, _ => new Nps(1, 0, 0));

        Assert.Equal(LocalDate.MaxIsoValue, series[0].Key.End);
        Assert.Equal(series[0].Key, CalendarPeriod.Parse(series[0].Key.ToString()));
        Assert.Single(series.ToPoints());
        Assert.Single(series.ToTable().Rows);
    }
}

public class CalendarPeriodLaws
{
    private static Gen<(CalendarUnit Unit, LocalDate Date)> Day =>
        from unit in Gen.Elements(Enum.GetValues<CalendarUnit>())
        from day in Gen.Choose(-40_000, 60_000)
        select (unit, new LocalDate(2000, 1, 1).PlusDays(day));

    [Property]
    public Property APeriodContainsItsDaysAndNoOthers() =>
        Law.ForAll(Day, x =>
        {
            CalendarPeriod period = CalendarPeriod.Containing(x.Unit, x.Date);
            return period.Start <= x.Date && x.Date <= period.End && period.Contains(x.Date) && period.Contains(period.Start) && period.Contains(period.End)
                && !period.Contains(period.Start.PlusDays(-1)) && !period.Contains(period.End.PlusDays(1));
        });

    [Property]
    public Property PeriodsFollowEachOtherWithoutAGap() =>
        Law.ForAll(Day, x =>
        {
            CalendarPeriod period = CalendarPeriod.Containing(x.Unit, x.Date);
            return period.Next().Start == period.End.PlusDays(1)
                && period.Next().Plus(-1) == period
                && period.CompareTo(period.Next()) < 0
                && period.CompareTo(period) == 0;
        });

    [Property]
    public Property EveryDayOfAPeriodNamesTheSameOne() =>
        Law.ForAll(Day.Zip(Gen.Choose(0, 365)), x =>
        {
            CalendarPeriod period = CalendarPeriod.Containing(x.Item1.Unit, x.Item1.Date);
            LocalDate other = period.Start.PlusDays(x.Item2);
            return other > period.End || CalendarPeriod.Containing(x.Item1.Unit, other) == period;
        });
}
