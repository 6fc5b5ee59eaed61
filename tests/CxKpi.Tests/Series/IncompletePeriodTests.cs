using NodaTime;

namespace CxKpi.Tests.Series;

/// <summary>Whether tallying notices that rows stop inside a period.</summary>
public class IncompletePeriodTests
{
    [Theory]
    [InlineData(CalendarUnit.Month, "2025-05-14", true)]
    [InlineData(CalendarUnit.Month, "2025-05-31", false)]
    [InlineData(CalendarUnit.Week, "2025-05-14", true)]
    [InlineData(CalendarUnit.Week, "2025-05-18", false)]
    [InlineData(CalendarUnit.Quarter, "2025-05-14", true)]
    [InlineData(CalendarUnit.Day, "2025-05-14", false)]
    public void TallyBy_DailyRows_AreNoticedWhenTheyStop(CalendarUnit unit, string last, bool incomplete)
    {
        LocalDate from = new(2024, 1, 1), to = CalendarPeriod.Parse(last).Start;
        Assert.Equal(incomplete, Tallied(unit, Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(i => from.PlusDays(i))).IsLastIncomplete);
    }

    [Fact]
    public void Changes_ToAnIncompletePeriod_AreNone()
    {
        CalendarPeriod january = CalendarPeriod.Parse("2024-01");
        KpiSeries<Churn> whole = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 6).Select(i => (january.Plus(i), new Churn(lost: 10 + i, atStart: 400))));
        KpiSeries<Churn> begun = whole.Through(new LocalDate(2024, 6, 3));

        Assert.NotNull(whole.Changes()[^1].Value);
        Assert.Null(begun.Changes()[^1].Value);
        Assert.Equal(whole.Changes().SkipLast(1), begun.Changes().SkipLast(1));
        Assert.NotNull(whole.Rolling(2).Changes()[^1].Value);
        Assert.Null(begun.Rolling(2).Changes()[^1].Value);
        Assert.Equal(whole.Rolling(2).Changes().SkipLast(1), begun.Rolling(2).Changes().SkipLast(1));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Position_OutsideTheSeries_Throws(int index)
    {
        KpiSeries<Churn> series = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 6).Select(i => (CalendarPeriod.Parse("2024-01").Plus(i), new Churn(lost: 10 + i, atStart: 400))));

        Assert.Throws<ArgumentOutOfRangeException>(() => series[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Rolling(1)[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => series.ToPeriodSeries()[index]);
    }

    [Fact]
    public void TallyBy_DatesOnOneDayOfTheMonth_AreWhole()
    {
        for (int count = 1; count < 30; count++)
        {
            Assert.False(Tallied(CalendarUnit.Month, Enumerable.Range(0, count).Select(i => new LocalDate(2023, 1, 1).PlusMonths(i))).IsLastIncomplete);
            Assert.False(Tallied(CalendarUnit.Month, Enumerable.Range(0, count).Select(i => CalendarPeriod.Parse("2023-01").Plus(i).End)).IsLastIncomplete);
            Assert.False(Tallied(CalendarUnit.Quarter, Enumerable.Range(0, count).Select(i => new LocalDate(2023, 3, 1).PlusMonths(3 * i))).IsLastIncomplete);
        }
    }

    [Fact]
    public void TallyBy_FewerThanTwoOtherPeriods_CannotTell()
    {
        Assert.False(Tallied(CalendarUnit.Month, [new(2025, 1, 31), new(2025, 3, 2)]).IsLastIncomplete);
        Assert.True(Tallied(CalendarUnit.Month, [new(2025, 1, 31), new(2025, 2, 28), new(2025, 9, 2)]).IsLastIncomplete);
    }

    [Fact]
    public void TallyBy_RowsThatBeginInsideAPeriod_MarkTheFirst()
    {
        Assert.True(Tallied(CalendarUnit.Month, Enumerable.Range(0, 100).Select(i => new LocalDate(2025, 1, 15).PlusDays(i))).IsFirstIncomplete);
        Assert.False(Tallied(CalendarUnit.Month, Enumerable.Range(0, 100).Select(i => new LocalDate(2025, 1, 1).PlusDays(i))).IsFirstIncomplete);
        Assert.False(Tallied(CalendarUnit.Month, Enumerable.Range(0, 9).Select(i => new LocalDate(2025, 1, 1).PlusMonths(i))).IsFirstIncomplete);
    }

    [Fact]
    public void Through_TheLastDayCovered_OverrulesTheRows()
    {
        KpiSeries<Churn> series = Tallied(CalendarUnit.Month, Enumerable.Range(0, 100).Select(i => new LocalDate(2025, 1, 1).PlusDays(i)));
        Assert.True(series.IsLastIncomplete);
        Assert.False(series.Through(new LocalDate(2025, 4, 30)).IsLastIncomplete);
        Assert.True(series.Through(new LocalDate(2025, 4, 29)).IsLastIncomplete);
        Assert.Equal(series, series.Through(new LocalDate(2025, 4, 29)));
        Assert.False(KpiSeries.From<Churn>(CalendarUnit.Month, []).Through(new LocalDate(2025, 4, 29)).IsLastIncomplete);
    }

    // The same whether rows come as an array or one after the other.
    private static KpiSeries<Churn> Tallied(CalendarUnit unit, IEnumerable<LocalDate> dates)
    {
        KpiSeries<Churn> streamed = dates.TallyBy(unit, day => day, _ => new Churn(1, 2));
        KpiSeries<Churn> series = dates.ToArray().TallyBy(unit, day => day, _ => new Churn(1, 2));
        Assert.Equal(streamed, series);
        Assert.Equal(streamed.IsLastIncomplete, series.IsLastIncomplete);
        return series;
    }
}
