using CxKpi.Practices;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests;

/// <summary>One instance of every public class, and of every generic type.</summary>
internal static class Examples
{
    private static readonly CalendarPeriod January = CalendarPeriod.Parse("2024-01");

    internal static KpiSeries<Nps> Months { get; } = Enumerable.Range(0, 60)
        .TallyBy(CalendarUnit.Month, i => January.Plus(i).Start, i => Nps.FromAnswers([10, 9, 7, i % 11]));

    private static readonly Dictionary<Type, object> All = Instances().ToDictionary(example => Key(example.GetType()));

    internal static object Of(Type type) => All.TryGetValue(type, out object? example)
        ? example
        : throw new InvalidOperationException($"{type.Name} needs an example in {nameof(Examples)}");

    internal static bool Has(Type type) => All.ContainsKey(type);

    internal static Segments<string, Nps> Channels(params string[] names) => names.TallyBy(name => name, name => Nps.FromAnswers([10, 9, 7, name.Length % 11]));

    private static PopulationMargin Channel(string name) =>
        PopulationMargin.Of(name, [name, name, "phone", "phone", "phone"], [new(name, 60m), new("phone", 30m), new("fax", 10m)]);

    private static Representativeness Sample(string name) =>
        Representativeness.Of(new int[] { 10, 9, 3, 7, 10 }.Select(score => Nps.FromAnswer(score)), [Channel(name)], populationWasInvited: true);

    private static Segments<string, AnswerRate> Answered(string name) => new[] { name, "other" }.TallyBy(x => x, x => new AnswerRate(x.Length % 11, 20));

