using System.Text.Json;
using NodaTime;

namespace CxKpi.Tests.Scorecards;

public class TargetTests
{
    private static readonly LocalDate YearEnd = new(2026, 12, 31);

    // 1,000 contacts, 15% fewer wanted, 900 reached.
    [Fact]
    public void Attainment_OfAReduction_IsTheShareOfTheWay()
    {
        Target target = Target.RelativeChange(-0.15, baseline: 1000);

        Assert.Equal(850, target.Goal, 12);
        Assert.Equal(TargetBound.AtMost, target.Bound);
        Assert.Equal(2.0 / 3, target.Attainment(900)!.Value, 12);
        Assert.Equal(-0.15, target.Change!.Value, 12);
    }

    [Theory]
    [InlineData(40, 20, 40, 1.0)]
    [InlineData(20, 20, 40, 0.0)]
    [InlineData(50, 20, 40, 1.5)]
    [InlineData(10, 20, 40, -0.5)]
    [InlineData(10, 20, 0, 0.5)]
    public void Attainment_OfNumbers_FollowsTheFormula(double value, double baseline, double goal, double expected) =>
        Assert.Equal(expected, Target.Attainment(value, baseline, goal));

    [Fact]
    public void Attainment_WithoutAWayToGo_IsUndefined()
    {
        Assert.Null(Target.Attainment(3, baseline: 5, goal: 5));
        Assert.Null(Target.AtLeast(5).Attainment(3));
        Assert.Equal(0.5, Target.Attainment(0, baseline: -1.7e308, goal: 1.7e308)!.Value, 12);
        Assert.Null(Target.Attainment(1e300, baseline: 0, goal: 1e-300));
    }

    [Fact]
    public void RelativeChange_FromANegativeBaseline_ImprovesTowardsZero() => Assert.Equal(-18, Target.RelativeChange(0.1, baseline: -20).Goal, 12);

    [Fact]
    public void ToString_OfSmallAndLargeGoals_HasNoExponent()
    {
        Assert.Equal("at most 0.000002", Target.AtMost(0.000002).ToString());
        Assert.Equal("at least 12,345,678", Target.AtLeast(12_345_678).ToString());
        Assert.Equal("Undecided: 0.00025% against at most 0.0002%", Target.AtMost(0.000002).Assess(new Churn(5, 2_000_000)).ToString());
        Assert.Equal("top (0.00001 to 1,234,567)", new BenchmarkBand("top", 0.00001, 1_234_567).ToString());
    }

    [Theory]
    [InlineData(80, 40, 20, TargetStatus.Met)]
    [InlineData(20, 40, 80, TargetStatus.Missed)]
    [InlineData(11, 6, 3, TargetStatus.Undecided)]
    public void Assess_FollowsTheInterval(int promoters, int passives, int detractors, TargetStatus expected)
    {
        TargetAssessment assessment = Target.AtLeast(25).Assess(new Nps(promoters, passives, detractors));

        Assert.Equal(expected, assessment.Status);
        Assert.Null(assessment.Attainment);
    }

    [Fact]
    public void Assess_OfALowerBetterKpi_ReadsTheUpperLimit()
    {
        Target target = Target.AtMost(0.05, baseline: 0.10, deadline: YearEnd);

        TargetAssessment met = target.Assess(new Churn(lost: 20, atStart: 1000), new LocalDate(2026, 11, 30));
        Assert.Equal(TargetStatus.Met, met.Status);
        Assert.Equal(1.6, met.Attainment!.Value, 12);
        Assert.True(met.AttainmentLower < met.Attainment && met.Attainment < met.AttainmentUpper);
        Assert.False(met.IsDue);

        Assert.Equal(TargetStatus.Missed, target.Assess(new Churn(lost: 90, atStart: 1000)).Status);
    }

