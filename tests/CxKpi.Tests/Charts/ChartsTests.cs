using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests;

public class ChartsTests
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2024-01");

    [Fact]
    public void NetScore_Description_SaysScoreIntervalAndGroups() => Assert.Equal(
        "NPS +26.4; 95% interval +20.9 to +31.6; 850 answers; detractors 22% (188), passives 29% (250), promoters 48% (412).",
        CxKpi.Charts.NetScore(new Nps(412, 250, 188)).Description);

    [Fact]
    public void NetScore_FromAnotherScale_SaysSo() => Assert.Contains(
        "5 minus 1–3 of 5",
        CxKpi.Charts.NetScore(Nps.FromAnswers([5, 4, 1], NpsMapping.OneToFive)).Title,
        StringComparison.Ordinal);

    [Fact]
    public void SurvivalCurve_Title_SaysWhatIsFound()
    {
        SurvivalTally tally = SurvivalTally.FromTenures([new(3, true, count: 6), new(9, false, count: 4)], CalendarUnit.Month);
        Chart one = CxKpi.Charts.SurvivalCurve(tally.Curve()), two = CxKpi.Charts.SurvivalCurve([("a", tally.Curve()), ("b", tally.Curve())]);

        Assert.Equal("Half have ended by 3 months", one.Title);
        Assert.Equal("half have ended by 3 months, not yet ended 40% (9 months), n = 10.", one.Description);
        Assert.Equal("Time in months,At risk,Ended,Still open,Not yet ended,Lower limit,Upper limit", one.ToCsv().Split("\r\n")[0]);
        Assert.Contains("log-rank: p", two.ToSvg(), StringComparison.Ordinal);
        Assert.StartsWith("Segment,Time in months,", two.ToCsv(), StringComparison.Ordinal);
    }

    // Who waits for a gain reads it upwards, and by its name.
    [Fact]
    public void SurvivalCurve_OfANamedEvent_SaysItInBothViews()
    {
        SurvivalCurve curve = SurvivalTally.FromTenures([new(3, true, count: 6), new(9, false, count: 4)], CalendarUnit.Month).Curve();
        SurvivalCurve wait = curve with { EventName = "ordered again" };
        Chart down = CxKpi.Charts.SurvivalCurve(wait), up = CxKpi.Charts.SurvivalCurve(wait with { View = SurvivalView.Incidence });

        Assert.Equal("Ordered again: half by 3 months", up.Title);
        Assert.Equal("ordered again: half by 3 months, ordered again 60% (9 months), n = 10.", up.Description);
        Assert.Contains("Ordered again over time", up.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("Not yet ordered again over time", down.ToSvg(), StringComparison.Ordinal);
        Assert.Equal("Time in months,At risk,Ordered again,Still open,\"Ordered again, share\",Lower limit,Upper limit", up.ToCsv().Split("\r\n")[0]);

        string[] last = down.ToCsv().Split("\r\n")[^2].Split(','), turned = up.ToCsv().Split("\r\n")[^2].Split(',');
        Assert.Equal(last[..4], turned[..4]);
        Assert.Equal([0.4, 0.6], new[] { last[4], turned[4] }.Select(share => Math.Round(Number(share), 12)));
        Assert.Equal([1 - Number(last[6]), 1 - Number(last[5])], turned[5..].Select(Number));
        Assert.Throws<ArgumentException>("curves", () => CxKpi.Charts.SurvivalCurve([("a", wait), ("b", wait with { EventName = "left" })]));
        Assert.Throws<ArgumentException>("curves", () => CxKpi.Charts.SurvivalCurve([("a", wait), ("b", wait with { View = SurvivalView.Incidence })]));

        static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void SurvivalCurve_WithABreak_SaysSoBelowTheTitle()
    {
        SurvivalCurve few = SurvivalTally.FromTenures([new(3, false), new(9, true, entry: 5), new(12, false, entry: 6)]).Curve();

        Assert.Contains("After 3 nobody was watched", CxKpi.Charts.SurvivalCurve(few, new() { Width = 2000 }).ToSvg(), StringComparison.Ordinal);
        Assert.Contains(
            "a: After 3 nobody was watched",
            CxKpi.Charts.SurvivalCurve([("a", few), ("b", few)], new() { Width = 2000 }).ToSvg().Replace("\u2068", "", StringComparison.Ordinal)
                .Replace("\u2069", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void CohortHeatMap_OfAYearOfDays_HasTheLatestAndSaysSo()
    {
        CalendarPeriod last = CalendarPeriod.Containing(CalendarUnit.Day, new(2025, 12, 31));
        CohortTable<Retention> table = CohortTable.FromActivity(
            Enumerable.Range(0, 3650), i => i % 1825, i => new LocalDate(2025, 1, 1).PlusDays(i % 365), last);
        Chart chart = CxKpi.Charts.CohortHeatMap(table, new() { Width = 2000 });

        Assert.Equal(365, table.Cohorts.Count);
        Assert.Contains("shown are the latest 60 of 365 cohorts up to an age of 59; the total is that of all", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(60 * 61 / 2 + 60, chart.ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.InRange(chart.ToHtml().Length, 100_000, 2_000_000);
        Assert.InRange(table.ToHtml().Length, 100_000, 600_000);
        Assert.Contains("<p>Shown are the latest 60 of 365 cohorts", table.ToHtml().Replace("<bdi>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(1 + 365 * 366 / 2 + 1, table.ToCsv().Split("\r\n").Length);
    }

    [Fact]
    public void SurvivalCurve_ManyTimes_IsDrawnInFewCorners() => Assert.InRange(
        CxKpi.Charts.SurvivalCurve(SurvivalTally.FromTenures(Enumerable.Range(1, 50_000).Select(i => new Tenure(i, i % 2 == 0))).Curve()).ToSvg().Length,
        10_000,
        60_000);

    [Fact]
    public void SurvivalCurve_WrongCurves_Throws()
    {
        SurvivalCurve days = SurvivalTally.FromTenures([new(3, true)], CalendarUnit.Day).Curve(), months = SurvivalTally.FromTenures([new(3, true)]).Curve();

        Assert.Throws<ArgumentException>("curves", () => CxKpi.Charts.SurvivalCurve([("a", days), ("b", months)]));
        Assert.Throws<ArgumentException>("curves", () => CxKpi.Charts.SurvivalCurve(Enumerable.Repeat(("a", days), 7)));
        Assert.Throws<ArgumentNullException>("curves", () => CxKpi.Charts.SurvivalCurve([(null!, days)]));
        Assert.Throws<ArgumentNullException>("curve", () => CxKpi.Charts.SurvivalCurve((SurvivalCurve)null!));
    }

    [Fact]
    public void CohortHeatMap_NotYet_IsHatchedAndHasNoFigure()
    {
        CalendarPeriod march = CalendarPeriod.Month(2025, 3);
        CohortTable<Retention> table = new(march, CohortMeasure.InPeriod,
        [
            new(CalendarPeriod.Month(2025, 2), 4, [new(4, 4), new(0, 4)]),
            new(march, 5, [new(5, 5)]),
        ]);
        Chart chart = CxKpi.Charts.CohortHeatMap(table);

        Assert.Equal("Customer retention rate by cohort: 0.0% after 1 month", chart.Title);
        Assert.Equal("Total 100.0% after 0 months, 0.0% after 1 month.", chart.Description);
        Assert.Equal(2 + 1 + 2, chart.ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);

        // The legend and the one cell that is not known yet; a 0 is a cell like any other.
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(chart.ToSvg(), "stroke-dasharray=\"2 3\""));
    }

    [Fact]
    public void Distribution_Description_SaysEachCount() => Assert.Equal(
        "mean 2.00; n = 10; lower is better; 2 missing. 1: 5 (50%), 2: 2 (20%), 3: 1 (10%), 4: 2 (20%), 5: 0 (0%).",
        CxKpi.Charts.Distribution(new RatingTally(RatingScale.Effort, [5, 2, 1, 2, 0], missing: 2)).Description);

    [Fact]
    public void OverTime_Description_SaysWhatIsSeen() => Assert.Equal(
        "NPS, Jan 2024 to Apr 2024; first 0.0 (Jan 2024); latest 0.0 (Apr 2024); lowest 0.0 (Jan 2024); "
            + "highest +60.0 (Mar 2024); target +45.0; unusual: +60.0 (Mar 2024); new level from Feb 2024.",
        CxKpi.Charts.OverTime(
            Gallery.Series(CalendarUnit.Month, 4, i => i == 2 ? new Nps(8, 0, 2) : new Nps(5, 1, 5)),
            new SeriesOverlays { Target = 45, Unusual = [January.Plus(2)], Steps = [January.Plus(1)] }).Description);

    [Fact]
    public void OverTime_OverlayOfAnotherUnit_Throws()
    {
        KpiSeries<Nps> series = Gallery.Monthly(6);

        Assert.Throws<ArgumentException>("overlays", () => CxKpi.Charts.OverTime(series, new SeriesOverlays { Unusual = [CalendarPeriod.Parse("2024-Q1")] }));
        Assert.Throws<ArgumentException>(
            "overlays",
            () => CxKpi.Charts.OverTime(series, new SeriesOverlays { Adjusted = PeriodSeries.FromValues(CalendarPeriod.Parse("2024"), [1]) }));
    }

    [Fact]
    public void OverTime_ExpectationBeyondTheSeries_LengthensTheAxis()
    {
        PeriodSeries ahead = PeriodSeries.FromValues(January.Plus(4), [10, 11, 12, 13, 14, 15, 16, 17]);

        Assert.DoesNotContain(">Dec<", CxKpi.Charts.OverTime(Gallery.Monthly(4), null, new() { Width = 1200 }).ToSvg(), StringComparison.Ordinal);
        Assert.Contains(
            ">Dec<",
            CxKpi.Charts.OverTime(Gallery.Monthly(4), new SeriesOverlays { Expected = ahead }, new() { Width = 1200 }).ToSvg(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void OverTime_RefusedResults_AddNothing()
    {
        KpiSeries<Nps> few = Gallery.Monthly(5);
        SeriesOverlays target = new() { Target = 10 };

        Assert.Equal(
            target,
            target.With(few.SeasonallyAdjust())
                .With(few.Expect(3))
                .With(few.Forecast(3))
                .With(few.Effect(new LocalDate(2024, 4, 1)))
                .With(few.Shifts())
                .With(few.Unusual()));
    }

    [Fact]
    public void OverTime_WhatWasFound_IsNamedInTheLegend()
    {
        KpiSeries<Nps> series = Gallery.Monthly(48);
        string svg = CxKpi.Charts.OverTime(series, new SeriesOverlays().With(series.SeasonallyAdjust()).With(series.Expect(6))).ToSvg();

        Assert.Contains(">seasonally adjusted<", svg, StringComparison.Ordinal);
        Assert.Contains(">limits of the expectation<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void OverTime_ShiftAndUnusualPeriod_AreMarked()
    {
        KpiSeries<Nps> series = Gallery.Series(CalendarUnit.Month, 60, i => new Nps(400 + i * 7 % 5 + (i >= 40 ? 150 : 0) - (i == 20 ? 200 : 0), 200, 300));
        SeriesOverlays overlays = new SeriesOverlays().With(series.Shifts()).With(series.Unusual());

        Assert.Equal([January.Plus(40)], overlays.Steps);
        Assert.Contains(January.Plus(20), overlays.Unusual);
    }

    [Fact]
    public void Decomposition_TooShort_SaysWhy()
    {
        Chart chart = CxKpi.Charts.Decomposition(Gallery.Monthly(9));

        Assert.Contains(">no decomposition<", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("two full cycles", chart.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposition_PartOfOtherPeriods_ThrowsAndNamesIt()
    {
        PeriodSeries observed = PeriodSeries.FromValues(January, [1, 2, 3]);

        Assert.Throws<ArgumentException>(
            "seasonal",
            () => CxKpi.Charts.Decomposition(observed, observed, PeriodSeries.FromValues(January.Next(), [1, 2, 3]), observed));
        Assert.Throws<ArgumentException>("remainder", () => CxKpi.Charts.Decomposition(observed, observed, observed, PeriodSeries.FromValues(January, [1, 2])));
    }

    [Fact]
    public void ControlChart_LastPeriodNotEnded_IsShownAndNotTested()
    {
        KpiSeries<Nps> series = Gallery.Series(CalendarUnit.Month, 12, i => new Nps(i == 11 ? 2 : 50 + i % 3, 20, 30));

        Assert.Contains("1 outside the limits: Dec 2024", CxKpi.Charts.ControlChart(series).Description, StringComparison.Ordinal);
        Chart open = CxKpi.Charts.ControlChart(series.Through(new LocalDate(2024, 12, 5)));
        Assert.Contains("0 outside the limits.", open.Description, StringComparison.Ordinal);
        Assert.Contains(">period not ended<", open.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void OneRuleOnly_ChartsOfASeriesWhoseRuleChanges_BeginWithTheLatest()
    {
        TopBox five = new(RatingScale.OneToFive, 5);
        KpiSeries<Csat> series = Gallery.Series(CalendarUnit.Month, 40, i => new Csat(60 + i % 5, 100, i < 10 ? TopBox.TwoOfFive : five));

        Assert.Contains("Nov 2024", CxKpi.Charts.ControlChart(series).Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Jan 2024", CxKpi.Charts.ControlChart(series).Description, StringComparison.Ordinal);
        Assert.Contains("Nov 2024", CxKpi.Charts.Decomposition(series).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlChart_SharesOfCounts_HaveLimitsByTheirOwnN()
    {
        // 40 of 50 is beyond 3 sigma of 60 %, as 30 of 50 is not; 4 of 5 says nothing.
        KpiSeries<Churn> series = Gallery.Series(
            CalendarUnit.Month,
            10,
            i => i switch { 4 => new Churn(43, 50), 7 => new Churn(5, 5), _ => new Churn(30, 50) });

        Chart chart = CxKpi.Charts.ControlChart(series, method: CxKpi.Practices.ControlMethod.Binomial);
        Assert.Contains("1 outside the limits: May 2024 86.0%", chart.Description, StringComparison.Ordinal);

        // Of ten months the one is a large part of how much months vary.
        Assert.Contains("0 outside the limits", CxKpi.Charts.ControlChart(series).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ForestPlot_LowerIsBetter_BeginsWithTheLowest()
    {
        Segments<string, Churn> segments = new[] { 20, 5, 10 }.TallyBy(lost => $"{lost} lost", lost => new Churn(lost, 100));
        string description = CxKpi.Charts.ForestPlot(segments).Description;

        Assert.True(description.IndexOf("5 lost", StringComparison.Ordinal) < description.IndexOf("20 lost", StringComparison.Ordinal), description);
    }

    [Fact]
    public void Comparison_Description_SaysVerdicts() => Assert.Equal(
        "October \u2192 November: Net Promoter Score +11.1 \u2192 +44.8, \u2713 better, sampling error only: +33.7 (95% interval +19.9 to +47.1).",
        CxKpi.Charts.Comparison([KpiComparison.Of(new Nps(120, 60, 90), new Nps(180, 60, 50))], "October", "November").Description);

    [Theory]
    [InlineData(ReportLanguage.English, "worse, sampling error only")]
    [InlineData(ReportLanguage.French, "moins bon, erreur d'échantillonnage seule")]
    [InlineData(ReportLanguage.German, "schlechter, nur Stichprobenfehler")]
    public void Comparison_EveryVerdict_SaysThatItRestsOnSamplingErrorOnly(ReportLanguage language, string expected)
    {
        KpiComparison comparison = KpiComparison.Of(new Nps(180, 60, 50), new Nps(120, 60, 90));
        Chart chart = CxKpi.Charts.Comparison([comparison], "1", "2", new() { Language = language });

        Assert.Contains($"! {expected}", chart.Description, StringComparison.Ordinal);
        Assert.Contains($"! {expected}", System.Net.WebUtility.HtmlDecode(chart.ToSvg()), StringComparison.Ordinal);
        Assert.Contains(
            $"({expected})", System.Net.WebUtility.HtmlDecode(((ILocalizedFace)comparison).ToHtml(Phrases.For(language))), StringComparison.Ordinal);
    }

    [Fact]
    public void KpiComparison_ToString_IsForAPerson()
    {
        Assert.Equal("NPS +33.7 (better, sampling error only)", KpiComparison.Of(new Nps(120, 60, 90), new Nps(180, 60, 50)).ToString());
        Assert.Equal("NPS undefined", KpiComparison.Of(default, new Nps(3, 1, 1)).ToString());
    }

    [Fact]
    public void NpsDistribution_Groups_AreCounted()
    {
        RatingTally answers = new(RatingScale.ZeroToTen, [4, 2, 5, 6, 8, 20, 25, 60, 110, 90, 150]);
        Chart chart = CxKpi.Charts.NpsDistribution(answers);

        Assert.StartsWith("NPS +35.4; 95% interval +28.8 to +41.7; n = 480; mean 8.17. 0: 4 (1%), 1: 2 (<1%)", chart.Description, StringComparison.Ordinal);
        Assert.Contains(">detractors 15% (70)<", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(">passives 35% (170)<", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Contains(">promoters 50% (240)<", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void NpsDistribution_AnotherScale_ThrowsWithoutItsMapping()
    {
        RatingTally answers = new(RatingScale.OneToFive, [4, 2, 5, 40, 30]);

        Assert.Throws<ArgumentException>("answers", () => CxKpi.Charts.NpsDistribution(answers));
        Assert.Contains("5 minus 1–3 of 5", CxKpi.Charts.NpsDistribution(answers, mapping: NpsMapping.OneToFive).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void NpsGroups_Description_SaysTheFirstAndTheLatestShares() => Assert.Equal(
        "Jan 2024 to Mar 2024; first: detractors 20% (20), passives 30% (30), promoters 50% (50) (Jan 2024); "
            + "latest: detractors 22% (22), passives 28% (28), promoters 50% (50) (Mar 2024).",
        CxKpi.Charts.NpsGroups(Gallery.Series(CalendarUnit.Month, 3, i => new Nps(50, 30 - i, 20 + i))).Description);

    [Fact]
    public void Likert_Items_AreOrderedByWhatIsInFavourLessWhatIsAgainst()
    {
        Chart chart = CxKpi.Charts.Likert(
        [
            ("Price", new(RatingScale.OneToFive, [40, 20, 20, 10, 10])),
            ("Nobody", default),
            ("Speed", new(RatingScale.OneToFive, [10, 10, 20, 20, 40])),
        ]);

        Assert.Equal("1 to 5. Speed 20% against, 60% in favour; Price 60% against, 20% in favour; Nobody no data.", chart.Description);
        Assert.StartsWith(
            "Item,1,2,3,4,5,All answers,Missing,Invalid,Against,Neither,In favour\r\nSpeed,10,10,20,20,40,100,0,0,0.2,0.2,0.6\r\n",
            chart.ToCsv(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Likert_LowerIsBetter_HasTheLowAnswersInFavour() => Assert.Equal(
        "1 to 5, lower is better. Return 5% against, 80% in favour.",
        CxKpi.Charts.Likert([("Return", new(RatingScale.Effort, [60, 20, 15, 3, 2]))]).Description);

    [Fact]
    public void Likert_TwoScales_Throws() => Assert.Throws<ArgumentException>(
        "items",
        () => CxKpi.Charts.Likert([("a", new(RatingScale.OneToFive, [1, 1, 1, 1, 1])), ("b", new(RatingScale.Effort, [1, 1, 1, 1, 1]))]));

    [Fact]
    public void Slope_OneSegmentFell_IsTheTitle()
    {
        Segments<string, Nps> before = Channels(50), after = Channels(5);
        Chart chart = CxKpi.Charts.Slope(before, after, "October", "November");

        Assert.Equal("Net Promoter Score: chat worse", chart.Title);
        Assert.Equal("October \u2192 November; chat worse. phone +30.0 \u2192 +30.0; chat +30.0 \u2192 \u221227.3.", chart.Description);
        Assert.Equal("Net Promoter Score: no evidence that a segment changed", CxKpi.Charts.Slope(before, before, "1", "2").Title);

        static Segments<string, Nps> Channels(int promoters) =>
            new[] { "phone", "chat" }.TallyBy(channel => channel, channel => new Nps(channel == "chat" ? promoters : 50, 30, 20));
    }

    [Fact]
    public void Slope_ManySegments_AreJudgedTogether()
    {
        // Alone this change has p = 0.02; among twenty changes it is what chance does.
        Segments<int, ConversionRate> before = Enumerable.Range(0, 20).TallyBy(i => i, _ => new ConversionRate(50, 100, ConversionUnit.Session));
        Segments<int, ConversionRate> after = Enumerable.Range(0, 20).TallyBy(i => i, i => new ConversionRate(i == 3 ? 66 : 50, 100, ConversionUnit.Session));

        Assert.Equal(ChangeVerdict.Better, after[3].ChangeFrom(before[3])!.Value.Verdict);
        Assert.EndsWith(": no evidence that a segment changed", CxKpi.Charts.Slope(before, after, "1", "2").Title, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallMultiples_SegmentsOfOneUnit_ShareAScaleAndAWhole()
    {
        Dictionary<string, KpiSeries<Nps>> series = new(StringComparer.Ordinal)
        {
            ["chat"] = Gallery.Series(CalendarUnit.Month, 3, i => new Nps(50, 30, 20 + i)),
            ["phone"] = Gallery.Series(CalendarUnit.Month, 2, i => new Nps(20, 30, 50 + i)),
        };
        Chart chart = CxKpi.Charts.SmallMultiples(series, new() { Width = 900 });

        Assert.Equal("NPS, Jan 2024 to Mar 2024; chat +30.0 \u2192 +27.5; phone \u221230.0 \u2192 \u221230.7.", chart.Description);
        Assert.Contains("dashed: all together", chart.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(6, chart.ToCsv().Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        series["web"] = Gallery.Series(CalendarUnit.Week, 2, _ => new Nps(1, 1, 1));
        Assert.Throws<ArgumentException>("series", () => CxKpi.Charts.SmallMultiples(series));
    }

    [Theory]
    [InlineData(319)]
    [InlineData(2001)]
    public void Options_WidthOutside_Throw(int width) => Assert.Throws<ArgumentOutOfRangeException>("Width", () => new ChartOptions { Width = width });

    [Fact]
    public void Options_Malformed_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Confidence", () => new ChartOptions { Confidence = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("Language", () => new ChartOptions { Language = (ReportLanguage)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Target", () => new SeriesOverlays { Target = double.NaN });
    }
}
