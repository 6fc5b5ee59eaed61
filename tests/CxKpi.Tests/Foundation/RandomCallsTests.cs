using System.Globalization;
using System.Text.Json;
using CxKpi.Practices;
using CxKpi.Trends;
using CxKpi.Value;
using NodaTime;

namespace CxKpi.Tests.Foundation;

/// <summary>What calls at random found: each was a hang, another library's exception, or a figure that is none.</summary>
public class RandomCallsTests
{
    private static readonly LocalDate Day = new(2026, 1, 1);

    [Fact]
    public void TimesThatPassTheRange_AreRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "talk", () => new AverageHandleTime(1, Duration.FromMinutes(3), Duration.Zero, Duration.MaxValue));

    [Fact]
    public void DifferenceThatTheBaselineSwallows_IsRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "difference", () => SampleSizes.ForDifference(PlanningValue.Mean(3, 22.27), 1e-300));

    [Fact]
    public void MarginThatAnyTwoAnswersKeep_AsksForHardlyMoreThanOne() =>
        Assert.Equal(2, SampleSizes.ForMargin(PlanningValue.Mean(1e-12), 0.4, 1e-12).N);

    [Fact]
    public void SequenceThatExpectsAllThatCanBeCounted_HasLimits()
    {
        KpiSeries<Churn> series = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(1, 8).Select(month => (CalendarPeriod.Month(2021, month), new Churn(9 + month, 400, CalendarUnit.Month))));

        Assert.All(series.ConfidenceSequence(long.MaxValue).Points, point => Assert.InRange(point.Lower!.Value, 0, point.Value!.Value));
    }

    [Fact]
    public void LogOddsOfWhatIsNoShare_AreRefusedByName()
    {
        KpiSeries<Revenue> series = KpiSeries.From(
            CalendarUnit.Month, Enumerable.Range(1, 12).Select(month => (CalendarPeriod.Month(2021, month), new Revenue(9 + month))));

        Assert.Throws<ArgumentException>("model", () => Scorecard.Titled("x").Add("a", series, model: new() { Scale = ModelScale.LogOdds }));
    }

    [Fact]
    public void SeriesWithoutEnd_IsRefusedByName() => Assert.Throws<ArgumentException>(
        "records", () => KpiSeries.From(CalendarUnit.Year, [(CalendarPeriod.Year(9), new Nps(1, 0, 0)), (CalendarPeriod.Year(2025), default)]));

    [Fact]
    public void HistoryOfTooManyOpportunities_IsRefusedByName() => Assert.Contains(
        "(at position 1)",
        Assert.Throws<ArgumentOutOfRangeException>(
            "histories", () => FrequencyFit.Of(new BgBb(1, 1, 1, 1, CalendarUnit.Week), [new(1, 2, 3), new(0, 0, 1e12)])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void CurvesOfTwoUnits_AreRefusedByName()
    {
        SurvivalCurve none = SurvivalTally.Empty.Curve(), month = Curve(CalendarUnit.Month), quarter = Curve(CalendarUnit.Quarter);

        Assert.Contains(
            "(at position 2)",
            Assert.Throws<ArgumentException>("curves", () => Charts.SurvivalCurve([("none", none), ("month", month), ("quarter", quarter)])).Message,
            StringComparison.Ordinal);

        static SurvivalCurve Curve(CalendarUnit unit) => SurvivalTally.FromTenures([new(1, true), new(2, true)], unit).Curve();
    }

    [Fact]
    public void TableInNoLanguage_IsRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "language",
        () => Representativeness.Of(
            [new Nps(1, 0, 0), new Nps(0, 0, 1)], [PopulationMargin.Of("plan", ["a", "b"], new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 1 })])
            .ToTable((ReportLanguage)9));

    [Fact]
    public void BandOfTheLastInstant_IsRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "at", () => TimeOfDayBand.Of(Instant.MaxValue, DateTimeZoneProviders.Tzdb["Europe/Paris"], 30));

    [Fact]
    public void DaysWithoutEnd_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("days", () => RepeatWindow.OfDays(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "days", () => new[] { 1 }.TallyByRecentInvitations(_ => new Invitation<int>(1, Day), int.MaxValue, _ => new AnswerRate(1, 1)));
    }

    [Fact]
    public void ChangeOfATarget_BeyondTheRange_IsUndefined() => Assert.Null(Target.AtLeast(1e300, baseline: 1e-300).Change);

    [Fact]
    public void BandsWithoutEnd_AreRefusedByName() =>
        Assert.Throws<ArgumentOutOfRangeException>("bands", () => RfmBands.From([(Day, 1, 10m)], Day, int.MaxValue));

    [Fact]
    public void LedgerWithoutEnd_IsRefusedByName()
    {
        SubscriptionLedger<int> ledger = SubscriptionLedger.Of([new Subscription<int>(1, new LocalDate(1, 1, 2))]);
        CalendarPeriod first = CalendarPeriod.Containing(CalendarUnit.Day, new LocalDate(1, 1, 2)), last = CalendarPeriod.Containing(CalendarUnit.Day, Day);

        Assert.Throws<ArgumentException>("through", () => ledger.Movements(first, LocalDate.MaxIsoValue));
        Assert.Throws<ArgumentException>("through", () => ledger.RecurringRevenue(first, LocalDate.MaxIsoValue));
        Assert.Throws<ArgumentException>("lastComplete", () => ledger.Cohorts(last));
        Assert.Throws<ArgumentException>(
            "activity", () => CohortTable.FromActivity([(1, new LocalDate(1, 1, 2)), (1, Day)], row => row.Item1, row => row.Item2, last));
    }

    [Fact]
    public void DocumentWithHalfACharacter_IsRefusedAsJson()
    {
        Assert.Throws<JsonException>(() => Benchmark.ListFromJson("\ud800"));
        Assert.Throws<JsonException>(() => Scorecard.FromJson("{\"\ud800\":1}"));
    }

    [Theory]
    [InlineData(1e12, 100, 0.95, 0.4194, 5, 0.5, 1e12, 0)]
    [InlineData(1e12, 1, 1, 1, 0, 0, 1, 0)]
    [InlineData(1e12, 1e12, 1, 1, 1, 1, 2, 0.5216)]
    public void LeavingOfExtremeCustomers_HasAnEnd(double r, double alpha, double s, double beta, int bought, double last, double age, double alive) =>
        Assert.Equal(alive, new ParetoNbd(r, alpha, s, beta, CalendarUnit.Week).ProbabilityAlive(new PurchaseHistory(bought, last, age)), 1e-4);

    [Theory]
    [InlineData("3.135", "0.5")]
    [InlineData("6.2", "0.518")]
    public void WeightedMeanOfTheHighestAnswers_IsTheHighest(string one, string other)
    {
        decimal[] weights = [decimal.Parse(one, CultureInfo.InvariantCulture), decimal.Parse(other, CultureInfo.InvariantCulture)];

        Assert.Equal(5, weights.Tally(_ => MeanRating.FromAnswer(5, RatingScale.OneToFive), weight: own => own).Value);
    }

    [Fact]
    public void MissingParts_AreRefusedByName()
    {
        (string, IReadOnlyList<double>)[] blank = [(" ", [1, 2])], absent = [("speed", null!)];
        (string, Func<int, double?>)[] none = [("speed", null!)];

        Assert.Throws<ArgumentNullException>("benchmarks", () => Benchmark.ListToJson([null!]));
        Assert.Throws<ArgumentException>("drivers", () => DriverAnalysis.OfColumns([1, 2, 3], blank));
        Assert.Throws<ArgumentNullException>("drivers", () => DriverAnalysis.OfColumns([1, 2, 3], absent));
        Assert.Throws<ArgumentNullException>("drivers", () => DriverAnalysis.Of([1, 2, 3], _ => 1, none));
        Assert.Throws<ArgumentNullException>("correlations[1]", () => DriverAnalysis.OfCorrelations(["speed"], [[1, 0.5], null!]));
        Assert.Throws<ArgumentNullException>("customer", () => new Subscription<string>(null!, Day));
        Assert.Throws<ArgumentNullException>("customer", () => new Invitation<string>(null!, Day));
    }

    [Fact]
    public void RevenueWithoutAnOrder_HasNoWeight()
    {
        AverageOrderValue revenue = new(RatioTally.FromRows([(20m, 0m)]));

        Assert.Throws<ArgumentException>("observation", () => Weighted.FromObservation(revenue, 2));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => new Weighted<AverageOrderValue>(revenue, default));
    }

    [Fact]
    public void PublishedSharesOfTheLargestBase_AreRefusedByName() => Assert.Throws<ArgumentOutOfRangeException>(
        "detractors", () => Nps.FromPublished(1, 0.01m, long.MaxValue, 6));

    [Fact]
    public void CohortOfAnotherCalendar_IsRefusedByName() => Assert.Throws<ArgumentException>(
        "subscriptions",
        () => CohortTable.FromSubscriptions(
            [1], row => row, _ => Day.WithCalendar(CalendarSystem.Julian), _ => (LocalDate?)null, CalendarPeriod.Month(2026, 3)));

    [Fact]
    public void SegmentWithABlankName_IsDrawn()
    {
        Segments<int, Nps> segments = new[] { 0 }.TallyBy(key => key, _ => new Nps(1, 1, 1));

        Assert.NotEmpty(Charts.Slope(segments, segments, "2025", " ").ToSvg());
    }

    [Fact]
    public void ParametersBeyondWhereModelsHaveFigures_AreRefusedByName()
    {
        foreach (double beyond in new[] { 1e300, 1e-300, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>("r", () => new MbgNbd(beyond, 1, 1, 1, CalendarUnit.Week));
            Assert.Throws<ArgumentOutOfRangeException>("a", () => new BgNbd(1, 1, beyond, 1, CalendarUnit.Week));
            Assert.Throws<ArgumentOutOfRangeException>("beta", () => new ParetoNbd(1, 1, 1, beyond, CalendarUnit.Week));
            Assert.Throws<ArgumentOutOfRangeException>("delta", () => new BgBb(1, 1, 1, beyond, CalendarUnit.Week));
            Assert.Throws<ArgumentOutOfRangeException>("alpha", () => new ShiftedBetaGeometric(beyond, 1));
            Assert.Throws<ArgumentOutOfRangeException>("churn", () => ShiftedBetaGeometric.Geometric(beyond));
            Assert.Throws<ArgumentOutOfRangeException>("q", () => new GammaGamma(1, beyond, 1));
            Assert.Throws<ArgumentOutOfRangeException>("v", () => new GammaGamma(1, 1, beyond));
            Assert.Throws<ArgumentOutOfRangeException>("meanAmount", () => new SpendHistory(1, beyond));
        }

        Assert.Throws<ArgumentOutOfRangeException>("age", () => new PurchaseHistory(0, 0, 1e300));
        Assert.Throws<ArgumentOutOfRangeException>("recency", () => new PurchaseHistory(1, 1e-300, 1));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => new MbgNbd(1, 1, 1, 1, CalendarUnit.Week).ExpectedPurchases(1e300));
    }

    /// <summary>The continued fraction takes minutes here, and ends with a wrong third digit.</summary>
    [Theory]
    [InlineData(1e-12, 1e12, 1e-23, 2.4751220e-11)]
    [InlineData(1e-11, 1e12, 1e-22, 2.2448635e-10)]
    [InlineData(1e-11, 1, 1e-10, 2.3025851e-10)]
    public void BetaTail_NearAnEnd_HasItsDigits(double a, double b, double x, double upper)
    {
        Assert.Equal(1, BetaDistribution.TailProbabilities(x, 1 - x, a, b).Upper / upper, 1e-6);
        Assert.Equal(1, BetaDistribution.TailProbabilities(1 - x, x, b, a).Lower / upper, 1e-6);
    }

    /// <summary>Where the expansion and the continued fraction meet, they say the same.</summary>
    [Theory]
    [InlineData(1e6, 1e-10)]
    [InlineData(0.5, 1e-6)]
    [InlineData(30, 1e-6 / 30)]
    public void BetaTail_WhereItsMethodsMeet_IsOneCurve(double b, double x)
    {
        double a = x * Math.Max(1, b) / 9, below = Upper(x * (1 - 1e-9)), above = Upper(x * (1 + 1e-9));

        Assert.Equal(1, below / above, 1e-8);

        double Upper(double at) => BetaDistribution.TailProbabilities(at, 1 - at, a, b).Upper;
    }

    [Fact]
    public void FiguresThatAreNone_AreRefusedByName()
    {
        ContactForecast forecast = new(10, Duration.FromMinutes(30), Duration.FromMinutes(3));
        CalendarPeriod period = CalendarPeriod.Month(2026, 1);

        foreach (double none in new[] { double.NaN, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("ServiceLevel", () => new StaffingRequirement(forecast, 3, 4, none, 0.5, Duration.Zero, 0));
            Assert.Throws<ArgumentOutOfRangeException>("Occupancy", () => new StaffingRequirement(forecast, 3, 4, 0.5, none, Duration.Zero, 0));
            Assert.Throws<ArgumentOutOfRangeException>("Abandonment", () => new StaffingRequirement(forecast, 3, 4, 0.5, 0.5, Duration.Zero, none));
            Assert.Throws<ArgumentOutOfRangeException>("First", () => new TrendRevision(period, none, 1));
            Assert.Throws<ArgumentOutOfRangeException>("Now", () => new TrendRevision(period, 1, none));
            Assert.Throws<ArgumentOutOfRangeException>("Observed", () => new ClassicalPeriod(period, none, null, null, null));
            Assert.Throws<ArgumentOutOfRangeException>("Remainder", () => new ClassicalPeriod(period, 1, 1, 1, none));
            Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => PlanningValue.Mean(none));
            Assert.Throws<ArgumentOutOfRangeException>("scale", () => new EvidenceTotals(1, 1, none));
            Assert.Throws<ArgumentOutOfRangeException>("n", () => DetectableChange.Of(PlanningValue.Share(), none));
        }

        Assert.Throws<ArgumentOutOfRangeException>("Agents", () => new StaffingRequirement(forecast, -1, 4, 0.5, 0.5, Duration.Zero, 0));
        Assert.Throws<ArgumentOutOfRangeException>("AverageWait", () => new StaffingRequirement(forecast, 3, 4, 0.5, 0.5, -Duration.Epsilon, 0));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => PlanningValue.Mean(1.8e307));
        Assert.Throws<ArgumentOutOfRangeException>("numerator", () => new EvidenceTotals(0.5m, 1, areCounts: true));
        Assert.Throws<ArgumentOutOfRangeException>("responseRate", () => SampleSizes.ForMargin(PlanningValue.Share(), 0.01).Invitations(1e-300));
        Assert.Throws<ArgumentOutOfRangeException>("extrapolateTrend", () => ClassicalOptions.StatsmodelsCompatible(int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>("overall", () => new SatisfactionWeights(double.Epsilon, 1, 1e300));
        Assert.Throws<ArgumentNullException>("Message", () => new Notice(default, null!));
        Assert.Throws<ArgumentNullException>("Reason", () => new LatestPeriod { Reason = null! });
    }

    [Fact]
    public void TimesWithoutEnd_AreRefusedByName()
    {
        BusinessCalendar calendar = BusinessCalendar.Weekdays(DateTimeZone.Utc, new(9, 0), new(17, 0));
        Instant from = Instant.FromUtc(2026, 1, 1, 9, 0), never = Instant.FromUtc(9999, 12, 31, 0, 0);
        Ticket[] tickets = [new(from, from + Duration.FromHours(1), never)];

        Assert.Throws<ArgumentOutOfRangeException>("to", () => calendar.WorkingTime(from, never));
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => ResolutionTime.FromTickets(tickets, calendar));
        Assert.Equal(1, ResolutionTime.FromTicketsTolerant(tickets, calendar).Invalid);
        Assert.Throws<ArgumentOutOfRangeException>("period", () => Regressor.Easter().ValueIn(CalendarPeriod.Year(9999)));
        Assert.Throws<ArgumentOutOfRangeException>("date", () => CalendarPeriod.Containing(CalendarUnit.Week, LocalDate.MinIsoValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "from", () => KpiSeries.From(CalendarUnit.Week, Array.Empty<(CalendarPeriod, Nps)>()).Slice(LocalDate.MinIsoValue, Day));
        Assert.Throws<ArgumentOutOfRangeException>(
            "calibrationEnd",
            () => PurchaseLog.SummariseOpportunities([1], x => x, _ => Day, _ => 1, CalendarUnit.Week, calibrationEnd: LocalDate.MinIsoValue));
        Assert.Throws<ArgumentOutOfRangeException>(
            "first", () => PeriodSeries.FromShares(CalendarPeriod.Year(9999), [new ShareTally(1, 2), new ShareTally(1, 2)]));
    }

    [Fact]
    public void EndsOfTheCalendar_AreNoFault()
    {
        KpiSeries<Churn> series = KpiSeries.From(
            CalendarUnit.Year, [(CalendarPeriod.Containing(CalendarUnit.Year, LocalDate.MinIsoValue), new Churn(1, 2))]);
        SolicitationAudit<int> audit = SolicitationAudit.Of([new Invitation<int>(1, Instant.MaxValue)], [SolicitationRule.AtMost(1, 30)]);

        Assert.Empty(series.YearOverYear());
        Assert.Null(audit.AskableFrom(1));
    }

    public static TheoryData<Func<object?>> TooLarge =>
    [
        () => new NetTally(long.MaxValue, 1, 0),
        () => new Nps(long.MaxValue, 1, 0),
        () => new NpsPanel(new(long.MaxValue, 0, 0), new(1, 0, 0), default),
        () => new AtRiskChurn(1, long.MaxValue, 1),
        () => new AaporOutcomes(long.MaxValue, 1, 0, 0, 0, 0, 0),
        () => new SlaCompliance(long.MaxValue, 1),
        () => new PairedShareTally(long.MaxValue, 1, 0, 0),
        () => new KanoTally(long.MaxValue, 1, 0, 0),
        () => new CustomerFlow(1, 1, long.MaxValue, 0),
        () => new QueueTally(long.MaxValue, 0, 1, 0),
        () => new SurvivalTally([new SurvivalStep(1, 0, long.MaxValue, 1)]),
        () => new RevenueMovements(decimal.MaxValue, 1, 0, 0, 0, 0),
        () => new QuickRatio(decimal.MaxValue, 1, 1, 1),
        () => new NetRevenueRetention(decimal.MaxValue, 0, 0, 1),
        () => new RevenueConcentration([decimal.MaxValue, 1]),
        () => new AverageOrderValue(decimal.MaxValue, 1),
        () => new RecurringRevenue(decimal.MaxValue, 1, Day).PerYear,
        () => MeanTally.FromPublished(decimal.MaxValue, 2),
        () => PairedMeanTally.One(decimal.MinValue, 1),
        () => CustomerLifetimeValue.Simple(decimal.MaxValue, 2, 1),
        () => CustomerLifetimeValue.Subscription(decimal.MaxValue, 1, 0.01),
        () => ReturnOnInvestment.Of(decimal.MaxValue, 0.1m),
        () => new RatingTally(RatingScale.OneToFive, [long.MaxValue, 1, 0, 0, 0]),
        () => new ShareTally(2, long.MaxValue).TestTarget(0.95),
        () => new RateTally(long.MaxValue, 1).TestAgainst(new RateTally(1, 1)),
        () => new ShareTally(0, long.MaxValue).TestAgainst(new ShareTally(0, 1)),
        () => BgNbd.Fit([new(0, 0, 1, long.MaxValue), new(1, 1, 1)], CalendarUnit.Week),
        () => DurationSample.FromCounts([(Duration.Zero, 1), (Duration.Zero, long.MaxValue)]),
        () => DurationSample.FromBuckets([(null, 7), (12, long.MaxValue)]),
        () => Twice(new ShareTally(1, long.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(new NetTally(long.MaxValue / 2, 2, long.MaxValue / 2 - 1), (a, b) => a.Combine(b)),
        () => Twice(new Nps(long.MaxValue, 0, 0), (a, b) => a.Combine(b)),
        () => new Nps(long.MaxValue, 0, 0).Times(3),
        () => new[] { 1, 2 }.Tally(_ => new Churn(1, long.MaxValue)),
        () => new[] { 1, 2 }.TallyBy(_ => "all", _ => new Revenue(decimal.MaxValue)),
        () => Twice(new Revenue(decimal.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(new RatingTally(RatingScale.OneToFive, [long.MaxValue, 0, 0, 0, 0]), (a, b) => a.Combine(b)),
        () => Twice(new RatingTally(RatingScale.OneToFive, [0, 0, 0, 0, 0], long.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(new ExcludedAnswers(long.MaxValue, 0), (a, b) => a.Combine(b)),
        () => Twice(new RateTally(long.MaxValue, 1), (a, b) => a.Combine(b)),
        () => Twice(new RateTally(1, decimal.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(RatioTally.FromTotals(1, 7e28m), (a, b) => a.Combine(b)),
        () => Twice(MeanTally.FromPublished(1, long.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(new QueueTally(long.MaxValue, 0, 0), (a, b) => a.Combine(b)),
        () => Twice(new CustomerFlow(long.MaxValue, 0, 0, 0), (a, b) => a.Combine(b)),
        () => Twice(new RevenueMovements(decimal.MaxValue, 0, 0, 0, 0, 0), (a, b) => a.Combine(b)),
        () => Twice(LeavingOut(long.MaxValue), (a, b) => a.Combine(b)),
        () => Twice(new AaporOutcomes(long.MaxValue, 0, 0, 0, 0, 0, 0), (a, b) => a.Combine(b)),
        () => Twice(new KanoTally(long.MaxValue, 0, 0, 0), (a, b) => a.Combine(b)),
        () => Twice(new ActiveCustomers(long.MaxValue, Day), (a, b) => a.Combine(b)),
        () => Twice(new SurvivalTally([new(0, long.MaxValue, 0, 0), new(1, 0, long.MaxValue, 0)]), (a, b) => a.Combine(b)),
        () => Twice(new ResponseRate(0, long.MaxValue), (a, b) => a.Combine(b)),
        () => DurationSample.FromCounts([(Duration.FromDays(2), long.MaxValue)]).Tally(),
        () => GammaGamma.Fit([new(1, 1, long.MaxValue), new(1, 2)]),
        () => ShiftedBetaGeometric.Fit([new(long.MaxValue, [1]), new(1, [1])]),
        () => new StaffingRequirement(new(1, Duration.MaxValue, Duration.FromHours(1)), 2, 2, 1, 0, Duration.Zero, 0).PaidTime,
    ];

    private static T Twice<T>(T record, Func<T, T, T> add) => add(record, record);

    private static SubscriptionMovements LeavingOut(long rows) =>
        SubscriptionLedger.Of([new Subscription<string>("a", Day, null, 9)]).Movements(CalendarPeriod.Month(2026, 1), new(2026, 1, 31)) with
        {
            LeftOut = [new(LeftOutKind.Trial, rows)],
        };

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void WhatPassesTheRange_SaysWhat(Func<object?> call) =>
        Assert.Contains(" would exceed ", Assert.Throws<OverflowException>(call).Message, StringComparison.Ordinal);

    [Fact]
    public void MembersAtTheEndOfTheRange_HaveFigures()
    {
        Assert.NotNull(ShareTally.FromPublished(0.9m, long.MaxValue).Estimate());
        Assert.NotNull(ShareTally.FromPublished(0.9m, long.MaxValue).ChangeFrom(ShareTally.FromPublished(0.8m, long.MaxValue)));
        Assert.NotNull(new WeightedTally(977, 121.25m, 30, 1_000_000, 102.25m, 0.01m, decimal.MaxValue).StandardError);
        Assert.Equal(1e13m, new RatioTally(1, 1e-28m, 1e13m, 0, 1e-15m, 1e26m).Denominator);
        RatioTally large = RatioTally.FromRows([.. Enumerable.Repeat((1.9e14m, 0m), 10), (0m, 1e-14m)]);
        Assert.Null(large.DecimalValue);
        Assert.Equal(1, large.Value!.Value / 1.9e29, 1e-12);
        Assert.NotEmpty(new FittedParameter("r", double.MaxValue, null, true).ToString());
    }

    [Fact]
    public void ConfidenceSequence_AtAlmostNoConfidence_IsRefusedByName()
    {
        KpiSeries<AnswerRate> months = new[] { 1, 2 }.TallyBy(CalendarUnit.Month, month => Day.PlusMonths(month), _ => new AnswerRate(80, 100));

        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => months.ConfidenceSequence(100, confidence: 1e-300));
        Assert.All(
            months.ConfidenceSequence(100, confidence: 0.01).Points,
            point => Assert.InRange(point.Value!.Value, point.Lower!.Value, point.Upper!.Value));
    }

    [Fact]
    public void CountsAtTheEndOfTheRange_AreNoFault()
    {
        Assert.NotNull(CxKpi.Charts.FunnelPlot(new[] { 1 }.TallyBy(_ => "all", _ => new AnswerRate(1, long.MaxValue)).League()).ToSvg());
        BgNbd model = new(0.5, 2, 0.8, 2.4, CalendarUnit.Week);
        RatioTally evidence = new(long.MaxValue, 1, 19, 1, 1, 361);

        Assert.Equal(long.MaxValue, FrequencyFit.Of(model, [new(1, 1, 2, long.MaxValue)], 2).Rows[1].Customers);
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new RelativeRating(evidence, new RatingScale(1, 10)));
    }

    [Fact]
    public void AmountsOfManyDigits_AreNoFault()
    {
        RatioTally fraction = RatioTally.FromRows([(1, 5.0000000000000000000000000001m)]);

        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new PurchaseFrequency(fraction));
        ContactForecast hardlyAny = new(double.Epsilon, Duration.FromHours(1), Duration.FromHours(1));
        Assert.Equal(1, new ErlangA(hardlyAny, 1000, Duration.FromHours(1)).ServiceLevel(Duration.Zero));
    }

    [Fact]
    public void WhatIsRefusedWithin_NamesWhatTheCallerWrote()
    {
        Assert.Throws<ArgumentException>("records", () => KpiTable.Of("t", [new KeyValuePair<string, Nps>(" ", default)]));
        Assert.Throws<ArgumentOutOfRangeException>("Kind", () => new Notice((NoticeKind)999, "x"));
        Assert.Throws<ArgumentNullException>("customer", () => SolicitationAudit.Of(
            [new Invitation<string>("a", Day)], [SolicitationRule.Apart(30)]).AskableFrom(null!));
    }

    /// <summary>What is left out is one value, so that a line is equal to what its JSON brings back.</summary>
    [Fact]
    public void Invitation_WithoutWhatIsOptional_ComesBackEqual()
    {
        Invitation<int> plain = new(3, Day), stated = new(3, Day, "", "") { Segment = "" };

        Assert.Equal(plain, stated);
        Assert.Equal(plain, JsonSerializer.Deserialize<Invitation<int>>(JsonSerializer.Serialize(plain)));
    }

    [Fact]
    public void SquaresAtTheEndOfTheRange_AreNoFault()
    {
        RatioTally rows = RatioTally.FromRows([(1.2e14m, 1), (1.3e14m, 1), (-1.1e14m, 1)]);

        Assert.NotNull(new AverageOrderValue(rows).Estimate());
        Assert.NotNull(Clustered.FromClusters([.. Enumerable.Range(1, 4).Select(i => new AverageOrderValue(1.2e14m * i / 4, i))]).Estimate());
    }

    [Fact]
    public void Limits_HoldTheirFigure()
    {
        Change none = new PairedShareTally(5, 3, 0, 2_000_000_000_000).Change(5e-324)!.Value;
        Assert.InRange(none.Difference, none.Lower!.Value, none.Upper!.Value);
        Estimate alike = new Shrinkage(RatioTally.FromRows([(0, 1e14m), (0, 1e14m), (1e-14m, 1e14m)])).Estimate(0.78)!.Value;
        Assert.InRange(alike.Value, alike.Lower!.Value, alike.Upper!.Value);
        Estimate net = new NetTally(10, 5, 12).Estimate(1e-300, NetInterval.StudentT)!.Value;
        Assert.InRange(net.Value, net.Lower!.Value, net.Upper!.Value);
        Estimate weighted = WeightedTally.FromValues([(1, 1), (1, 1)]).EstimateNet(1e-300)!.Value;
        Assert.InRange(weighted.Value, weighted.Lower!.Value, weighted.Upper!.Value);
    }

    [Fact]
    public void SumsOfWhatIsHeld_BeyondTheirType_SayOfWhat()
    {
        CalendarPeriod january = CalendarPeriod.Month(2026, 1);
        KpiSeries<Revenue> series = KpiSeries.From(CalendarUnit.Month, [(january, new Revenue(decimal.MaxValue)), (january.Next(), new Revenue(1))]);
        const string Message = "the sum of the Revenue of all series exceeds the range of its type";

        Assert.Equal(Message, Assert.Throws<OverflowException>(() => series.Total).Message);
        Assert.Equal(Message, Assert.Throws<OverflowException>(() => series.ConfidenceSequence(10)).Message);
        Assert.StartsWith(
            "the squares of weight times value must add up to less than 7.9e28",
            Assert.Throws<OverflowException>(() => Weighted.FromObservation(new Churn(1, 2), 1e15m)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Resample_AtTheEndsOfTheCalendar_KeepsWhatIsIncomplete()
    {
        foreach (LocalDate end in (LocalDate[])[LocalDate.MinIsoValue, LocalDate.MaxIsoValue])
        {
            CalendarPeriod month = CalendarPeriod.Containing(CalendarUnit.Month, end);
            KpiSeries<Churn> series = KpiSeries.From(CalendarUnit.Month, [(month, new Churn(1, 2))]).Through(month.Start).Since(month.Start);

            KpiSeries<Churn> years = series.Resample(CalendarUnit.Year);

            Assert.Equal(CalendarPeriod.Containing(CalendarUnit.Year, end), Assert.Single(years).Key);
            Assert.True(years.IsLastIncomplete);
        }
    }

    [Fact]
    public void LimitsBeyondNumbers_AreNone()
    {
        Change change = new() { Difference = 1, Lower = -1e300, Upper = 1e300, Confidence = 0.95, Method = IntervalMethod.Welch };

        Assert.Equal((null, null), (change.InMoney(1e28m).Lower, change.InMoney(1e28m).Upper));
    }

    [Fact]
    public void Changes_WithoutABaselineThatIsANumber_AreRefused()
    {
        Change change = new() { Difference = -2e300, Confidence = 0.95, Method = IntervalMethod.None };

        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => change.In(AverageOrderValue.Definition, double.NaN));
        Assert.Null(change.In(AverageOrderValue.Definition, 1e-300).Relative);
    }
}