    [Fact]
    public void Assess_AttainmentLimits_AreTheLessAndTheMoreFavourableLimit()
    {
        Target fewer = Target.AtMost(0.05, baseline: 0.10), more = Target.AtLeast(60, baseline: 20);
        TargetAssessment churn = fewer.Assess(new Churn(lost: 70, atStart: 1000)), score = more.Assess(new Nps(60, 20, 20));

        Assert.Equal((fewer.Attainment(churn.Upper!.Value), fewer.Attainment(churn.Lower!.Value)), (churn.AttainmentLower, churn.AttainmentUpper));
        Assert.Equal((more.Attainment(score.Lower!.Value), more.Attainment(score.Upper!.Value)), (score.AttainmentLower, score.AttainmentUpper));
        Assert.True(churn.AttainmentLower < churn.AttainmentUpper && score.AttainmentLower < score.AttainmentUpper);
    }

    [Fact]
    public void Assess_ALimitExactlyAtTheGoal_MeetsItAndDoesNotMissIt()
    {
        Churn churn = new(lost: 70, atStart: 1000);
        Nps nps = new(60, 20, 20);
        Estimate lost = churn.Estimate()!.Value, score = nps.Estimate()!.Value;

        Assert.Equal(TargetStatus.Met, Target.AtMost(lost.Upper!.Value).Assess(churn).Status);
        Assert.Equal(TargetStatus.Undecided, Target.AtMost(lost.Lower!.Value).Assess(churn).Status);
        Assert.Equal(TargetStatus.Missed, Target.AtMost(Math.BitDecrement(lost.Lower.Value)).Assess(churn).Status);
        Assert.Equal(TargetStatus.Met, Target.AtLeast(score.Lower!.Value).Assess(nps).Status);
        Assert.Equal(TargetStatus.Undecided, Target.AtLeast(score.Upper!.Value).Assess(nps).Status);
        Assert.Equal(TargetStatus.Missed, Target.AtLeast(Math.BitIncrement(score.Upper.Value)).Assess(nps).Status);
    }

    // A baseline as uncertain as the value: 1,000 answers each, 4 points below a goal of 5 % more.
    [Fact]
    public void Assess_FromTheRecordOfABaseline_AllowsForItsUncertainty()
    {
        Churn before = new(100, 1_000), now = new(70, 1_000);
        TargetAssessment known = Target.RelativeChange(-0.1, 0.1).Assess(now), estimated = Target.RelativeChange(-0.1, before).Assess(now);

        Assert.Equal(TargetStatus.Met, known.Status);
        Assert.Equal(TargetStatus.Undecided, estimated.Status);
        Assert.Equal(known.Attainment, estimated.Attainment);
        Assert.Null(estimated.AttainmentLower);
        Assert.Equal(before.Estimate(), estimated.Target.BaselineEstimate);
        Assert.Equal("Undecided: 7.0% against -10% from 10.0% [8.3%, 12.0%] (at most 9.0%) (attainment 300%)", estimated.ToString());
        Assert.Equal(TargetStatus.Met, Target.RelativeChange(-0.1, new Churn(100_000, 1_000_000)).Assess(now).Status);
        Assert.Equal(TargetStatus.Missed, Target.RelativeChange(-0.1, before, new DateOnly(2026, 12, 31)).Assess(new Churn(200, 1_000)).Status);
    }

