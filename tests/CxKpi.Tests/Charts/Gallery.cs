using System.Collections.Immutable;
using CxKpi.Practices;
using CxKpi.Trends;
using NodaTime;

namespace CxKpi.Tests;

/// <summary>Every kind of chart over data of every kind: as people have it, and as nobody would like to have it.</summary>
internal static class Gallery
{
    internal const string Markup = "<script>alert(1)</script> \"]]>&' onload=x";
    internal const string Address = "javascript:alert('x')//http://evil.example/?a=b&c=d";
    internal const string Arabic = "خدمة العملاء (الدعم) 24/7";
    internal const string Emoji = "👩‍👩‍👧‍👦🇫🇷 客户服务与支持中心 ü̈̈̈̈̈̈̈";
    internal const string Broken = "a\u0000b\u0008c\uD800d\uFFFEe\u202Ef\r\ng\u001B[31m";

    internal static readonly string Long = string.Concat(Enumerable.Repeat("Very long segment name ", 10))[..200];

    internal static readonly string[] Hostile = [Markup, Address, Arabic, Emoji, Broken, Long, "  "];

    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2024-01");

    internal static IReadOnlyDictionary<string, Scorecard> Reports => new Dictionary<string, Scorecard>(StringComparer.Ordinal)
    {
        ["none"] = Scorecard.Titled("Nothing").Build(),
        ["one"] = Scorecard.Titled("One").Add("NPS", new Nps(1, 0, 0)).Chart(Charts["net-score-one"](new())).Build(),
        ["undefined"] = Scorecard.Titled("Undefined")
            .Add("NPS", default(Nps), previous: default(Nps), target: Target.AtLeast(30))
            .Chart(Charts["over-time-none"](new()))
            .Build(),
        ["hostile"] = HostileReport(),
    };

