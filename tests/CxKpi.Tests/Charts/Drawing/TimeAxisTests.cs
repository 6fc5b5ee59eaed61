namespace CxKpi.Tests;

public class TimeAxisTests
{
    [Theory]
    [InlineData("2024-11", 6, 480, "Nov 2024|Dec|Jan 2025|Feb|Mar|Apr")]
    [InlineData("2024-02", 36, 480, "Jul 2024|Jan 2025|Jul|Jan 2026|Jul|Jan 2027")]
    [InlineData("2026-W03", 26, 480, "Feb 2026|Mar|Apr|May|Jun|Jul")]
    [InlineData("2024-Q2", 5, 480, "Q2 2024|Q3|Q4|Q1 2025|Q2")]
    [InlineData("2024-02-27", 5, 480, "27 Feb 2024|28 Feb|29 Feb|1 Mar|2 Mar")]
    [InlineData("1990", 36, 480, "1990|1995|2000|2005|2010|2015|2020|2025")]
    public void Ticks_WorkedExamples_GiveTheirLabels(string first, int count, int width, string labels) => Assert.Equal(
        labels,
        string.Join(
            '|',
            TimeAxisLaws.Ticks(([.. Enumerable.Range(0, count).Select(CalendarPeriod.Parse(first).Plus)], width, ReportLanguage.English))
                .Select(tick => $"{tick.Label} {tick.Year}".Trim())));
}
