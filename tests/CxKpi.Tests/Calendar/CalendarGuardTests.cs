using CxKpi.Practices;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Calendar;

public class CalendarGuardTests
{
    private static readonly LocalDate NewYear = new(2026, 1, 1), Julian = new(2026, 1, 1, CalendarSystem.Julian);

    private static readonly KpiSeries<Churn> Series =
        Enumerable.Range(0, 12).TallyBy(CalendarUnit.Month, i => NewYear.PlusMonths(i), _ => new Churn(1, 50));

    private static readonly Dictionary<string, (string Name, Action<LocalDate> Call)> Doors = new()
    {
        ["containing"] = ("date", day => CalendarPeriod.Containing(CalendarUnit.Month, day)),
        ["contains"] = ("date", day => CalendarPeriod.Month(2026, 1).Contains(day)),
        ["tally"] = ("date", day => new[] { day }.TallyBy(CalendarUnit.Month, date => date, _ => new Churn(1, 2))),
        ["through"] = ("lastDay", day => Series.Through(day)),
        ["since"] = ("firstDay", day => Series.Since(day)),
        ["slice"] = ("from", day => Series.Slice(day, NewYear)),
        ["slice to"] = ("to", day => Series.Slice(NewYear, day)),
        ["figures through"] = ("lastDay", day => Series.ToPeriodSeries().Through(day)),
        ["figures since"] = ("firstDay", day => Series.ToPeriodSeries().Since(day)),
        ["figures slice"] = ("from", day => Series.ToPeriodSeries().Slice(day, day)),
        ["effect"] = ("from", day => Series.Effect(day)),
        ["effect through"] = ("through", day => Series.Effect(NewYear, day)),
        ["dates"] = ("dates", day => Regressor.Dates("x", [NewYear, day])),
        ["window"] = ("from", day => Regressor.Window("x", day, NewYear)),
        ["window to"] = ("to", day => Regressor.Window("x", NewYear, day)),
        ["deadline"] = ("deadline", day => Target.AtLeast(1, deadline: day)),
        ["assess"] = ("asOf", day => Target.AtMost(1).Assess(new Churn(1, 50), asOf: day)),
        ["assess durations"] = ("asOf", day => Target.AllWithin(Duration.FromHours(1)).Assess(DurationSample.Empty, asOf: day)),
        ["scorecard"] = ("asOf", day => _ = new Scorecard("x", [], asOf: day)),
        ["benchmark"] = ("date", day => _ = new Benchmark("x", "x", "x", "x", "x", day, [new("all", null, null)])),
        ["invitation"] = ("day", day => _ = new Invitation<int>(1, day)),
        ["point"] = ("Start", day => _ = new KpiPoint { Key = "a", Label = "a", Start = day }),
        ["point end"] = ("End", day => _ = new KpiPoint { Key = "a", Label = "a", End = day }),
        ["subscription"] = ("start", day => _ = new Subscription<int>(1, day)),
        ["subscription end"] = ("end", day => _ = new Subscription<int>(1, NewYear, day)),
        ["subscription currency"] = ("CurrencyDate", day => _ = new Subscription<int>(1, NewYear) { CurrencyDate = day }),
        ["purchases"] = ("day", day => _ = new DailyPurchases(day, 1)),
    };

    public static TheoryData<string> Names => [.. Doors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Date_OfAnotherCalendar_IsRefusedByName(string door)
    {
        (string name, Action<LocalDate> call) = Doors[door];

        Assert.Equal(
            $"{name} must be in the ISO calendar, but is in Julian (Parameter '{name}')",
            Assert.Throws<ArgumentException>(name, () => call(Julian)).Message);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Date_OfTheIsoCalendar_IsTaken(string door) => Doors[door].Call(NewYear);

    [Theory]
    [InlineData(CalendarUnit.Day)]
    [InlineData(CalendarUnit.Week)]
    [InlineData(CalendarUnit.Month)]
    [InlineData(CalendarUnit.Quarter)]
    [InlineData(CalendarUnit.Year)]
    public void Plus_BeyondTheCalendar_SaysSo(CalendarUnit unit)
    {
        CalendarPeriod last = CalendarPeriod.Containing(unit, LocalDate.MaxIsoValue);

        Assert.StartsWith(
            $"periods must not lead from {last} beyond the years -9998 to 9999; got 1",
            Assert.Throws<ArgumentOutOfRangeException>("periods", () => last.Next()).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => last.Plus(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("periods", () => last.Plus(int.MinValue));
    }

    [Theory]
    [InlineData(CalendarUnit.Day, "2026-01-01", "2026-01-01")]
    [InlineData(CalendarUnit.Week, "2025-12-29", "2026-01-04")]
    [InlineData(CalendarUnit.Month, "2026-01-01", "2026-01-31")]
    [InlineData(CalendarUnit.Quarter, "2026-01-01", "2026-03-31")]
    [InlineData(CalendarUnit.Year, "2026-01-01", "2026-12-31")]
    public void Series_WithADateThatStandsForNone_IsRefusedByTheDate(CalendarUnit unit, string start, string end)
    {
        const string Rule = "rows must not span more than 20000 periods or 1000 years, as from";
        const string Advice = "leave out what has a date that stands for none (Parameter 'rows')";
        LocalDate[] endless = [NewYear, LocalDate.MaxIsoValue], unknown = [NewYear, default];

        Assert.Equal(
            $"{Rule} {start} to 9999-12-31: {Advice}",
            Assert.Throws<ArgumentException>("rows", () => endless.TallyBy(unit, day => day, _ => new Churn(1, 2))).Message);
        Assert.Equal(
            $"{Rule} 0001-01-01 to {end}: {Advice}",
            Assert.Throws<ArgumentException>("rows", () => unknown.TallyBy(unit, day => day, _ => new Churn(1, 2))).Message);
    }

    [Theory]
    [InlineData("1000", "2000", 1001)]
    [InlineData("1000-Q1", "2000-Q4", 4004)]
    [InlineData("1000-01", "2000-12", 12_012)]
    public void Series_OfAThousandYears_IsTaken(string first, string last, int count)
    {
        CalendarPeriod from = CalendarPeriod.Parse(first), to = CalendarPeriod.Parse(last);

        Assert.Equal(count, KpiSeries.From(from.Unit, [(from, new Churn(1, 2)), (to, new Churn(1, 2))]).Count);
        Assert.Throws<ArgumentException>("records", () => KpiSeries.From(from.Unit, [(from, new Churn(1, 2)), (to.Next(), new Churn(1, 2))]));
    }

    [Fact]
    public void Slice_Endless_HoldsWhatThereIs()
    {
        CalendarPeriod first = CalendarPeriod.Month(1, 1), last = CalendarPeriod.Month(9999, 12);

        Assert.Equal(Series.Count, Series.Slice(first, last).Count);
        Assert.Equal(Series.Count, Series.ToPeriodSeries().Slice(first, last).Count);
    }

    [Fact]
    public void Window_Endless_IsRefused()
    {
        Assert.Throws<ArgumentException>("to", () => Series.Over(Series[0].Key, CalendarPeriod.Month(9999, 1)));
        Assert.Throws<ArgumentException>("points", () => PeriodSeries.FromPoints([(CalendarPeriod.Month(1, 1), 1), (CalendarPeriod.Month(2026, 1), 2)]));
    }
}
