using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests.Series;

/// <summary>Volumes of periods of unequal length are compared per day, and records of different rules not at all; no face throws for either.</summary>
public class UnequalPeriodsTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2025-01");

    private static readonly KpiSeries<ContactVolume> Daily = Enumerable.Range(0, 59)
        .Select(i => new LocalDate(2025, 1, 1).PlusDays(i))
        .TallyBy(CalendarUnit.Month, day => day, _ => new ContactVolume(9, 10));

    [Fact]
    public void Changes_OfDailyRowsByMonth_ArePerDay()
    {
        Change change = Daily.Changes()[0].Value!.Value;

        Assert.Equal(0, change.Difference, 9);
        Assert.Equal(ChangeVerdict.NoEvidence, change.Verdict);
        Assert.True(change.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.Equal(change, Daily.ToTable().Rows[1].Change);
        Assert.Contains("per day", Daily.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Contains("par jour", Daily.ToTable(ReportLanguage.French).ToText(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Contains("je Tag", Daily.ToHtml(ReportLanguage.German), StringComparison.Ordinal);
        Assert.Contains("UnequalPeriods", Daily.ToTable().ToCsv(), StringComparison.Ordinal);
        Scorecard card = Scorecard.Titled("Month").Add(null, Daily).Add("again", Daily[1].Value, previous: Daily[0].Value).Build();
        Assert.Equal([change, null], card.Lines.Select(line => line.Previous!.Change));
        Assert.Contains("per day", card.ToText(), StringComparison.Ordinal);
        Assert.Contains("UnequalPeriods", card.ToCsv(), StringComparison.Ordinal);
    }

    // The same 100 a day: February of a leap year has more contacts, and no more a day.
    [Fact]
    public void YearOverYear_OfALeapDay_IsPerDayAndFlagged()
    {
        KpiSeries<ContactVolume> totals = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 14).Select(i => CalendarPeriod.Parse("2023-01").Plus(i)).Select(month =>
                (month, new ContactVolume(0, 100 * (Period.DaysBetween(month.Start, month.End) + 1)))));
        YearOverYearChange[] changes = [.. totals.YearOverYear()];

        Assert.Equal(YearOverYearFlags.None, changes[0].Flags);
        Assert.Equal(YearOverYearFlags.UnequalPeriods, changes[1].Flags);
        Assert.Equal(0, changes[1].Change!.Value.Difference, 9);
        Assert.Equal(ChangeVerdict.NoEvidence, changes[1].Change!.Value.Verdict);
    }

    [Fact]
    public void ChangeOverDays_UnequalDays_BringsTheBaselineToTheSameNumber()
    {
        Change change = OverDays(new ContactVolume(0, 900, entries: 3), 90, new ContactVolume(0, 200), 30)!.Value;

        Assert.Equal(300, change.Difference, 9);
        Assert.True(change.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.Equal(4, OverDays(new ContactVolume(0, 9, entries: 9), 30, new ContactVolume(0, 5, entries: 5), 30)!.Value.Difference);
        Assert.Null(OverDays(new ContactVolume(0, 9), 30, default(ContactVolume), 30));

        static Change? OverDays<TKpi>(TKpi later, int days, TKpi baseline, int baselineDays)
            where TKpi : struct, IKpi<TKpi> => later.ChangeOverDays(baseline, days, baselineDays);
    }

    [Fact]
    public void Faces_OfRecordsUnderDifferentRules_ShowNoChangeAndSayWhy()
    {
        Csat five = new(8, 10, TopBox.TwoOfFive), ten = new(8, 10, TopBox.Of(RatingScale.OneToTen, 2));
        KpiSeries<Csat> mixed = KpiSeries.From(
            CalendarUnit.Month,
            Enumerable.Range(0, 14).Select(i => (January.Plus(i), i < 13 ? five : ten)));

        Assert.Null(mixed.Changes()[^1].Value);
        Assert.NotNull(mixed.Changes()[0].Value);
        Assert.True(mixed.ToTable().Rows[^1].HasOtherRule);
        Assert.Contains("other rule", mixed.ToTable().ToText(), StringComparison.Ordinal);
        Assert.Contains("autre règle", mixed.ToHtml(ReportLanguage.French), StringComparison.Ordinal);
        Assert.Equal(YearOverYearFlags.OtherRule, mixed.YearOverYear()[^1].Flags);
        Assert.Null(Scorecard.Titled("x").Add(null, mixed).Build().Lines[0].Previous!.Change);
    }
}