    internal static IReadOnlyDictionary<string, Func<ChartOptions, Chart>> Charts { get; } = new Dictionary<string, Func<ChartOptions, Chart>>(
        StringComparer.Ordinal)
    {
        ["net-score"] = options => CxKpi.Charts.NetScore(new Nps(412, 250, 188), options),
        ["net-score-none"] = options => CxKpi.Charts.NetScore(default, options),
        ["net-score-one"] = options => CxKpi.Charts.NetScore(new Nps(1, 0, 0), options),
        ["net-score-worst"] = options => CxKpi.Charts.NetScore(new Nps(0, 0, 4_000_000), options),
        ["net-score-slivers"] = options => CxKpi.Charts.NetScore(new Nps(1_000_000, 1, 1), options),
        ["net-score-satisfaction"] = options => CxKpi.Charts.NetScore(new NetTally(30, 10, 60), NetSatisfaction.Definition, options),
        ["net-score-hostile"] = options => CxKpi.Charts.NetScore(new NetTally(30, 10, 60), Named(Markup, KpiUnit.NetPoints), options),
        ["distribution"] = options => CxKpi.Charts.Distribution(
            new RatingTally(RatingScale.ZeroToTen, [4, 2, 5, 6, 8, 20, 25, 60, 110, 90, 150], missing: 12, invalid: 1),
            options),
        ["distribution-effort"] = options => CxKpi.Charts.Distribution(new RatingTally(RatingScale.Effort, [60, 20, 8, 3, 1]), options),
        ["distribution-one"] = options => CxKpi.Charts.Distribution(new RatingTally(RatingScale.OneToFive, [0, 0, 0, 0, 1]), options),
        ["distribution-rare"] = options => CxKpi.Charts.Distribution(
            new RatingTally(RatingScale.ZeroToTen, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10_000_000]),
            options),
        ["distribution-none"] = options => CxKpi.Charts.Distribution(default, options),
        ["distribution-nps"] = options => CxKpi.Charts.NpsDistribution(
            new RatingTally(RatingScale.ZeroToTen, [4, 2, 5, 6, 8, 20, 25, 60, 110, 90, 150], missing: 12, invalid: 1),
            options),
        ["distribution-nps-mapped"] = options => CxKpi.Charts.NpsDistribution(
            new RatingTally(RatingScale.OneToFive, [4, 2, 5, 40, 30]),
            options,
            NpsMapping.OneToFive),
        ["distribution-nps-none"] = options => CxKpi.Charts.NpsDistribution(default, options),
        ["nps-groups"] = options => CxKpi.Charts.NpsGroups(Monthly(24), options),
        ["nps-groups-one"] = options => CxKpi.Charts.NpsGroups(Monthly(1), options),
        ["nps-groups-none"] = options => CxKpi.Charts.NpsGroups(Monthly(0), options),
        ["nps-groups-not-ended"] = options => CxKpi.Charts.NpsGroups(Monthly(12).Through(new LocalDate(2024, 12, 5)), options),
        ["nps-groups-gaps"] = options => CxKpi.Charts.NpsGroups(
            Series(CalendarUnit.Quarter, 16, i => i % 4 == 1 || i > 12 ? default : new Nps(20, i % 3 == 0 ? 0 : 5, i)),
            options),
        ["nps-groups-400-days"] = options => CxKpi.Charts.NpsGroups(Series(CalendarUnit.Day, 400, i => new Nps(50 + i % 7, 20, 30 + i * 7 % 11)), options),
        ["revenue-waterfall"] = options => CxKpi.Charts.RevenueWaterfall(new RevenueMovements(84_000, 9_600, 1_200, 5_400, 2_100, 6_300, "EUR"), options),
        ["revenue-waterfall-all-new"] = options => CxKpi.Charts.RevenueWaterfall(new RevenueMovements(0, 49, 0, 0, 0, 0), options),
        ["revenue-waterfall-all-gone"] = options => CxKpi.Charts.RevenueWaterfall(new RevenueMovements(49, 0, 0, 0, 0, 49), options),
        ["revenue-waterfall-huge"] = options => CxKpi.Charts.RevenueWaterfall(
            new RevenueMovements(123_456_789_000, 0.01m, 12, 98_765_432_100, 0.5m, 1, "EUR"), options),
        ["revenue-waterfall-none"] = options => CxKpi.Charts.RevenueWaterfall(default, options),
        ["likert"] = options => CxKpi.Charts.Likert(Rated(RatingScale.OneToFive, ["Speed", "Staff", "Price", "Shop", "Returns"]), options),
        ["likert-effort"] = options => CxKpi.Charts.Likert(Rated(RatingScale.Effort, ["Return", "Order"]), options),
        ["likert-even"] = options => CxKpi.Charts.Likert(Rated(new RatingScale(1, 4), ["Speed", "Staff"]), options),
        ["likert-eleven"] = options => CxKpi.Charts.Likert(Rated(RatingScale.ZeroToTen, ["Speed", "Staff", "Price"]), options),
        ["likert-hostile"] = options => CxKpi.Charts.Likert(Rated(RatingScale.OneToSeven, Hostile), options),
        ["likert-60"] = options => CxKpi.Charts.Likert(Rated(RatingScale.OneToFive, Enumerable.Range(0, 60).Select(i => $"Item {i:00}")), options),
        ["likert-one-sided"] = options => CxKpi.Charts.Likert(
            [("All", new(RatingScale.OneToFive, [0, 0, 0, 0, 1_000_000_000])), ("Nobody", default), ("Middle", new(RatingScale.OneToFive, [0, 0, 7, 0, 0]))],
            options),
        ["likert-none"] = options => CxKpi.Charts.Likert([], options),
        ["likert-unanswered-none"] = options => CxKpi.Charts.Likert([("a", default), ("b", new(RatingScale.OneToFive, [0, 0, 0, 0, 0]))], options),
        ["slope"] = options => CxKpi.Charts.Slope(
            Segments(6, i => $"Channel {(char)('A' + i)}"),
            Later(6, i => $"Channel {(char)('A' + i)}"),
            "2025",
            "2026",
            options),
        ["slope-60"] = options => CxKpi.Charts.Slope(Segments(60, i => $"Agent {i:00}"), Later(60, i => $"Agent {i:00}"), "October", "November", options),
        ["slope-hostile"] = options => CxKpi.Charts.Slope(
            Segments(Hostile.Length, i => Hostile[i]),
            Later(Hostile.Length, i => Hostile[i]),
            Long,
            Arabic,
            options),
        ["slope-apart"] = options => CxKpi.Charts.Slope(Segments(3, i => $"Old {i}"), Later(3, i => $"New {i}"), "1", "2", options),
        ["slope-equal"] = options => CxKpi.Charts.Slope(Segments(1, _ => "Only"), Segments(1, _ => "Only"), "1", "2", options),
        ["slope-money"] = options => CxKpi.Charts.Slope(
            Enumerable.Range(0, 4).TallyBy(i => $"Country {i}", i => new CustomerAcquisitionCost(123_456_789m * (i + 1), 20, "EUR")),
            Enumerable.Range(0, 4).TallyBy(i => $"Country {i}", i => new CustomerAcquisitionCost(133_456_789m * (i + 1), 20, "EUR")),
            "1", "2", options),
        ["slope-none"] = options => CxKpi.Charts.Slope(Segments(0, _ => ""), Segments(0, _ => ""), "1", "2", options),
        ["small-multiples"] = options => CxKpi.Charts.SmallMultiples(Panels(5, 24, i => $"Channel {(char)('A' + i)}"), options),
        ["small-multiples-60"] = options => CxKpi.Charts.SmallMultiples(Panels(60, 12, i => $"Agent {i:00}"), options),
        ["small-multiples-hostile"] = options => CxKpi.Charts.SmallMultiples(Panels(Hostile.Length, 6, i => Hostile[i]), options),
        ["small-multiples-one"] = options => CxKpi.Charts.SmallMultiples(Panels(1, 1, _ => "Only"), options),
        ["small-multiples-rules"] = options => CxKpi.Charts.SmallMultiples(
            new Dictionary<string, KpiSeries<Nps>>(StringComparer.Ordinal)
            {
                ["standard"] = Monthly(12).Through(new LocalDate(2024, 12, 5)),
                ["mapped"] = Series(CalendarUnit.Month, 9, i => new Nps(i, 2, 3, default, NpsMapping.OneToFive)),
                ["empty"] = Monthly(0),
            },
            options),
        ["small-multiples-none"] = options => CxKpi.Charts.SmallMultiples(Panels(0, 0, _ => ""), options),
        ["sparkline"] = options => CxKpi.Charts.Sparkline(Monthly(24), 30, options),
        ["sparkline-not-ended"] = options => CxKpi.Charts.Sparkline(Monthly(12).Through(new LocalDate(2024, 12, 5)), null, options),
        ["sparkline-one"] = options => CxKpi.Charts.Sparkline(Monthly(1), null, options),
        ["sparkline-money"] = options => CxKpi.Charts.Sparkline(
            Series(CalendarUnit.Month, 6, i => new CustomerAcquisitionCost(123_456_789m * (i + 1), 20, "EUR")), null, options),
        ["sparkline-none"] = options => CxKpi.Charts.Sparkline(Monthly(0), null, options),
        ["bullet"] = options => CxKpi.Charts.Bullet(new Churn(24, 1000), new Churn(30, 1100), 0.02, options),
        ["bullet-plain"] = options => CxKpi.Charts.Bullet(new Nps(412, 250, 188), options: options),
        ["bullet-money"] = options => CxKpi.Charts.Bullet(
            new CustomerAcquisitionCost(123_456_789m, 20, "EUR"), new CustomerAcquisitionCost(133_456_789m, 20, "EUR"), 5_000_000, options),
        ["bullet-one"] = options => CxKpi.Charts.Bullet(new Nps(1, 0, 0), new Nps(0, 0, 1), 50, options),
        ["bullet-none"] = options => CxKpi.Charts.Bullet(default(Nps), null, 30, options),
        ["over-time-latest"] = options => CxKpi.Charts.OverTime(
            Monthly(36), new SeriesOverlays { Target = 45 }.With(Monthly(36).SeasonallyAdjust()).With(Monthly(36).Latest()), options),
        ["over-time-volume-not-ended"] = options => CxKpi.Charts.OverTime(
            Series(CalendarUnit.Month, 12, i => new OrderVolume(i == 11 ? 40 : 1000 + 13 * i)).Through(new LocalDate(2024, 12, 5)), null, options),
        ["over-time"] = options => CxKpi.Charts.OverTime(Monthly(36), Everything(36), options),
        ["over-time-plain"] = options => CxKpi.Charts.OverTime(Monthly(12), null, options),
        ["over-time-not-ended"] = options => CxKpi.Charts.OverTime(Monthly(12).Through(new LocalDate(2024, 12, 5)), null, options),
        ["over-time-one"] = options => CxKpi.Charts.OverTime(Monthly(1), new SeriesOverlays { Target = 50 }, options),
        ["over-time-none"] = options => CxKpi.Charts.OverTime(Monthly(0), null, options),
        ["over-time-constant"] = options => CxKpi.Charts.OverTime(Series(CalendarUnit.Week, 20, _ => Satisfied(30, 30)), null, options),
        ["over-time-400-days"] = options => CxKpi.Charts.OverTime(Series(CalendarUnit.Day, 400, i => new Nps(50 + i % 7, 20, 30 + i * 7 % 11)), null, options),
        ["over-time-gaps"] = options => CxKpi.Charts.OverTime(
            Series(CalendarUnit.Quarter, 16, i => i % 4 == 1 || i > 12 ? default : new Nps(20, 5, i)),
            null,
            options),
        ["over-time-years"] = options => CxKpi.Charts.OverTime(Series(CalendarUnit.Year, 60, i => Satisfied(30 + i % 9, 60)), null, options),
        ["over-time-huge"] = options => CxKpi.Charts.OverTime(
            Series(CalendarUnit.Month, 12, i => new AverageOrderValue(1e12m + 1e11m * (i % 5), 3, "EUR")),
            null,
            options),
        ["over-time-times"] = options => CxKpi.Charts.OverTime(
            Series(CalendarUnit.Week, 30, i => AverageHandleTime.FromContacts([Duration.FromSeconds(300 + 10 * (i % 7)), Duration.FromSeconds(500)])),
            new SeriesOverlays { Target = 380 },
            options),
        ["control-shares"] = options => CxKpi.Charts.ControlChart(
            Series(CalendarUnit.Week, 30, i => Satisfied(i is 8 or 20 ? 40 : 75 + i % 5, 100 + 10 * (i % 4))),
            options),
        ["control-individuals"] = options => CxKpi.Charts.ControlChart(
            Series(CalendarUnit.Month, 24, i => new Nps(50 + i % 3, 20, i == 15 ? 90 : 30)),
            options),
        ["control-not-ended"] = options => CxKpi.Charts.ControlChart(
            Series(CalendarUnit.Month, 12, i => new Nps(i == 11 ? 2 : 50 + i % 3, 20, 30)).Through(new LocalDate(2024, 12, 5)),
            options),
        ["control-flags"] = options => CxKpi.Charts.ControlChart(Series(CalendarUnit.Day, 90, i => Satisfied(i % 9 == 4 ? 200 : 150 + i % 3, 210)), options),
        ["control-one"] = options => CxKpi.Charts.ControlChart(Monthly(1), options),
        ["control-none"] = options => CxKpi.Charts.ControlChart(Monthly(0), options),
        ["control-figures"] = options => CxKpi.Charts.ControlChart(
            PeriodSeries.FromValues(January, Enumerable.Range(0, 24).Select(i => (double?)(1e9 + i * 7 % 5))),
            options),
        ["control-extreme"] = options => CxKpi.Charts.ControlChart(
            PeriodSeries.FromValues(January, [double.MaxValue, -double.MaxValue, 0, double.MaxValue, null, 3]),
            options),
        ["control-smallest"] = options => CxKpi.Charts.ControlChart(PeriodSeries.FromValues(January, [double.Epsilon, 0, double.Epsilon, 0]), options),
        ["decomposition-extreme"] = options => Decomposition(i => Season(i) * 1e298, options),
        ["over-time-end-of-calendar"] = options => CxKpi.Charts.OverTime(
            Enumerable.Range(0, 14).TallyBy(CalendarUnit.Month, i => new LocalDate(9999, 12, 1).PlusMonths(-i), i => new Nps(9, i, 5)),
            null,
            options),
        ["over-time-found"] = options => CxKpi.Charts.OverTime(
            Monthly(48),
            new SeriesOverlays { Target = 45 }
                .With(Monthly(48).SeasonallyAdjust())
                .With(Monthly(48).Expect(8))
                .With(Monthly(48).Unusual())
                .With(Monthly(48).Shifts()),
            options),
        ["over-time-effect"] = options => CxKpi.Charts.OverTime(Monthly(48), new SeriesOverlays().With(Monthly(48).Effect(new LocalDate(2027, 6, 1))), options),
        ["over-time-forecast"] = options => CxKpi.Charts.OverTime(Monthly(48), new SeriesOverlays().With(Monthly(48).Forecast(6)), options),
        ["decomposition-found"] = options => CxKpi.Charts.Decomposition(Monthly(48), options),
        ["decomposition-refused"] = options => CxKpi.Charts.Decomposition(Monthly(9), options),
        ["decomposition-series-none"] = options => CxKpi.Charts.Decomposition(Monthly(0), options),
        ["decomposition"] = options => Decomposition(Season, options),
        ["decomposition-share"] = options => CxKpi.Charts.Decomposition(
            Part(i => 0.3 + Season(i) / 100),
            Part(_ => 0.3),
            Part(i => Season(i) / 100),
            Part(_ => 0.0),
            Csat.Definition,
            options),
        ["decomposition-tiny"] = options => Decomposition(i => Season(i) * 1e-9, options),
        ["decomposition-constant"] = options => Decomposition(_ => 0, options),
        ["forest"] = options => CxKpi.Charts.ForestPlot(Segments(8, i => $"Channel {(char)('A' + i)}"), options),
        ["forest-60"] = options => CxKpi.Charts.ForestPlot(Segments(60, i => $"Agent {i:00}"), options),
        ["forest-hostile"] = options => CxKpi.Charts.ForestPlot(Segments(Hostile.Length, i => Hostile[i]), options),
        ["forest-equal"] = options => CxKpi.Charts.ForestPlot(Enumerable.Range(0, 5).TallyBy(i => i, _ => Satisfied(5, 5)), options),
        ["forest-one"] = options => CxKpi.Charts.ForestPlot(Segments(1, _ => "Only"), options),
        ["forest-none"] = options => CxKpi.Charts.ForestPlot(Segments(0, _ => ""), options),
        ["forest-no-data"] = options => CxKpi.Charts.ForestPlot(Enumerable.Range(0, 3).TallyBy(i => i, i => i == 1 ? default : new Nps(i + 3, 4, 2)), options),
        ["forest-money"] = options => CxKpi.Charts.ForestPlot(
            Enumerable.Range(0, 4).TallyBy(i => $"Country {i}", i => new CustomerAcquisitionCost(123_456_789m * (i + 1), 20, "EUR")),
            options),
        ["funnel-plot"] = options => CxKpi.Charts.FunnelPlot(League(12, i => $"Agent {i:00}"), options),
        ["funnel-plot-hostile"] = options => CxKpi.Charts.FunnelPlot(League(Hostile.Length, i => Hostile[i]), options),
        ["funnel-plot-one"] = options => CxKpi.Charts.FunnelPlot(League(1, _ => "Only"), options),
        ["funnel-plot-none"] = options => CxKpi.Charts.FunnelPlot(League(0, _ => ""), options),
        ["funnel"] = options => CxKpi.Charts.Funnel(new Funnel(["Viewed", "Cart", "Checkout", "Purchased"], [12_000, 3_600, 1_500, 1_080]), options),
        ["funnel-hostile"] = options => CxKpi.Charts.Funnel(new Funnel([.. Hostile.Take(6)], [1_000_000_000_000, 500_000_000_000, 3, 2, 1, 0]), options),
        ["funnel-none"] = options => CxKpi.Charts.Funnel(new Funnel(["a", "b"], [0, 0]), options),
        ["importance"] = options => CxKpi.Charts.ImportancePerformance(
            CxKpi.Practices.ImportancePerformance.Of(
                [("Speed", 0.34, 5.1), ("Staff", 0.27, 8.2), ("Price", 0.12, 6.9), ("Shop", 0.06, 8.4), ("Returns", 0.14, 5.3), ("App", 0.07, 6.2)]),
            options),
        ["importance-60"] = options => CxKpi.Charts.ImportancePerformance(
            CxKpi.Practices.ImportancePerformance.Of(Enumerable.Range(0, 60).Select(i => ($"Item {i:00}", i * 7 % 13 / 400.0, 5 + i * 5 % 11 * 0.1))),
            options),
        ["importance-hostile"] = options => CxKpi.Charts.ImportancePerformance(
            CxKpi.Practices.ImportancePerformance.Of(Hostile.Select((name, i) => (name, i / 9.0, (double)(i * 5 % 7)))),
            options),
        ["importance-one"] = options => CxKpi.Charts.ImportancePerformance(CxKpi.Practices.ImportancePerformance.Of([("Only", 1, 4)]), options),
        ["importance-none"] = options => CxKpi.Charts.ImportancePerformance(CxKpi.Practices.ImportancePerformance.Of([]), options),
        ["survival"] = options => CxKpi.Charts.SurvivalCurve(Kept(400, 0).Curve(), options),
        ["survival-groups"] = options => CxKpi.Charts.SurvivalCurve(
            Enumerable.Range(0, 6).Select(i => ($"Plan {(char)('A' + i)}", Kept(60, 10 * i).Curve())), options),
        ["survival-hostile"] = options => CxKpi.Charts.SurvivalCurve(Hostile.Take(6).Select((name, i) => (name, Kept(60, 5 * i).Curve())), options),
        ["survival-one"] = options => CxKpi.Charts.SurvivalCurve(SurvivalTally.FromTenures([new(0, true)]).Curve(), options),
        ["survival-stays"] = options => CxKpi.Charts.SurvivalCurve(SurvivalTally.FromTenures([new(7, false, 3)], CalendarUnit.Month).Curve(), options),
        ["survival-huge"] = options => CxKpi.Charts.SurvivalCurve(
            SurvivalTally.FromTenures([new(1e-9, true, 0, 1_000_000_000_000), new(1e-8, false, 0, 2_000_000_000_000)]).Curve(), options),
        ["survival-extreme"] = options => CxKpi.Charts.SurvivalCurve(SurvivalTally.FromTenures([new(1e300, true), new(1.5e300, false)]).Curve(), options),
        ["survival-groups-none"] = options => CxKpi.Charts.SurvivalCurve([("a", SurvivalTally.Empty.Curve())], options),
        ["survival-none"] = options => CxKpi.Charts.SurvivalCurve(SurvivalTally.Empty.Curve(), options),
        ["cohorts"] = options => CxKpi.Charts.CohortHeatMap(Cohorts(CalendarUnit.Month, 13), options),
        ["cohorts-weeks"] = options => CxKpi.Charts.CohortHeatMap(Cohorts(CalendarUnit.Week, 60), options),
        ["cohorts-revenue"] = options => CxKpi.Charts.CohortHeatMap(
            CohortTable.FromOrders(
                Enumerable.Range(0, 90), i => i % 40, i => January.Plus(i * 7 % 9).Start, i => i % 11 == 0 ? -40m : 100m * (i % 13), January.Plus(8),
                currency: "EUR"),
            options),
        ["cohorts-one"] = options => CxKpi.Charts.CohortHeatMap(Cohorts(CalendarUnit.Year, 1), options),
        ["cohorts-none"] = options => CxKpi.Charts.CohortHeatMap(new CohortTable<Retention>(January, CohortMeasure.InPeriod, []), options),
        ["mirror"] = options => CxKpi.Charts.MirrorSurvey(Mirror("Welcome", "Waiting", "Prices", "Website"), options),
        ["mirror-hostile"] = options => CxKpi.Charts.MirrorSurvey(Mirror([.. Hostile.Select(name => string.IsNullOrWhiteSpace(name) ? "-" : name)]), options),
        ["mirror-mixed"] = options => CxKpi.Charts.MirrorSurvey(
            MirrorSurvey.Of(
            [
                MirrorItem.Of("Score", new Nps(18, 8, 4), new Nps(500, 300, 200), 0),
                MirrorItem.Of("Share", new ShareTally(26, 30), new ShareTally(520, 1000), 0.8),
                MirrorItem.Of("Hidden", new ShareTally(1, 2), new ShareTally(520, 1000), 0.8),
                MirrorItem.Of("Nobody", default(ShareTally), default, 0.8),
            ]),
            options),
        ["mirror-none"] = options => CxKpi.Charts.MirrorSurvey(MirrorSurvey.Of([]), options),
        ["ewma"] = options => CxKpi.Charts.EwmaChart(Series(CalendarUnit.Week, 50, i => Satisfied(75 + i * 7 % 5 - (i >= 35 ? 3 : 0), 100)), 30, options),
        ["ewma-extreme"] = options => CxKpi.Charts.EwmaChart(
            PeriodSeries.FromValues(January, [double.MaxValue, -double.MaxValue, 0, double.MaxValue, null, 3]), 2, options),
        ["ewma-equal"] = options => CxKpi.Charts.EwmaChart(Series(CalendarUnit.Month, 12, _ => Satisfied(5, 5)), 6, options),
        ["ewma-one"] = options => CxKpi.Charts.EwmaChart(Monthly(1), 2, options),
        ["ewma-none"] = options => CxKpi.Charts.EwmaChart(Monthly(0), 2, options),
        ["cusum"] = options => CxKpi.Charts.CusumChart(Series(CalendarUnit.Week, 50, i => Satisfied(75 + i * 7 % 5 - (i >= 35 ? 3 : 0), 100)), 30, options),
        ["cusum-figures"] = options => CxKpi.Charts.CusumChart(
            PeriodSeries.FromValues(January, Enumerable.Range(0, 40).Select(i => i == 7 ? null : (double?)(1e9 + i * 7 % 5 + (i > 30 ? 4 : 0)))), 20, options),
        ["cusum-none"] = options => CxKpi.Charts.CusumChart(Monthly(0), 2, options),
        ["control-binomial"] = options => CxKpi.Charts.ControlChart(
            Series(CalendarUnit.Week, 30, i => Satisfied(i is 8 or 20 ? 40 : 75 + i % 5, 100 + 10 * (i % 4))),
            options,
            CxKpi.Practices.ControlMethod.Binomial),
        ["comparison"] = options => CxKpi.Charts.Comparison(Rows, "October 2026", "November 2026", options),
        ["comparison-hostile"] = options => CxKpi.Charts.Comparison(Rows, Long, Arabic, options),
        ["comparison-none"] = options => CxKpi.Charts.Comparison([], "a", "b", options),
    };

    private static SurvivalTally Kept(int customers, int shift) => SurvivalTally.FromTenures(
        Enumerable.Range(0, customers).Select(i => new Tenure(30 + (i * i * 13 + shift) % 700, i % 3 > 0, i % 5 == 0 ? 29 : 0)), CalendarUnit.Day);

    private static CohortTable<Retention> Cohorts(CalendarUnit unit, int periods)
    {
        CalendarPeriod first = CalendarPeriod.Containing(unit, new LocalDate(2024, 1, 10));
        return CohortTable.FromActivity(
            Enumerable.Range(0, 60 * periods), i => i * 7 % (11 * periods), i => first.Plus(i % periods * (i * 5 % 7) / 7).Start, first.Plus(periods - 1));
    }

    private static MirrorSurvey Mirror(params string[] names) => MirrorSurvey.Of(names.Select((name, i) =>
        MirrorItem.Of(name, new ShareTally(12 + i * 7 % 19, 30), new ShareTally(850 - i * 97 % 400, 1000), 0.8)));

    private static ImmutableArray<KpiComparison> Rows =>
    [
        KpiComparison.Of(new Nps(120, 60, 90), new Nps(180, 60, 50)),
        KpiComparison.Of(Satisfied(300, 420), Satisfied(310, 430)),
        KpiComparison.Of(new Churn(8, 400), new Churn(24, 410)),
        KpiComparison.Of(
            AverageHandleTime.FromContacts([Duration.FromSeconds(400), Duration.FromSeconds(520), Duration.FromSeconds(380)]),
            AverageHandleTime.FromContacts([Duration.FromSeconds(350), Duration.FromSeconds(410), Duration.FromSeconds(420)])),
        KpiComparison.Of(new CustomerAcquisitionCost(10_000m, 20), new CustomerAcquisitionCost(12_000m, 31)),
        KpiComparison.Of(default, new Nps(3, 1, 1)),
        KpiComparison.Of<Csat>(default, default),
    ];

    internal static KpiDefinition Named(string name, KpiUnit unit) => new(name, name, unit, KpiDirection.HigherIsBetter, name, name);

    internal static KpiSeries<TKpi> Series<TKpi>(CalendarUnit unit, int count, Func<int, TKpi> record)
        where TKpi : struct, IKpi<TKpi>
    {
        CalendarPeriod first = CalendarPeriod.Containing(unit, new LocalDate(2024, 1, 10));
        return Enumerable.Range(0, count).TallyBy(unit, i => first.Plus(i).Start, record);
    }

    private static Scorecard HostileReport()
    {
        ScorecardBuilder card = Scorecard.Titled(Long, asOf: new LocalDate(2024, 12, 31));
        foreach (string name in CxKpi.Tests.Hostile.All.Append(Emoji).Where(name => !string.IsNullOrWhiteSpace(name)))
        {
            Benchmark benchmark = new("NPS", name, name, name, name, new LocalDate(2025, 1, 1), [new(name, -100, 100)]);
            card.Group(name).Add(name, Monthly(12), Target.AtLeast(99, baseline: 100), benchmark, new ScorecardTrend(ChangeVerdict.Worse, name), name);
        }

        card.Group("60 times").Add("alike", Series(CalendarUnit.Month, 12, _ => Satisfied(30, 30)));
        for (int i = 0; i < 60; i++)
        {
            card.Add($"Team {i}", new AverageOrderValue(1e12m * i, i, "EUR"), previous: new AverageOrderValue(1e12m, 3, "EUR"));
        }

        foreach (string name in Charts.Keys)
        {
            card.Chart(Charts[name](new() { Title = Hostile[name.Length % (Hostile.Length - 1)] }));
        }

        return card.Build();
    }

    internal static KpiSeries<Nps> Monthly(int count) =>
        Series(CalendarUnit.Month, count, i => new Nps(60 + (int)Season(i) + i / 2, 30 + i % 4, 30 + (i == 20 ? 40 : 0)));

    private static Csat Satisfied(long satisfied, long answers) => new(satisfied, answers, TopBox.TwoOfFive);

    private static SeriesOverlays Everything(int count)
    {
        double?[] values = [.. Monthly(count).Select(point => point.Value.Value)];
        return new()
        {
            Adjusted = PeriodSeries.FromValues(January, values.Select((value, i) => value - Season(i) / 2)),
            Expected = PeriodSeries.FromValues(January.Plus(count - 6), Enumerable.Range(0, 12).Select(i => (double?)(40 + i))),
            ExpectedLower = PeriodSeries.FromValues(January.Plus(count - 6), Enumerable.Range(0, 12).Select(i => (double?)(28 + i / 2))),
            ExpectedUpper = PeriodSeries.FromValues(January.Plus(count - 6), Enumerable.Range(0, 12).Select(i => (double?)(52 + 2 * i))),
            Target = 45,
            Unusual = [January.Plus(20)],
            Steps = [January.Plus(26)],
        };
    }

    private static Chart Decomposition(Func<int, double> season, ChartOptions options) => CxKpi.Charts.Decomposition(
        Part(i => 40 * season(1) + i * season(2) / 10 + season(i) + (i % 5 - 2) * season(2) / 9),
        Part(i => 40 * season(1) + i * season(2) / 10),
        Part(season),
        Part(i => (i % 5 - 2) * season(2) / 9),
        null,
        options);

    private static PeriodSeries Part(Func<int, double> figure) => PeriodSeries.FromValues(January, Enumerable.Range(0, 48).Select(i => (double?)figure(i)));

    private static double Season(int month) => ((double[])[6, 9, 4, 0, -3, -8, -9, -4, 0, 2, 5, -2])[month % 12];

    private static IEnumerable<(string, RatingTally)> Rated(RatingScale scale, IEnumerable<string> names) => names.Select((name, item) =>
        (name, new RatingTally(scale, [.. Enumerable.Range(0, scale.Points).Select(i => (long)(3 + (item * 7 + i * i * 5) % 23))], missing: item)));

    private static Dictionary<string, KpiSeries<Nps>> Panels(int count, int months, Func<int, string> name) => Enumerable.Range(0, count).ToDictionary(
        name,
        s => Series(CalendarUnit.Month, months, i => new Nps(40 + (int)Season(i + s) + i / 2, 30 + i % 4, 30 + s * 5 % 17)),
        StringComparer.Ordinal);

    private static Segments<string, Nps> Later(int count, Func<int, string> name) =>
        Enumerable.Range(0, count).TallyBy(name, i => i == 1 ? new Nps(2, 5, 60) : new Nps(24 + i * 13 % 37, 10 + i, 8 + i * 7 % 17));

    private static LeagueTable<string> League(int count, Func<int, string> name) =>
        Enumerable.Range(0, count).TallyBy(name, i => Satisfied(20 + i * i * 13 % 37, 60 + i * i * 4)).League();

    internal static Segments<string, Nps> Segments(int count, Func<int, string> name) =>
        Enumerable.Range(0, count).TallyBy(name, i => new Nps(20 + i * 13 % 37, 10 + i, 8 + i * 5 % 17));
}
