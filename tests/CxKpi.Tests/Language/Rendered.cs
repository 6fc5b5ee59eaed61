using System.Text.RegularExpressions;
using System.Xml.Linq;
using CxKpi.Practices;
using CxKpi.Tests.Value;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Language;

/// <summary>What a reader sees of a card, of charts and of every result in a language, when nobody's text but the library's is in it.</summary>
internal static partial class Rendered
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2021-01");
    private static readonly Duration Limit = Duration.FromSeconds(20);

    /// <summary>A card that says nearly everything that a card can say; its author's texts are numbers.</summary>
    internal static Scorecard Card(ReportLanguage language)
    {
        KpiSeries<Nps> months = Series(30), few = Series(9);
        Benchmark benchmark = new("NPS", "1", "2", "3", "2025", new LocalDate(2026, 1, 15), [new("4", null, 0), new("5", 0, 50), new("6", 50)]);
        return Scorecard.Titled("7", asOf: new LocalDate(2026, 11, 30))
            .Group("8")
            .Add(null, months, Target.AtLeast(40, baseline: 20, deadline: new LocalDate(2026, 12, 31)), benchmark, ScorecardTrend.From(months.Trend()))
            .Add("9", few, Target.RelativeChange(0.15, 60), trend: ScorecardTrend.From(few.Trend()), note: "10")
            .Add(null, new Churn(12, 400), previous: new Churn(31, 390), target: Target.AtMost(0.02, deadline: new LocalDate(2026, 12, 31)))
            .Add(null, new EmailOpenRate(600, 1000), previous: new EmailOpenRate(400, 1000))
            .Add(null, new ConversionRate(40, 1000, ConversionUnit.Session), previous: new ConversionRate(41, 1000, ConversionUnit.Session))
            .Group("11")
            .Add(null, new CustomerAcquisitionCost(10_000m, 20, "EUR"), previous: default(CustomerAcquisitionCost))
            .Add(null, ServiceLevel.FromContacts([QueuedContact.Answered(Limit)], new(within: Limit)), target: Target.AllWithin(Limit, 0.9))
            .Add(null, AverageHandleTime.FromContacts([.. Enumerable.Range(0, 40).Select(i => Duration.FromSeconds(300 + i))]))
            .Add(null, default(Csat), target: Target.AtLeast(0.9))
            .Pair("Open rate", "CVR")
            .Section(ScorecardSection.From(Representativeness.Of(
                new[] { 3, 9, 10, 10 }.Select(score => Nps.FromAnswer(score)),
                [PopulationMargin.Of("12", ["13", "14", "14", "14"], [new("13", 60m), new("14", 40m)])],
                populationWasInvited: true)))
            .Section(ScorecardSection.From(DriverAnalysis.OfColumns(
                [4, 5, 5, 9, 6, 7, 8, 2], [("15", [3, 5, 4, 8, 6, 7, 9, 2]), ("16", [5, 3, 8, 4, 7, 2, 6, 9])])))
            .Section(ScorecardSection.From(SolicitationAudit.Of<string>([new("17", new LocalDate(2025, 3, 1))], SolicitationRule.AtMost(2, 30))))
            .Chart(Charts.OverTime(months, Overlays(months), new() { Language = language }))
            .Chart(Charts.Decomposition(few, new() { Language = language }))
            .Build();
    }

    /// <summary>Every kind of chart, with the names of an author who writes numbers.</summary>
    internal static IEnumerable<Chart> ChartsIn(ReportLanguage language)
    {
        ChartOptions options = new() { Language = language, Width = 900 };
        KpiSeries<Nps> months = Series(30);
        yield return Charts.NetScore(new Nps(412, 250, 188), options);
        yield return Charts.NetScore(Nps.FromAnswers([5, 4, 1], NpsMapping.OneToFive), options);
        yield return Charts.NetScore(new NetTally(30, 10, 60), NetSatisfaction.Definition, options);
        yield return Charts.Distribution(new RatingTally(RatingScale.Effort, [60_000, 20_000, 8, 3, 1], missing: 1200, invalid: 1), options);
        yield return Charts.Distribution(new RatingTally(RatingScale.ZeroToTen, [4, 2, 5, 6, 8, 20, 25, 60, 110, 90, 150]), options with { Width = 320 });
        yield return Charts.OverTime(months, Overlays(months), options);
        yield return Charts.OverTime(months.Through(months[^1].Key.Start), null, options);
        yield return Charts.Decomposition(months, options);
        yield return Charts.Decomposition(Series(9), options);
        yield return Charts.Decomposition(months.SeasonallyAdjust(), null, options);
        yield return Charts.ControlChart(months, options);
        yield return Charts.ControlChart(PeriodSeries.FromValues(January, [1, 9_000, 3, 2]), options);
        yield return Charts.EwmaChart(months, 20, options);
        yield return Charts.CusumChart(months, 20, options);
        yield return Charts.MirrorSurvey(
            MirrorSurvey.Of(
            [
                MirrorItem.Of("1", new ShareTally(26, 30), new ShareTally(520, 1000), 0.8),
                MirrorItem.Of("2", new ShareTally(1, 2), new ShareTally(520, 1000), 0.8),
                MirrorItem.Of("3", new Nps(18, 8, 4), new Nps(500, 300, 200), 0),
            ]),
            options);
        yield return Charts.ForestPlot(new[] { 1, 2, 3 }.TallyBy(i => i, i => new Churn(i, 100)), options);
        Segments<int, AverageHandleTime> times = new[] { 1, 2 }
            .TallyBy(i => i, i => AverageHandleTime.FromContacts([Duration.FromHours(i * 60), Duration.FromHours(90)]));
        yield return Charts.ForestPlot(times, options);
        yield return Charts.ForestPlot(new[] { "" }.TallyBy(i => i, i => new CustomerAcquisitionCost(123_456_789_000m, 20, "EUR")), options);
        yield return Charts.SurvivalCurve(SurvivalTally.FromTenures([new(3, true), new(9, false)], CalendarUnit.Month).Curve(), options);
        yield return Charts.SurvivalCurve(
            [("1", SurvivalTally.FromTenures([new(3, true)]).Curve()), ("2", SurvivalTally.FromTenures([new(9, false)]).Curve())], options);
        yield return Charts.CohortHeatMap(
            CohortTable.FromActivity(Enumerable.Range(0, 9), i => i % 4, i => January.Plus(i % 3).Start, January.Plus(2)), options);
        yield return Charts.RevenueWaterfall(new RevenueMovements(84_000, 9_600, 1_200, 5_400, 2_100, 6_300, "EUR"), options);
        yield return Charts.Funnel(new Funnel(["1", "2"], [12_000, 3_600]), options);
        KpiComparison[] compared =
        [
            KpiComparison.Of(new Nps(120, 60, 90), new Nps(180, 60, 50)),
            KpiComparison.Of(new CustomerAcquisitionCost(1, 1), new CustomerAcquisitionCost(2, 1)),
            KpiComparison.Of<Csat>(default, default),
        ];
        yield return Charts.Comparison(compared, "1", "2", options);
        yield return Charts.NetScore(default, options);
        RatingTally recommended = new(RatingScale.ZeroToTen, [4, 2, 5, 6, 8, 20, 25, 60, 110, 90, 150]);
        yield return Charts.NpsDistribution(recommended, options);
        yield return Charts.NpsGroups(months.Through(months[^1].Key.Start), options);
        yield return Charts.Likert([("1", recommended), ("2", default)], options);
        Segments<int, Nps> before = new[] { 1, 2, 3 }.TallyBy(i => i, i => new Nps(50, 20 + i, 30));
        yield return Charts.Slope(before, new[] { 1, 2, 3 }.TallyBy(i => i, i => new Nps(i == 2 ? 400 : 50, 20 + i, 30)), "1", "2", options);
        yield return Charts.Slope(before, before, "1", "2", options);
        yield return Charts.SmallMultiples(new Dictionary<int, KpiSeries<Nps>> { [1] = months, [2] = months.Through(months[^1].Key.Start) }, options);
    }

    /// <summary>The faces of all kinds of results that notebooks show.</summary>
    internal static IEnumerable<string> FacesIn(Phrases words)
    {
        IEnumerable<object> results = typeof(Nps).Assembly.GetExportedTypes()
            .Where(type => type is { IsGenericTypeDefinition: false, IsInterface: false } && type.IsAssignableTo(typeof(ILocalizedFace)))
            .Select(type => type.IsValueType ? Activator.CreateInstance(type)! : Examples.Of(type))
            .Concat(Filled())
            .Where(result => result is not (Scorecard or KpiTable or CompositeScore or Funnel));
        return results.Select(result => ((ILocalizedFace)result).ToHtml(words))
            .Append(KpiFormatters<Nps>.Face(Nps.FromAnswers([5, 4, 1], NpsMapping.OneToFive), words))
            .Append(KpiFormatters<ServiceLevel>.Face(default, words))
            .Append(KpiFormatters<CustomerAcquisitionCost>.Face(new(12_345m, 3, "EUR"), words));
    }

    /// <summary>The words of a text: letters in a row, three at least, without what is marked as English.</summary>
    internal static HashSet<string> Words(string text) => new(Letters().Matches(text).Select(match => match.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is read of HTML or SVG, without style sheets, and without what says itself that it is of another language.</summary>
    internal static string Read(string markup)
    {
        XElement root = XElement.Parse($"<div>{markup.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)}</div>", LoadOptions.PreserveWhitespace);
        root.Descendants("th").Where(element => element.Value == Phrases.English.Endonym).Remove();
        root.Descendants("style").Remove();
        root.Descendants().Where(element => element.Name.LocalName is "bdi" or "dt" or "td" && element.Attribute("lang") is not null).Remove();
        IEnumerable<string> labels = root.Descendants().Attributes()
            .Where(attribute => attribute.Name.LocalName is "aria-label" or "alt" or "data-label")
            .Select(attribute => attribute.Value);
        return string.Join('\n', root.DescendantNodes().OfType<XText>().Select(text => text.Value).Concat(labels));
    }

    private static IEnumerable<object> Filled()
    {
        yield return MeanTally.One(3).Estimate()!.Value;
        yield return new Churn(300, 1000).ChangeFrom(new Churn(100, 1000))!.Value;
        yield return new ShareTally(30, 100).RatioTo(new ShareTally(10, 100))!.Value;
        yield return new ShareTally(3, 100).RatioTo(new ShareTally(0, 100))!.Value;
        yield return new ShareTally(30, 100).TestAgainst(new ShareTally(10, 100))!.Value;
        yield return SampleTests.Equality([new(1, 10), new(8, 10), new(2, 10)])!.Value;
        yield return PlanningValue.NetScore(0.5, 0.2);
        yield return SampleSizes.ForMargin(PlanningValue.Share(), 0.05, population: 1200);
        yield return DetectableChange.Of(PlanningValue.Share(0.8), 500);
        yield return Series(60).PeriodsToSee(0.01);
        yield return new PairedShareTally(5, 4, 3, 2);
        yield return PairedMeanTally.FromPairs([(3, 5), (4, 2), (1, 1)]);
        yield return NpsPanel.FromPairs([(3, 9), (9, 10), (7, null), (8, 2)]);
        yield return new RatingTally(RatingScale.OneToFive, [1, 2, 3, 4, 5], 6, 7);
        yield return new AaporOutcomes(complete: 50, refused: 50);
        yield return new CustomerFlow(atStart: 3, retained: 2, acquired: 1, reactivated: 0);
        yield return new RevenueMovements(84_000, 9_600, 1_200, 5_400, 2_100, 6_300, "EUR");
        SubscriptionRules other = new() { End = SubscriptionEnd.LastPaidDay, LongestGap = 7, TrialsAreCustomers = true, Currency = "EUR" };
        Subscription<int> row = new(1, new LocalDate(2026, 1, 5), null, 49) { Currency = "EUR" };
        yield return SubscriptionLedger.Of([row]).Movements(January.Plus(60), new LocalDate(2026, 2, 20));
        Subscription<int> trial = new(2, new LocalDate(2026, 1, 5)) { IsTrial = true }, never = new(2, row.Start, row.Start, 3);
        Subscription<int> gone = new(3, row.Start, new LocalDate(2026, 2, 3));
        yield return SubscriptionLedger.Of([row, trial, never, gone]).Movements(January.Plus(60), new LocalDate(2026, 2, 20));
        yield return SubscriptionLedger.Of([row], other, (_, _) => 1).Movements(January.Plus(60), new LocalDate(2026, 2, 20));
        yield return new QueueTally(9, 8, 3, 1, shortAbandons: 1, flowOuts: 1, new(Limit, Duration.FromSeconds(5)));
        yield return SurvivalTally.FromTenures([new(3, true), new(20, false, entry: 7), new(12, true, entry: 9)], CalendarUnit.Month).Curve();
        yield return SurvivalTally.FromTenures([new(8, false, entry: 2)], CalendarUnit.Day).Curve();
        SurvivalCurve late = SurvivalTally.FromTenures([new(3, false), new(9, true, entry: 5)], CalendarUnit.Month).Curve();
        yield return late with { EventName = "1", View = SurvivalView.Incidence };
        yield return SurvivalTally.FromTenures([new(3, true), new(9, false)], CalendarUnit.Month).Curve() with { EventName = "1" };
        yield return CohortTable.FromActivity(Enumerable.Range(0, 9), i => i % 4, i => January.Plus(i % 3).Start, January.Plus(2));
        FittedModel<MbgNbd> alike = MbgNbd.Fit([new(3, 20, 39, customers: 50)], CalendarUnit.Week);
        PurchaseHistories<int> bought = PurchaseLog.SummariseOpportunities(
            [2019, 2020, 2022, 2023],
            _ => 1,
            year => new LocalDate(year, 3, 1),
            _ => 9m,
            CalendarUnit.Year,
            new(2022, 12, 31),
            new LocalDate(2023, 12, 31),
            RefundPolicy.Ignore);
        yield return alike;
        yield return GammaGamma.Fit([default, new(2, 5)]);
        yield return alike.Amount(model => model.ExpectedPurchases(12));
        yield return FittedModelTests.Plain.Amount(model => model.ExpectedPurchases(12));
        yield return bought;
        yield return LifetimeValue.OfAll(new BgBb(1.204, 0.75, 0.657, 2.783, CalendarUnit.Year), new(6.25, 3.74, 15.44), bought);
        yield return LifetimeValue.OfAll(
            new BgBb(1.204, 0.75, 0.657, 2.783, CalendarUnit.Year),
            new(6.25, 3.74, 15.44),
            bought,
            new() { Months = null, MarginShare = 0.3, Currency = "EUR" });
        yield return Series(60).Latest();
        yield return Series(9).Latest();
        yield return Series(3).Latest();
        yield return Series(9).Trend();
        yield return Series(30).YearOverYear()[^1];
        yield return Series(30).YearOverYear()[0];
        yield return Series(30).YearOverYear();
        yield return Target.RelativeChange(-0.1, new Churn(100, 1000));
        yield return Target.AtMost(0.05, baseline: 0.1, deadline: new LocalDate(2026, 12, 31)).Assess(new Churn(70, 1000), new LocalDate(2027, 1, 1));
        yield return Series(60).ToPeriodSeries().Shifts();
        yield return Series(9).ToPeriodSeries().Unusual();
    }

    private static SeriesOverlays Overlays(KpiSeries<Nps> months) =>
        new SeriesOverlays { Target = 45, Unusual = [January.Plus(3)], Steps = [January.Plus(5)] }.With(months.SeasonallyAdjust()).With(months.Expect(3));

    private static KpiSeries<Nps> Series(int months) => Enumerable.Range(0, months)
        .TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => new Nps(60 + 7 * (i % 12) + i * 5 % 7, 30, 30 + i % 3));

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Letters();
}