    // The interval of value less goal by the limits of both, at the confidence asked for.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void Assess_FromARecord_FollowsTheIntervalOfTheDifference(double confidence)
    {
        double stretch = NormalDistribution.CriticalValue(confidence) / NormalDistribution.CriticalValue(0.95);
        HashSet<TargetStatus> seen = [];
        foreach (Nps start in new Nps[] { new(50, 40, 30), new(25, 60, 20), new(40, 50, 60), new(20, 70, 45) })
        {
            foreach (double change in new[] { 0.1, 0.5, 2, 3.5 })
            {
                for (int promoters = 0; promoters <= 120; promoters += 4)
                {
                    Estimate of = start.Estimate()!.Value;
                    double goal = of.Value + change * Math.Abs(of.Value), factor = goal / of.Value;
                    if (goal <= 100)
                    {
                        Nps now = new(promoters, 60, 120 - promoters);
                        Seen(Target.RelativeChange(change, start).Assess(now, confidence: confidence).Status, now.Estimate(confidence)!.Value, of, factor, 1);
                    }
                }
            }
        }

        foreach (double change in new[] { -0.1, -0.5, -0.9 })
        {
            for (int lost = 0; lost <= 60; lost += 2)
            {
                Churn start = new(30, 150), now = new(lost, 200);
                Estimate of = start.Estimate()!.Value;
                TargetStatus status = Target.RelativeChange(change, start).Assess(now, confidence: confidence).Status;
                Seen(status, now.Estimate(confidence)!.Value, of, 1 + change, -1);
            }
        }

        Assert.Equal([TargetStatus.Met, TargetStatus.Missed, TargetStatus.Undecided], seen.Order());

        void Seen(TargetStatus status, Estimate now, Estimate of, double factor, int better)
        {
            double[] goals = [factor * of.Lower!.Value, factor * of.Upper!.Value];
            double difference = now.Value - factor * of.Value;
            double lower = difference - Length(now.Value - now.Lower!.Value, stretch * (goals.Max() - factor * of.Value));
            double upper = difference + Length(now.Upper!.Value - now.Value, stretch * (factor * of.Value - goals.Min()));
            TargetStatus expected = better * (better > 0 ? lower : upper) >= 0 ? TargetStatus.Met
                : better * (better > 0 ? upper : lower) < 0 ? TargetStatus.Missed
                : TargetStatus.Undecided;
            Assert.Equal(expected, status);
            seen.Add(status);
        }

        static double Length(double one, double other) => Math.Sqrt(one * one + other * other);
    }

    [Fact]
    public void Change_IsTheShareOfTheBaseline()
    {
        Assert.Equal(0.5, Target.AtLeast(30, baseline: 20).Change!.Value, 12);
        Assert.Equal(0.1, Target.AtLeast(-18, baseline: -20).Change!.Value, 12);
        Assert.Null(Target.AtLeast(30).Change);
        Assert.Null(Target.AtLeast(30, baseline: 0).Change);
        Assert.Null(Target.AtLeast(1e300, baseline: 1e-300).Change);
    }

    [Fact]
    public void Attainment_OfNoNumber_Throws()
    {
        foreach (double none in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>("value", () => Target.Attainment(none, 1, 2));
            Assert.Throws<ArgumentOutOfRangeException>("baseline", () => Target.Attainment(1, none, 2));
            Assert.Throws<ArgumentOutOfRangeException>("goal", () => Target.Attainment(1, 2, none));
            Assert.Throws<ArgumentOutOfRangeException>("value", () => Target.AtLeast(5).Attainment(none));
        }

        Assert.Equal(2, Target.Attainment(1.7e308, baseline: -1.7e308, goal: 0)!.Value, 12);
    }

    [Fact]
    public void AllWithin_OfAFullCount_IsByTheValue()
    {
        Target target = Target.AllWithin(Duration.FromMinutes(1), share: 0.9) with { IsCensus = true };
        TargetAssessment met = target.Assess(Within(90, 10)), open = target.Assess(Within(85, 10, open: 5)), missed = target.Assess(Within(85, 15, open: 5));

        Assert.Equal((TargetStatus.Met, 0.9, null, null, KpiUnit.Share), (met.Status, met.Value, met.Lower, met.Upper, met.Unit));
        Assert.Equal((TargetStatus.Undecided, 0.85, null, null), (open.Status, open.Value, open.Lower, open.Upper));
        Assert.Equal(TargetStatus.Missed, missed.Status);
        Assert.Equal("90% within 1 min 00 s, full count", target.ToString());

        TargetAssessment sample = Target.AllWithin(Duration.FromMinutes(1), share: 0.9).Assess(Within(85, 10, open: 5));
        Assert.Equal(new ShareTally(85, 100).Estimate()!.Value.Lower, sample.Lower);
        Assert.Equal(new ShareTally(90, 100).Estimate()!.Value.Upper, sample.Upper);
    }

