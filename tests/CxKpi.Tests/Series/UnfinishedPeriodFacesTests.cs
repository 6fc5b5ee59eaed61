using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Series;

/// <summary>A first or last period that the rows cover only in part is marked in every face, compared nowhere and fitted nowhere.</summary>
public class UnfinishedPeriodFacesTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2022-01");

    // Ten months of about 1,000 contacts; half of October is there.
    private static readonly KpiSeries<ContactVolume> Ten = KpiSeries
        .From(CalendarUnit.Month, Enumerable.Range(0, 10).Select(i => (January.Plus(i), new ContactVolume(400, i == 9 ? 472 : 1000 + i))))
        .Through(new LocalDate(2022, 10, 15));

    [Theory]
    [InlineData(ReportLanguage.English, "incomplete")]
    [InlineData(ReportLanguage.French, "incomplet")]
    [InlineData(ReportLanguage.German, "unvollständig")]
    public void Faces_OfAnUnfinishedLastPeriod_MarkItAndCompareNothing(ReportLanguage language, string mark)
    {
        KpiTable table = Ten.ToTable(language);
        Assert.True(table.Rows[^1].IsIncomplete);
        Assert.Null(table.Rows[^1].Change);
        Assert.DoesNotContain(table.Rows.SkipLast(1), row => row.IsIncomplete);
        Assert.Contains(mark, table.ToText(language), StringComparison.Ordinal);
        Assert.Contains(mark, table.ToMarkdown(language), StringComparison.Ordinal);
        Assert.Contains(mark, Ten.ToHtml(language), StringComparison.Ordinal);
        Assert.Contains(mark, Ten.ToPeriodSeries().ToHtml(language), StringComparison.Ordinal);
        Assert.Contains(mark, Charts.OverTime(Ten, options: new ChartOptions { Language = language }).Description, StringComparison.Ordinal);
        Assert.Contains(mark, Ten.Rolling(2).ToTable(language).ToText(language), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_OfAnUnfinishedLastPeriod_MarksIt()
    {
        Assert.EndsWith(" (incomplete)", Ten.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" (incomplete)", Ten.ToPeriodSeries().ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" (incomplete)", Ten.Rolling(2).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(" (incomplete)", Ten.ToTable().Rows[^1].ToString(), StringComparison.Ordinal);
        string[] lines = Ten.ToTable().ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(",change_flags,incomplete", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",,,,,,true", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(",false", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("−528", Ten.ToTable().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Comparisons_FromAnUnfinishedFirstPeriod_AreNotMade()
    {
        KpiSeries<ContactVolume> late = KpiSeries
            .From(CalendarUnit.Month, Enumerable.Range(0, 26).Select(i => (January.Plus(i), new ContactVolume(300, i == 0 ? 350 : 1000 + i))))
            .Since(new LocalDate(2022, 1, 21));

        Assert.True(late.IsFirstIncomplete);
        Assert.Null(late.Changes()[0].Value);
        Assert.NotNull(late.Changes()[1].Value);
        Assert.Null(late.ToTable().Rows[1].Change);
        Assert.True(late.ToTable().Rows[0].IsIncomplete);
        YearOverYearChange year = late.YearOverYear()[0];
        Assert.Null(year.Change);
        Assert.True(year.Flags.HasFlag(YearOverYearFlags.PartialCover));
        Assert.NotNull(late.YearOverYear()[1].Change);
        Assert.Null(late.Rolling(2).Changes()[0].Value);
        Assert.NotNull(late.Rolling(2).Changes()[1].Value);
        Assert.True(late.Rolling(2).IsFirstIncomplete);
        ScorecardLine line = Scorecard.Titled("x", new LocalDate(2023, 1, 31)).Add(null, late).Build().Lines[0];
        Assert.Null(line.LastYear);
        Assert.NotNull(line.Previous?.Change);
        Assert.False(late.Since(new LocalDate(2022, 1, 1)).IsFirstIncomplete);
        Assert.False(late.Slice(January.Next(), January.Plus(9)).ToPeriodSeries().IsFirstIncomplete);
        Assert.True(late.Slice(January, January.Plus(9)).ToPeriodSeries().IsFirstIncomplete);
    }

    // Daily rows from 21 January: ten contacts a day, so that January is short and nothing else changes.
    [Fact]
    public void Verbs_WithAnUnfinishedFirstPeriod_DoNotFitIt()
    {
        KpiSeries<ContactVolume> months = Enumerable.Range(0, 35 * 30)
            .Select(i => new LocalDate(2022, 1, 21).PlusDays(i))
            .TakeWhile(day => day < new LocalDate(2024, 12, 1))
            .TallyBy(CalendarUnit.Month, day => day, day => new ContactVolume(9, 10 + day.Day % 3));

        Assert.True(months.IsFirstIncomplete);
        Assert.DoesNotContain(January, months.Unusual().Periods.Select(period => period.Period));
        Assert.InRange(months.Trend().SlopePerYear!.Value, -2, 2);
        Assert.Equal(months[0].Value.Value, months.ToPeriodSeries()[0].Value);
        AssertUnmoved(months);
    }

    private static void AssertUnmoved(KpiSeries<ContactVolume> months)
    {
        PeriodSeries figures = months.ToPeriodSeries();
        PeriodSeries moved = PeriodSeries.FromValues(figures.First, figures.Values.Select((value, i) => i == 0 ? 1e6 : value))
            .Since(new LocalDate(2022, 1, 21));
        PeriodSeries plain = PeriodSeries.FromValues(figures.First, figures.Values).Since(new LocalDate(2022, 1, 21));
        Assert.Equal(1e6, moved[0].Value);
        Assert.Equal(plain.Trend().ToString(), moved.Trend().ToString());
        Assert.Equal(plain.Expect(3).ToString(), moved.Expect(3).ToString());
        Assert.Equal(plain.Latest().ToString(), moved.Latest().ToString());
        Assert.Equal(plain.Unusual().ToString(), moved.Unusual().ToString());
        Assert.Equal(plain.Shifts().ToString(), moved.Shifts().ToString());
        Assert.Equal(plain.IsSeasonal().ToString(), moved.IsSeasonal().ToString());
        Assert.Equal(plain.Forecast(6).Periods, moved.Forecast(6).Periods);
        Assert.Equal(plain.SeasonallyAdjust().Periods.Skip(1), moved.SeasonallyAdjust().Periods.Skip(1));
        Assert.Equal(plain.MannKendall().ToString(), moved.MannKendall().ToString());
    }

    [Fact]
    public void TallyBy_InstantsUntilNow_NoticeTheUnfinishedDay()
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
        Instant start = new LocalDateTime(2025, 3, 1, 0, 0).InZoneLeniently(zone).ToInstant();
        Instant[] hourly = [.. Enumerable.Range(0, 10 * 24 + 7).Select(hour => start + Duration.FromHours(hour))];

        Assert.True(By(hourly).IsLastIncomplete);
        Assert.False(By(hourly[..240]).IsLastIncomplete);
        Assert.False(By([.. hourly.Where((_, hour) => hour % 24 == 6)]).IsLastIncomplete);
        Assert.False(By(hourly[..31]).IsLastIncomplete);

        // Few rows a day say little, unless there are many days.
        Assert.False(By([.. hourly.Where((_, hour) => hour % 12 == 0)]).IsLastIncomplete);
        Assert.True(By([.. Enumerable.Range(0, 61).Select(half => start + Duration.FromHours(12 * half))]).IsLastIncomplete);
        Assert.False(By(hourly).Through(new LocalDate(2025, 3, 11)).IsLastIncomplete);

        KpiSeries<ConversionRate> By(Instant[] instants) => instants.TallyBy(CalendarUnit.Day, instant => instant, zone, _ => new ConversionRate(1, 2));
    }

    [Fact]
    public void TallyBy_InstantsAsOf_KnowWhetherThePeriodHasEnded()
    {
        Instant start = Instant.FromUtc(2025, 3, 1, 0, 0);
        Instant[] days = [.. Enumerable.Range(0, 31).Select(day => start + Duration.FromDays(day))];

        Assert.False(By(CalendarUnit.Day, start + Duration.FromDays(31)).IsLastIncomplete);
        Assert.True(By(CalendarUnit.Day, start + Duration.FromDays(31) - Duration.Epsilon).IsLastIncomplete);
        Assert.True(By(CalendarUnit.Month, start + Duration.FromDays(30)).IsLastIncomplete);
        Assert.False(By(CalendarUnit.Month, start + Duration.FromDays(40)).IsLastIncomplete);
        Assert.Empty(Array.Empty<Instant>().TallyBy(CalendarUnit.Day, instant => instant, DateTimeZone.Utc, _ => new ConversionRate(1, 2), start));

        KpiSeries<ConversionRate> By(CalendarUnit unit, Instant asOf) =>
            days.TallyBy(unit, instant => instant, DateTimeZone.Utc, _ => new ConversionRate(1, 2), asOf);
    }
}