    private static Type Key(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>One instance of everything that holds text from outside, with that text in every place for it.</summary>
    internal static IEnumerable<object> Holding(string text)
    {
        Scorecard card = Scorecards.Example.Card(text);
        CompositePart part = new(text, 0.8, 0, 1, KpiDirection.HigherIsBetter, 1);
        KpiTable table = new KpiTable(text, []).With(text, new Nps(5, 3, 2));
        return
        [
            new ScorecardVerdict
            {
                Verdict = LatestVerdict.AsExpected,
                Basis = LatestBasis.Season,
                Reason = text,
                ReasonTranslations = [new(ReportLanguage.French, text)],
            },
            card, card.Lines[0], card.ToPoints()[0], card.Lines[0].Trend!, card.Lines[0].Benchmark!,
            card.Lines[0].Benchmark!.Bands[0], card.Lines[0].Target! with { Currency = text }, card.Pairs[0], card.Sections[0], card.Charts[0],
            Scorecard.Titled(text),
            new BenchmarkBand(text), table, table.Rows[0], part, new CompositeScore([part], MissingParts.RedistributeWeights), Channels(text),
            new Subscription<string>(text, new LocalDate(2026, 1, 5)) { Plan = text },
            SubscriptionLedger.Of([new Subscription<string>(text, new LocalDate(2026, 1, 5)) { Plan = text }]),
            Kept.Curve() with { EventName = text },
            Channel(text), Channel(text).Categories[0], SampleWeights.Rake([Channel(text)]),
            Sample(text), Sample(text).Margins[0], Sample(text).Margins[0].Strata[0],
            Channels(text, "other").Compare(), Channels(text, "other").Compare()[0],
            Answered(text).League(), Answered(text).League()[0],
            Channels(text, "other").MixAndRateFrom(Channels(text, "else"))!, Channels(text, "other").MixAndRateFrom(Channels(text, "else"))![0],
            new Funnel([text, text + "2"], [2, 1]), new FunnelSteps(text, text + "2"), new CartOutcome<string>(text, default, CartState.Open),
            new KpiDefinition(text, text, KpiUnit.Share, KpiDirection.Neutral, text, text) { Translations = [new(ReportLanguage.French, text, text, text)] },
            new RevenueConcentration([5, 3], "EUR"),
            new KpiRule(text, text) { Translations = [new(ReportLanguage.French, text)] },
            new KpiBasis { N = 2, Rows = 1, Rules = [new KpiRule(text, text)] },
            KpiComparison.Of(new EngagementRate(1, 2, text), new EngagementRate(2, 3, text)),
            new KpiTranslation(ReportLanguage.German, text, text, text), new Translation(ReportLanguage.German, text),
            new Notice(NoticeKind.FewerThanTwoCycles, text),
            Analysed(text), Analysed(text).Drivers[0], ImportancePerformance.Of([(text, 0.5, 3)]), ImportancePerformance.Of([(text, 0.5, 3)])[0],
            Asked(text), Asked(text).Breaches[0], Asked(text).Breaches[0].Invitation,
            MirrorItem.Of(text, new Nps(5, 3, 2), new Nps(4, 3, 3), 0), Mirrored(text), Mirrored(text)[0],
            Coded(text), Coded(text)[0], Coded(text).CoMentions()[0], Channels(text, "other").Contributions()[0],
            Regressor.Window(text, new(2025, 1, 1), new(2025, 1, 2)), new ChartOptions { Title = text },
            ComparedModel.Of(text, Buyers), ModelComparison.Of(ComparedModel.Of(text, Buyers)), Bought(text), Bought(text).Customers[0],
            LifetimeValue.OfAll(Buyers.Model!, Amounts, Bought(text)), LifetimeValue.OfAll(Buyers.Model!, Amounts, Bought(text))[0],
            new LifetimeValueOptions { Currency = "EUR" },
            CxKpi.Charts.ForestPlot(Channels(text)), CxKpi.Charts.Funnel(new Funnel([text, text + "2"], [2, 1])),
        ];
    }

    private static SurvivalTally Kept =>
        SurvivalTally.FromTenures([new(3, true), new(5, false), new(20, false, entry: 7), new(12, true, entry: 9)], CalendarUnit.Month);

    private static CohortTable<Retention> Began => CohortTable.FromActivity(
        Enumerable.Range(0, 30), i => i % 9, i => January.Plus(i * i % 7).Start, January.Plus(5));
    private static SubscriptionLedger<string> Subscribed => SubscriptionLedger.Of(
    [
        new Subscription<string>("a", new LocalDate(2025, 12, 1), new LocalDate(2026, 1, 20), 100) { Plan = "team" },
        new Subscription<string>("b", new LocalDate(2026, 1, 10), null, 30),
    ]);

    private static StaffingPlan Plan => StaffingPlan.For(
        [new ContactForecast(100, Duration.FromMinutes(30), Duration.FromMinutes(3))], serviceLevel: 0.8, within: Duration.FromSeconds(20), shrinkage: 0.3);

    private static IEnumerable<object> Instances()
    {
        yield return Nps.Definition;
        yield return new Churn(1, 2, CalendarUnit.Month).Rules[0];
        yield return KpiBasis.Of(new AverageOrderValue(100, 3, "EUR"));
        yield return new LeftOutCount(LeftOutKind.Missing, 2);
        yield return BusinessCalendar.Weekdays(DateTimeZone.Utc, new(9, 0), new(17, 0), [new(2026, 5, 1)]);
        yield return new OpeningHours(IsoDayOfWeek.Monday, new(9, 0), new(17, 0));
        yield return ValueBands.From([10m, 20m, 20m, 40m, 90m]);
        yield return RfmBands.From([(new LocalDate(2026, 5, 1), 3, 120m), (new LocalDate(2026, 1, 1), 1, 20m)], new LocalDate(2026, 6, 1));
        yield return Kept;
        yield return Kept.Curve();
        yield return Kept.Curve().Points[0];
        yield return Kept.Curve().Median;
        yield return Kept.Hazard()[0];
        yield return Began;
        yield return new RevenueConcentration([100, 20, 20, 10, 10, 10, 10, 10, 5, 5], "EUR");
        yield return Began.Cohorts[0];
        yield return new Subscription<string>("a", new LocalDate(2026, 1, 5), null, 49) { Plan = "team", Currency = "EUR" };
        yield return Subscribed;
        yield return Subscribed.Movements(CalendarPeriod.Month(2026, 1), new LocalDate(2026, 2, 20));
        yield return Subscribed.Movements(CalendarPeriod.Month(2026, 1), new LocalDate(2026, 2, 20)).Periods[0];
        yield return Plan;
        yield return Plan.Intervals[0];
        yield return new ErlangC(Plan.Intervals[0].Forecast, 14);
        yield return new ErlangA(Plan.Intervals[0].Forecast, 13, Duration.FromMinutes(5));
        yield return Plan.Intervals[0].Forecast;
        yield return Channels("chat", "phone");
        yield return Clustered.FromClusters([new Nps(5, 3, 2), new Nps(4, 3, 3)]);
        yield return Weighted.FromObservations([(new Nps(1, 0, 0), 1.5m), (new Nps(0, 0, 1), 0.5m)]);
        yield return Channel("channel");
        yield return Channel("channel").Categories[0];
        yield return SampleWeights.Rake([Channel("channel")]);
        yield return GoodnessOfFit.Of([50, 30, 20], [0.4, 0.35, 0.25]);
        yield return ResponseIndicator.Of([400, 300, 300], [120, 60, 45]);
        yield return SampleAllocation.Neyman(200, [5000, 3000, 2000], [0.4, 0.5, 0.3]);
        yield return Sample("channel");
        yield return Sample("channel").Margins[0];
        yield return Sample("channel").Margins[0].Strata[0];
        yield return Channels("chat", "phone").Compare();
        yield return Channels("chat", "phone").Compare()[0];
        yield return Channels("chat", "phone").MixAndRateFrom(Channels("phone", "shop"))!;
        yield return Answered("chat").League();
        yield return Answered("chat").League()[0];
        yield return Channels("chat", "phone").MixAndRateFrom(Channels("phone", "shop"))![0];
        yield return Months;
        yield return DurationSample.FromDurations([Duration.FromSeconds(20), Duration.FromSeconds(90)], open: 1);
        yield return new Funnel(["visit", "cart", "order"], [100, 40, 10]);
        yield return new CartOutcome<string>("cart 1", Instant.FromUtc(2025, 1, 2, 3, 4), CartState.Abandoned);
        yield return ContactLog.FromContacts(
            [1, 2],
            i => i,
            i => Instant.FromUnixTimeSeconds(i),
            Instant.FromUnixTimeSeconds(0),
            Instant.FromUnixTimeSeconds(9));
        yield return Part;
        yield return new CompositeScore([Part], MissingParts.RedistributeWeights);
        yield return NpsMapping.OneToFive;
        yield return new AnswerCodes(["N/A"], [new("Satisfied", 4)]);
        yield return ReliabilityTally.FromRespondents([[1, 2], [4, 5], [3, 3]], new ItemScale(2, RatingScale.OneToFive));
        yield return PeriodSeries.FromValues(January, [1, null, 3.5]);
        yield return CxKpi.Charts.NetScore(Nps.FromAnswers([10, 9, 3]));
        yield return new ChartOptions();
        yield return new SeriesOverlays { Target = 50 };
        yield return KpiComparison.Of(new Churn(5, 100), new Churn(3, 100));
        yield return Scorecards.Example.Card();
        yield return Scorecards.Example.Card().Lines[0];
        yield return Scorecards.Example.Card().Lines[0].Previous!;
        yield return Scorecards.Example.Card().Lines[0].Trend!;
        yield return new ScorecardVerdict { Verdict = LatestVerdict.AsExpected, Basis = LatestBasis.Season, Reason = "usual for December" };
        yield return Scorecards.Example.Card().Lines[0].Target!;
        yield return Scorecards.Example.Card().Lines[0].Target!.Target;
        yield return Scorecards.Example.Card().Lines[0].Benchmark!;
        yield return Scorecards.Example.Card().Lines[0].Benchmark!.Bands[0];
        yield return Scorecards.Example.Card().Pairs[0];
        yield return Scorecards.Example.Card().Sections[0];
        yield return Scorecard.Titled("builder");
        yield return new KpiTable("table", []).With("NPS", new Nps(5, 3, 2));
        yield return new KpiTable("table", []).With("NPS", new Nps(5, 3, 2)).Rows[0];
        yield return Months.ToPoints()[1];
        yield return Months.Rolling(3);
        yield return MannKendallTest.FromValues([1, 3, 2, 5, 4, 6]);
        yield return Regressor.Easter();
        yield return Months.Latest();
        yield return Months.YearOverYear();
        yield return Months.Trend();
        yield return Months.Trend().Fit!;
        yield return Months.IsSeasonal();
        yield return Months.PeriodsToSee(5);
        yield return Months.Effect(new LocalDate(2028, 3, 1));
        yield return Months.Effect(new LocalDate(2028, 3, 1)).Path[0];
        yield return Months.Expect(2);
        yield return Months.Expect(2).Periods[0];
        yield return Months.SeasonallyAdjust();
        yield return Months.SeasonallyAdjust().Periods[0];
        yield return Months.SeasonallyAdjust().RevisionHistory(2)[0];
        yield return Months.Decompose();
        yield return Months.Decompose().Periods[0];
        yield return Months.Forecast(2);
        yield return Months.ToPeriodSeries().MannKendall();
        yield return Months.ToPeriodSeries().SeasonalMannKendall();
        yield return Months.ToPeriodSeries().SeasonalMannKendall().Test!;
        yield return Months.ToPeriodSeries().Shifts();
        yield return Months.ToPeriodSeries().Unusual();
        yield return GeneralizedEsd.FromValues(Weeks, 3);
        yield return LevelSegmentation.FromValues(Weeks, 1);
        yield return SeasonalityTests.KruskalWallis(Weeks, 7);
        yield return Stl.Decompose(Weeks, 7);
        yield return Mstl.Decompose(Weeks, [7]);
        yield return ClassicalDecomposition.Of(Weeks, 7);
        yield return ExponentialSmoothing.Fit(Weeks, 7, ExponentialSmoothingForm.Level);
        yield return HoltWinters.Fit(Weeks, 7);
        yield return SeasonalNaive.Fit(Weeks, 7);
        yield return new SmoothingState(1);
        yield return new ModelOptions();
        yield return new EffectOptions();
        yield return StlOptions.Default;
        yield return MstlOptions.Default;
        yield return ClassicalOptions.Default;
        yield return Correlation.Pearson([1, 2, 4, 3, 6], [2, 1, 5, 4, 7]);
        yield return LaggedCorrelation.Of(Weeks, Weeks[7..].Concat(Weeks[..7]).ToArray(), 3);
        yield return Analysed("1");
        yield return Analysed("1").Drivers[0];
        yield return new DriverOptions();
        yield return ImportancePerformance.Of([("1", 0.5, 3)]);
        yield return ImportancePerformance.Of([("1", 0.5, 3)])[0];
        yield return Asked("1").Rules[0].Rule;
        yield return Asked("1").Rules[0];
        yield return Asked("1").Breaches[0];
        yield return Asked("1").Breaches[0].Invitation;
        yield return Asked("1");
        yield return MirrorItem.Of("1", new Nps(5, 3, 2), new Nps(4, 3, 3), 0);
        yield return Mirrored("1");
        yield return Mirrored("1")[0];
        yield return Coded("1");
        yield return Coded("1")[0];
        yield return Coded("1").CoMentions()[0];
        yield return Channels("chat", "phone").Contributions()[0];
        yield return Months.ControlLimits();
        yield return Months.Ewma(20);
        yield return Months.Cusum(20);
        yield return Months.ConfidenceSequence(200);
        yield return Buyers;
        yield return Buyers.Model!;
        yield return new MbgNbd(0.525, 6.183, 0.891, 1.614, CalendarUnit.Week);
        yield return new ParetoNbd(0.553, 10.578, 0.606, 11.669, CalendarUnit.Week);
        yield return new BgBb(1.204, 0.75, 0.657, 2.783, CalendarUnit.Year);
        yield return Amounts;
        yield return new RenewalCohort(1000, [869, 743]);
        yield return new ShiftedBetaGeometric(0.668, 3.806);
        yield return Bought("1");
        yield return Bought("1").Counts;
        yield return Bought("1").Customers[0];
        yield return new LifetimeValueOptions();
        yield return LifetimeValue.OfAll(Buyers.Model!, Amounts, Bought("1"));
        yield return PurchaseTracking.Of(Buyers.Model!, Bought("1"), [1, 30]);
        yield return LifetimeValue.OfAll(Buyers.Model!, Amounts, Bought("1"))[0];
        yield return FrequencyFit.Of(Buyers.Model!, Bought("1").Histories);
        yield return HoldoutValidation.Of(Buyers.Model!, Amounts, Bought("1"));
        yield return HoldoutValidation.Of(Buyers.Model!, Amounts, Bought("1")).Top!.Value;
        yield return ComparedModel.Of("1", Buyers);
        yield return ModelComparison.Of(ComparedModel.Of("1", Buyers));
        yield return new Notice(NoticeKind.FewerThanTwoCycles, "two cycles are needed");
        yield return new Translation(ReportLanguage.French, "il faut deux cycles");
        yield return Nps.Definition.In(ReportLanguage.French);
        yield return new Nps(40, 20, 10).Estimate()!.Value with { AttainedCoverage = 0.95 };
        yield return new Nps(40, 20, 10).ChangeFrom(new(30, 20, 20))!.Value;
        yield return new SignificanceTest { PValue = 0.03, Method = SignificanceTestMethod.LogRank, N = 20 };
        yield return KpiRange.Of(KpiUnit.Share);
        yield return Season.Of(January);
        yield return Months.ControlLimits().Points[1];
        yield return Months.Cusum(20).Points[1];
        yield return Months.ConfidenceSequence(200).Points[1];
        yield return new KanoTally(3, 2, 1, 4, 1, 1);
        yield return LaggedCorrelation.Of(Weeks, Weeks[7..].Concat(Weeks[..7]).ToArray(), 3).Lags[1];
        yield return new DelayBucket(Duration.FromMinutes(5), Duration.FromHours(1));
        yield return GeneralizedEsd.FromValues(Weeks, 3).Steps[0];
        yield return LevelSegmentation.FromValues(Weeks, 1).Segments[1];
        yield return new LevelShift(January, 3, 1, 5);
        yield return new SmoothingWeights(0.3, 0.1, 0.2, 0.9);
        yield return ExponentialSmoothing.Fit(Weeks, 7, ExponentialSmoothingForm.Level).Forecast(2)[1];
        yield return Months.Forecast(2).Periods[1];
        yield return new UnusualPeriod(January, 9, 4, 5, 0.001);
        yield return Months.YearOverYear()[0];
    }

    private static FittedModel<BgNbd> Buyers => BgNbd.Fit(
        Enumerable.Range(0, 60).Select(i => new PurchaseHistory(i % 4, i % 4 == 0 ? 0 : 3 + i % 29, 33 + i % 5)), CalendarUnit.Day);

    private static GammaGamma Amounts => new(6.25, 3.74, 15.44);

    private static PurchaseHistories<string> Bought(string customer) => PurchaseLog.Summarise(
        new[] { 1, 5, 9, 20 },
        _ => customer,
        day => new LocalDate(2025, 3, day),
        day => day,
        CalendarUnit.Day,
        new(2025, 3, 12),
        new LocalDate(2025, 3, 31));

    private static DriverAnalysis Analysed(string driver) => DriverAnalysis.OfColumns(
        Weeks, [(driver, [.. Weeks.Select((x, i) => x + i % 3)])],
        new() { Resamples = 20 });

    private static SolicitationAudit<string> Asked(string text) => SolicitationAudit.Of<string>(
        [new(text, new LocalDate(2025, 1, 2), text, text), new(text, new LocalDate(2025, 1, 3), text, text) { Segment = text }],
        SolicitationRule.Apart(7).WithoutReminders());

    private static MirrorSurvey Mirrored(string text) => MirrorSurvey.Of(
    [
        MirrorItem.Of(text, new Nps(50, 30, 20), new Nps(40, 300, 300), 0, new Nps(6, 2, 2)),
        MirrorItem.Of(text + "2", new Nps(5, 3, 2), new Nps(40, 30, 20), 0),
        MirrorItem.Of(text + "3", new Nps(2, 1, 0), new Nps(40, 30, 20), 0),
    ]);

    private static ThemeTally<Nps> Coded(string text) => ThemeTally.Of(
        [3, 9, 10, 7],
        score => score < 8 ? [text, text + "2"] : score == 9 ? [text] : (string[])[],
        score => Nps.FromAnswer(score));

    private static double[] Weeks => [.. Enumerable.Range(0, 42).Select(day => 10 + day % 7 + day * 5 % 11 * 0.1)];

    private static CompositePart Part => new("satisfaction", 0.8, 0, 1, KpiDirection.HigherIsBetter, 1);
}
