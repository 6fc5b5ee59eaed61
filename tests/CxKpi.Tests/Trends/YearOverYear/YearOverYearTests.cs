using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Trends;

public class YearOverYearTests
{
    [Fact]
    public void YearOverYear_Months_AreComparedWithTheSameMonth()
    {
        KpiSeries<Churn> series = Of("2023-01", 14);
        YearOverYearChanges changes = series.YearOverYear(0.9);

        Assert.Equal(["2024-01", "2024-02"], changes.Select(change => change.Period.ToString()));
        Assert.Equal(["2023-01", "2023-02"], changes.Select(change => change.Baseline.ToString()));
        Assert.Equal(series[12].Value.ChangeFrom(series[0].Value, 0.9), changes[0].Change);
        Assert.All(changes, change => Assert.Equal(YearOverYearFlags.None, change.Flags));
        Assert.Equal($"2024-01 from 2023-01: {changes[0].Change}", changes[0].ToString());
    }

    // A list of loose changes in a notebook would be one table each.
    [Fact]
    public void YearOverYear_IsOneTableInEveryFace()
    {
        YearOverYearChanges changes = Of("2023-01", 16).Through(new LocalDate(2024, 4, 12)).YearOverYear();

        Assert.Equal(
            """
            Each period against the year before
            Period         Compared with   Change               Interval  Relative change  Verdict                     Notes
            """.ReplaceLineEndings("\n"),
            string.Join('\n', changes.ToText().Split('\n')[..2]));
        Assert.Equal(3 + 4, changes.ToText().TrimEnd().Split('\n').Length);
        Assert.Equal(changes.ToText(), changes.ToString());
        Assert.Contains("| April 2024 | April 2023 |", changes.ToMarkdown(), StringComparison.Ordinal);
        Assert.Equal(5, CsvReader.Read(changes.ToCsv()).Count);
        Assert.Contains("2024-04,2023-04,,,,,,,,,Incomplete", changes.ToCsv(), StringComparison.Ordinal);
        Assert.Equal(5, Faces.Table(changes).Length - 1);
    }

    [Fact]
    public void YearOverYear_Faces_SpeakEveryLanguageInTheUnitOfTheKpi()
    {
        YearOverYearChanges changes = Of("2023-01", 14).YearOverYear();

        Assert.Contains("janvier 2024", changes.ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("Januar 2024", changes.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.All(
            [changes.ToText(), changes.ToMarkdown(), changes.ToHtml(), Faces.Html(changes[0])],
            face => Assert.Contains(" pp", face, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2023-Q1", 6, 2)]
    [InlineData("2020", 3, 2)]
    [InlineData("2023-01-01", 366, 2)]
    [InlineData("2023-W01", 54, 2)]
    [InlineData("2023-01", 12, 0)]
    public void YearOverYear_EveryUnit_HasAYearOfItsOwn(string first, int count, int expected) => Assert.Equal(expected, Of(first, count).YearOverYear().Count);

    [Fact]
    public void YearOverYear_Days_KeepTheWeekday()
    {
        YearOverYearChange change = Of("2023-01-01", 366).YearOverYear()[0];
        Assert.Equal(change.Period.Start.DayOfWeek, change.Baseline!.Value.Start.DayOfWeek);
    }

    [Fact]
    public void YearOverYear_WeekFiftyThree_HasNoMatch()
    {
        YearOverYearChange[] changes = [.. Of("2019-W40", 120).YearOverYear()];
        YearOverYearChange odd = Assert.Single(changes, change => change.Flags.HasFlag(YearOverYearFlags.NoMatch));
        Assert.Equal("2020-W53", odd.Period.ToString());
        Assert.Null(odd.Change);
        Assert.Equal("2020-W53 from - [NoMatch]", odd.ToString());
        Assert.All(changes.Where(change => change.Baseline is not null), change => Assert.Equal(Season.Of(change.Period), Season.Of(change.Baseline!.Value)));
        Assert.Equal("2020-W01", Assert.Single(changes, change => change.Period == CalendarPeriod.Parse("2021-W01")).Baseline.ToString());
    }

    [Fact]
    public void YearOverYear_EasterInAnotherMonth_IsFlagged()
    {
        // Good Friday 29 March to Easter Monday 1 April 2024; wholly in April in 2023 and 2025.
        YearOverYearChange[] changes = [.. Of("2023-01", 36).YearOverYear()];
        Assert.Equal(
            ["2024-03", "2024-04", "2025-03", "2025-04"],
            changes.Where(change => change.Flags.HasFlag(YearOverYearFlags.EasterShift)).Select(change => change.Period.ToString()));
        Assert.All(changes, change => Assert.NotNull(change.Change));
    }

    [Theory]
    [InlineData("-0044", "-01")]
    [InlineData("-0100", "-01")]
    [InlineData("-5000", "-Q1")]
    [InlineData("-9990", "-01-01")]
    [InlineData("-9990", "")]
    public void YearOverYear_BeforeTheYearZero_ComparesAsEver(string year, string period)
    {
        CalendarPeriod first = CalendarPeriod.Parse(year + period);
        int cycle = PeriodCount.Between(first, CalendarPeriod.Containing(first.Unit, first.Start.PlusYears(1)));

        YearOverYearChange[] changes = [.. Of(first.ToString(), 2 * cycle).YearOverYear()];

        Assert.InRange(changes.Length, cycle, cycle + 2);
        Assert.All(changes, change => Assert.NotNull(change.Change));
        Assert.Contains(changes, change => change.Flags == YearOverYearFlags.None);
    }

    [Fact]
    public void YearOverYear_IncompleteLastPeriod_IsLeftOut()
    {
        YearOverYearChange last = Of("2023-01", 14).Through(new LocalDate(2024, 2, 12)).YearOverYear()[^1];
        Assert.Equal(YearOverYearFlags.Incomplete, last.Flags);
        Assert.Null(last.Change);
        Assert.Equal("2024-02 from 2023-02 [Incomplete]", last.ToString());
    }

    [Fact]
    public void YearOverYear_NoData_HasNoChange()
    {
        CalendarPeriod first = CalendarPeriod.Parse("2023-01");
        YearOverYearChange[] changes = [.. KpiSeries.From(CalendarUnit.Month, [(first, new Churn(1, 10)), (first.Plus(14), new Churn(1, 10))]).YearOverYear()];
        Assert.All(changes, change => Assert.True(change.Change is null && change.Flags.HasFlag(YearOverYearFlags.NoData)));
    }

    [Fact]
    public void YearOverYear_RowsThatBeganInsideTheBaseline_AreFlagged()
    {
        LocalDate start = new(2023, 1, 15);
        KpiSeries<Churn> series = Enumerable.Range(0, 420).Select(i => start.PlusDays(i)).TallyBy(CalendarUnit.Month, day => day, _ => new Churn(1, 10));
        Assert.Equal(YearOverYearFlags.PartialCover, series.YearOverYear()[0].Flags);
        Assert.Throws<ArgumentOutOfRangeException>(() => series.YearOverYear(1));
    }

    private static KpiSeries<Churn> Of(string first, int count) => KpiSeries.From(
        CalendarPeriod.Parse(first).Unit,
        Enumerable.Range(0, count).Select(i => (CalendarPeriod.Parse(first).Plus(i), new Churn(10 + i, 1000))));
}