    // 85 to 90 of 100 within the limit by what open items become: of 0.8, the values meet it, but the interval of 85 holds it.
    // 70 to 85 of 100: of 0.9, the values miss it, but the interval of 85 holds it.
    [Fact]
    public void AllWithin_OfASampleWithOpenItems_IsByBothIntervals()
    {
        DurationSample most = Within(85, 10, open: 5), some = Within(70, 15, open: 15);
        Target low = Target.AllWithin(Duration.FromMinutes(1), share: 0.8), high = Target.AllWithin(Duration.FromMinutes(1), share: 0.9);

        Assert.Equal(TargetStatus.Undecided, low.Assess(most).Status);
        Assert.Equal(TargetStatus.Met, (low with { IsCensus = true }).Assess(most).Status);
        Assert.Equal(TargetStatus.Undecided, high.Assess(some).Status);
        Assert.Equal(TargetStatus.Missed, (high with { IsCensus = true }).Assess(some).Status);
    }

    [Fact]
    public void Assess_OfBadInput_Throws()
    {
        Target target = Target.AllWithin(Duration.FromMinutes(1));
        LocalDate julian = new(2026, 1, 1, CalendarSystem.Julian);

        Assert.Throws<ArgumentNullException>("sample", () => target.Assess(null!));
        Assert.Throws<ArgumentException>("asOf", () => target.Assess(DurationSample.Empty, julian));
        Assert.Throws<ArgumentException>("asOf", () => target.Assess(new SlaCompliance(1, 1), julian));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => target.Assess(DurationSample.Empty, confidence: 1));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Target.AllWithin(Duration.FromMinutes(1), share: 0));
        Assert.Throws<ArgumentOutOfRangeException>("limit", () => Target.AllWithin(Duration.FromSeconds(-1)));
        Assert.Equal(1, Target.AllWithin(Duration.FromMinutes(1)).Goal);
    }

    [Fact]
    public void IsDue_WithoutADeadlineOrADay_IsUnknown()
    {
        Assert.Null(Target.AtLeast(0).Assess(new Nps(1, 1, 1), YearEnd).IsDue);
        Assert.Null(Target.AtLeast(0, deadline: YearEnd).Assess(new Nps(1, 1, 1)).IsDue);
    }

    [Fact]
    public void Assess_FromABaselineInAnotherCurrency_IsRefused()
    {
        CustomerAcquisitionCost Of(decimal spend, string? currency) =>
            new CustomerAcquisitionCost(spend, 10, currency).Combine(new(spend + 20, 12, currency));
        Target fewer = Target.RelativeChange(-0.1, Of(100, "EUR"));

        Assert.Contains(
            "EUR",
            Assert.Throws<ArgumentException>("kpi", () => fewer.Assess(Of(90, "USD"))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("kpi", () => fewer.Assess(Of(90, null)));
        Assert.Equal("EUR", fewer.Assess(Of(90, "EUR")).Currency);
    }

    [Fact]
    public void Assess_FromARecordWithoutSpread_IsUndecided()
    {
        MeanRating alike = MeanRating.FromAnswers([4, 4], RatingScale.OneToFive), spread = MeanRating.FromAnswers([5, 5, 5, 4, 5, 5], RatingScale.OneToFive);

        Assert.Equal(TargetStatus.Undecided, Target.AtLeast(3).Assess(alike).Status);
        Assert.Equal(TargetStatus.Undecided, Target.RelativeChange(0.01, alike).Assess(spread).Status);
        Assert.Equal(TargetStatus.NoData, Target.RelativeChange(0.01, spread).Assess(default(MeanRating)).Status);
    }

    [Fact]
    public void RelativeChange_FromARecordThatSaysNothing_IsRefused()
    {
        Assert.Throws<ArgumentException>("baseline", () => Target.RelativeChange(-0.1, default(Churn)));
        Assert.Throws<ArgumentOutOfRangeException>("baseline", () => Target.RelativeChange(-0.1, new Churn(0, 10)));
        ArgumentException unit = Assert.Throws<ArgumentException>(
            "kpi",
            () => Target.RelativeChange(-0.1, new Churn(1, 10)).Assess(AverageHandleTime.FromContacts([Duration.FromSeconds(1)])));
        Assert.StartsWith(
            "kpi must be in the unit and the currency of the baseline (Share), but is in Seconds (", unit.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("value", () => Target.AtLeast(1) with { BaselineEstimate = new Churn(1, 10).Estimate() });
    }

    // 812 of 1,000 calls in time, where the contract counts each: 80 % is met, though as a sample it would be undecided.
    [Fact]
    public void Assess_OfAFullCount_IsByTheValue()
    {
        Target contract = Target.AtLeast(0.8);
        SlaCompliance now = new(812, 188);
        TargetAssessment counted = (contract with { IsCensus = true }).Assess(now);

        Assert.Equal(TargetStatus.Undecided, contract.Assess(now).Status);
        Assert.Equal(TargetStatus.Met, counted.Status);
        Assert.Null(counted.Lower);
        Assert.Equal("Met: 81.2% against at least 80.0%, full count", counted.ToString());
        Assert.Equal(TargetStatus.Missed, (contract with { IsCensus = true }).Assess(new SlaCompliance(799, 201)).Status);
        Assert.Equal(TargetStatus.NoData, (contract with { IsCensus = true }).Assess(default(SlaCompliance)).Status);

        // A value that only a division's last digit keeps from its goal.
        FirstResponseTime times = FirstResponseTime.FromDurations([Duration.FromSeconds(4), Duration.FromSeconds(4.2), Duration.FromSeconds(4.1)]);
        Assert.Equal(TargetStatus.Met, (Target.AtMost(4.1) with { IsCensus = true }).Assess(times).Status);
        Assert.Equal(TargetStatus.Missed, (Target.AtMost(0.001) with { IsCensus = true }).Assess(new Churn(10_000_001, 10_000_000_000)).Status);
        Assert.Equal(TargetStatus.Met, (Target.RelativeChange(-0.2, 0.011) with { IsCensus = true }).Assess(new Churn(88, 10_000)).Status);
    }

    [Fact]
    public void Json_OfBaselineAndFullCount_BringsThemBack()
    {
        foreach (Target target in new[] { Target.RelativeChange(-0.1, new Churn(100, 1_000)), Target.AtLeast(0.8) with { IsCensus = true }, Target.AtLeast(1) })
        {
            Assert.Equal(target, JsonSerializer.Deserialize<Target>(JsonSerializer.Serialize(target)));
        }

        string json = JsonSerializer.Serialize(Target.RelativeChange(-0.1, new Churn(100, 1_000)));
        string other = json.Replace("\"Baseline\":0.1", "\"Baseline\":0.2", StringComparison.Ordinal);
        Assert.NotEqual(json, other);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Target>(other));
    }

    [Fact]
    public void Assess_OfNoData_SaysSo() => Assert.Equal(TargetStatus.NoData, Target.AtLeast(0).Assess(default(Nps)).Status);

    [Fact]
    public void Assess_WithoutAnInterval_IsUndecided() =>
        Assert.Equal(TargetStatus.Undecided, Target.AtMost(1000).Assess(new CustomerAcquisitionCost(10_000m, 20)).Status);

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void IsDue_FromTheDayAfterTheDeadline(int day, bool expected) =>
        Assert.Equal(expected, Target.AtLeast(0, deadline: YearEnd).Assess(default(Nps), YearEnd.PlusDays(day - 31)).IsDue);

    [Fact]
    public void AllWithin_OneException_Misses()
    {
        Target target = Target.AllWithin(Duration.FromMinutes(1));
        Duration[] quick = [.. Enumerable.Repeat(Duration.FromSeconds(60), 999)];

        Assert.Equal(TargetStatus.Met, target.Assess(DurationSample.FromDurations(quick)).Status);
        Assert.Equal(TargetStatus.Missed, target.Assess(DurationSample.FromDurations([.. quick, Duration.FromSeconds(61)])).Status);
        Assert.Equal(TargetStatus.Undecided, target.Assess(DurationSample.FromDurations(quick, open: 1)).Status);
        Assert.Equal(TargetStatus.Missed, target.Assess(DurationSample.FromDurations([.. quick, Duration.FromSeconds(61)], open: 1)).Status);
        Assert.Equal(TargetStatus.NoData, target.Assess(DurationSample.Empty).Status);
    }

    [Fact]
    public void AllWithin_AShareOfThem_FollowsTheInterval()
    {
        Target target = Target.AllWithin(Duration.FromMinutes(1), share: 0.9);
        Assert.Equal(TargetStatus.Met, target.Assess(Within(980, 20)).Status);
        Assert.Equal(TargetStatus.Undecided, target.Assess(Within(91, 9)).Status);
        Assert.Equal(TargetStatus.Missed, target.Assess(Within(800, 200)).Status);
    }

    [Fact]
    public void AllWithin_OfAShareKpi_IsReadOffIt()
    {
        QueueThresholds minute = new(within: Duration.FromMinutes(1));
        ServiceLevel level = ServiceLevel.FromContacts(
            [QueuedContact.Answered(Duration.FromSeconds(5)), QueuedContact.Answered(Duration.FromSeconds(59))],
            minute);

        Assert.Equal(TargetStatus.Met, Target.AllWithin(Duration.FromMinutes(1)).Assess(level).Status);
    }

    [Fact]
    public void AllWithin_OfAnotherLimit_Throws()
    {
        ServiceLevel level = ServiceLevel.FromContacts([QueuedContact.Answered(Duration.FromSeconds(5))], new(within: Duration.FromSeconds(20)));
        Target minute = Target.AllWithin(Duration.FromMinutes(1), share: 0.95);
        const string Rule = "kpi must be the share of cases within the limit, such as a service level: ";

        Assert.StartsWith(
            Rule + "its limit is 20.0 s, the target's 1 min 00 s",
            Assert.Throws<ArgumentException>(() => minute.Assess(level)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            Rule + "its counts state no limit",
            Assert.Throws<ArgumentException>(() => minute.Assess(new ServiceLevel(new QueueTally(9, 8, 1, 0)))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => minute.Assess(Csat.FromAnswer(5, TopBox.TwoOfFive)));
        Assert.Equal(TargetStatus.Met, minute.Assess(new SlaCompliance(met: 990, missed: 10)).Status);
    }

    [Fact]
    public void Assess_OfABoundThatIsMetByGettingWorse_Throws()
    {
        Assert.StartsWith(
            "target must be at most a goal, since lower is better for ",
            Assert.Throws<ArgumentException>(() => Target.AtLeast(0.05).Assess(new Churn(90, 100))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            ": \"at least 0.05\" is met by getting worse",
            Assert.Throws<ArgumentException>(() => Target.AtLeast(0.05).Assess(new Churn(90, 100))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Target.AtMost(40).Assess(new Nps(1, 1, 1)));
        Assert.Throws<ArgumentException>(() => Target.RelativeChange(0.1, baseline: 0.02).Assess(new Churn(1, 100)));
    }

    [Fact]
    public void Assess_FromABaselineThatKeepsTheGoal_HasNoAttainment()
    {
        TargetAssessment met = Target.AtMost(0.02, baseline: 0.01).Assess(new Churn(lost: 50, atStart: 10_000));

        Assert.Equal(TargetStatus.Met, met.Status);
        Assert.Null(met.Attainment);
        Assert.Null(met.AttainmentLower);
        Assert.Null(met.AttainmentUpper);
        Assert.Null(Target.AtLeast(40, baseline: 40).Attainment(30));
        Assert.Equal(0.5, Target.AtLeast(40, baseline: 20).Attainment(30));
    }

    [Fact]
    public void AllWithin_OfAMean_Throws()
    {
        AverageHandleTime mean = AverageHandleTime.FromContacts([Duration.FromSeconds(20)]);

        ArgumentException error = Assert.Throws<ArgumentException>(() => Target.AllWithin(Duration.FromMinutes(1)).Assess(mean));
        Assert.StartsWith(
            "kpi must be the share of cases within the limit, such as a service level: Average handle time hides who was beyond it",
            error.Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Target.AllWithin(Duration.FromMinutes(1)).Assess(new Churn(1, 2)));
        Assert.Throws<InvalidOperationException>(() => Target.AtLeast(1).Assess(DurationSample.Empty));
    }

    [Fact]
    public void Constructor_WithPartsThatDoNotFit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.AtLeast(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.AtMost(1, baseline: double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.RelativeChange(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.RelativeChange(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.RelativeChange(double.MaxValue, 1e10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.AllWithin(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.AllWithin(Duration.FromSeconds(1), share: 1.01));
        Assert.Throws<ArgumentException>(() => new Target(TargetForm.Absolute, TargetBound.AtLeast, 1, limit: Duration.FromSeconds(1)));
        Assert.Throws<ArgumentException>(() => new Target(TargetForm.RelativeChange, TargetBound.AtLeast, 1));
        Assert.Throws<ArgumentException>(() => new Target(TargetForm.AllWithin, TargetBound.AtMost, 1, limit: Duration.FromSeconds(1)));
        Assert.Throws<ArgumentException>(() => Target.AtLeast(1, deadline: new LocalDate(2026, 1, 1, CalendarSystem.Julian)));
    }

    [Fact]
    public void ToString_ReadsAsASentence()
    {
        Assert.Equal("at least 40 by 2026-12-31", Target.AtLeast(40, deadline: YearEnd).ToString());
        Assert.Equal("-15% from 1,000 (at most 850)", Target.RelativeChange(-0.15, 1000).ToString());
        Assert.Equal("all within 1 min 00 s", Target.AllWithin(Duration.FromMinutes(1)).ToString());
        Assert.Equal("90% within 20.0 s", Target.AllWithin(Duration.FromSeconds(20), 0.9).ToString());
        Assert.Equal(
            "Not met yet: 9.0% against at most 5.0% by 2026-12-31",
            Target.AtMost(0.05, deadline: YearEnd).Assess(new Churn(90, 1000), new LocalDate(2026, 11, 30)).ToString());
    }

    private static DurationSample Within(int within, int beyond, int open = 0) => DurationSample.FromDurations(
        [.. Enumerable.Repeat(Duration.FromSeconds(10), within), .. Enumerable.Repeat(Duration.FromSeconds(100), beyond)],
        open: open);

    private static readonly Dictionary<string, (string Name, Action Call)> Refusals = new()
    {
        ["goal of a change"] = ("change", () => Target.RelativeChange(1e300, 1e300)),
        ["goal of a change from a record"] = ("change", () => Target.RelativeChange(double.MaxValue, new Nps(2, 0, 1), YearEnd)),
        ["share within of a time span"] = ("share", () => Target.AllWithin(TimeSpan.FromHours(1), 90)),
    };

    public static TheoryData<string> RefusalsNames => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(RefusalsNames))]
    public void New_WhatIsRefusedWithin_NamesTheArgument(string refusal)
    {
        (string name, Action call) = Refusals[refusal];

        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(call).ParamName);
    }
}
