using NodaTime;

namespace CxKpi.Tests.Series;

public class KpiSeriesTests
{
    private static readonly (LocalDate Date, int Score)[] Answers =
    [
        (new(2026, 4, 2), 9), (new(2026, 1, 31), 10), (new(2026, 1, 1), 3), (new(2026, 2, 1), 8), (new(2026, 4, 30), 10),
    ];

    private static readonly KpiSeries<Nps> Monthly = Answers.TallyBy(CalendarUnit.Month, x => x.Date, x => Nps.FromAnswers([x.Score]));

    [Fact]
    public void Members_WorkedExample_HaveEmptyPeriodsWithoutData()
    {
        Assert.Equal(CalendarUnit.Month, Monthly.Unit);
        Assert.Equal(4, Monthly.Count);
        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04"], Monthly.Select(x => x.Key.ToString()));
        Assert.Equal(new Nps(1, 0, 1), Monthly[0].Value);
        Assert.Equal(default, Monthly[2].Value);
        Assert.Equal(new Nps(2, 0, 0), Monthly[Period(4)]);
        Assert.Equal(default, Monthly[Period(12)]);
        Assert.Equal(new Nps(3, 1, 1), Monthly.Total);
        Assert.Equal(4, ((System.Collections.IEnumerable)Monthly).Cast<object>().Count());
    }

    [Fact]
    public void Indexer_PeriodOfAnotherUnit_Throws() =>
        Assert.Throws<ArgumentException>("period", () => Monthly[CalendarPeriod.Containing(CalendarUnit.Week, new LocalDate(2026, 1, 1))]);

    [Fact]
    public void Indexer_PositionOutside_Throws() => Assert.ThrowsAny<Exception>(() => Monthly[4]);

    [Fact]
    public void Changes_NextToAnEmptyPeriod_AreNull()
    {
        var changes = Monthly.Changes();

        Assert.Equal([Period(2), Period(3), Period(4)], changes.Select(x => x.Key));
        Assert.Equal(0, changes[0].Value!.Value.Difference);
        Assert.Null(changes[1].Value);
        Assert.Null(changes[2].Value);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Monthly.Changes(0));
    }

    [Fact]
    public void NoRows_AreAnEmptySeries()
    {
        KpiSeries<Nps> none = Array.Empty<LocalDate>().TallyBy(CalendarUnit.Day, x => x, _ => default(Nps));

        Assert.Empty(none);
        Assert.Empty(none.Changes());
        Assert.Equal(default, none.Total);
        Assert.Equal("", none.ToString());
        Assert.Equal(default, none[CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(2026, 1, 1))]);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => none.Changes(double.NaN));
    }

    [Fact]
    public void OnePeriod_HasNoChanges() => Assert.Empty(Answers.Take(1).TallyBy(CalendarUnit.Year, x => x.Date, _ => new Nps(1, 0, 0)).Changes());

    [Fact]
    public void Weeks_AroundNewYear_AreWithoutGaps()
    {
        KpiSeries<Churn> weeks = new LocalDate[] { new(2021, 1, 11), new(2020, 12, 27) }.TallyBy(CalendarUnit.Week, x => x, _ => new Churn(1, 2));

        Assert.Equal(["2020-W52", "2020-W53", "2021-W01", "2021-W02"], weeks.Select(x => x.Key.ToString()));
    }

    [Fact]
    public void ToString_IsALinePerPeriod() =>
        Assert.StartsWith("2026-01: NPS 0.0 (2 answers)" + Environment.NewLine + "2026-02: ", Monthly.ToString(), StringComparison.Ordinal);

    private static CalendarPeriod Period(int month) => CalendarPeriod.Containing(CalendarUnit.Month, new LocalDate(2026, month, 1));
}
