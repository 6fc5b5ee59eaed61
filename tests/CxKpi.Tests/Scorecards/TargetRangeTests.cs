using NodaTime;

namespace CxKpi.Tests.Scorecards;

/// <summary>Goals that a KPI cannot reach are refused, with what was likely meant.</summary>
public class TargetRangeTests
{
    private static readonly Churn Lost = new(1, 100);

    private static readonly MeanRating Mean = MeanRating.FromAnswers([4, 5, 3], RatingScale.OneToFive);

    private static readonly ServiceQualityGap Gap = ServiceQualityGap.FromPairs([(4, 5), (5, 5), (3, 5)], RatingScale.OneToFive);

    [Fact]
    public void Assess_PercentForAShare_NamesTheFraction()
    {
        Refused(Target.AtMost(2), Lost, "goal must lie between 0 and 1, as Customer churn rate does; got 2: did you mean 0.02? (Parameter 'goal')");
        Refused(Target.AtLeast(85), new Csat(8, 10, TopBox.TwoOfFive), "got 85: did you mean 0.85?");
        Refused(Target.AtLeast(110), new NetRevenueRetention(RatioTally.FromTotals(11, 10)), "got 110: did you mean 1.1?");
        Refused(Target.AtMost(0.02, baseline: 3), Lost, "baseline must lie between 0 and 1, as Customer churn rate does; got 3: did you mean 0.03?");
    }

    [Fact]
    public void Assess_AGoalNobodyReaches_NamesTheRange()
    {
        Refused(Target.AtLeast(101), new Nps(5, 3, 2), "goal must lie between -100 and 100, as Net Promoter Score does; got 101 (Parameter 'goal')");
        Refused(Target.AtLeast(45), Mean, "goal must lie between 1 and 5, as Mean rating does; got 45: did you mean 4.5?");
        Refused(Target.AtLeast(0.5), Mean, "goal must lie between 1 and 5");
        Refused(Target.AtLeast(-5), Gap, "goal must lie between -4 and 4");
        Refused(Target.AtMost(-1), FirstResponseTime.FromDurations([Duration.FromSeconds(5)]), "goal must lie at or above 0");
        Refused(Target.AtMost(-3), new ContactVolume(1, 2), "goal must lie at or above 0");
        Refused(Target.AtLeast(201), Nsat.FromAnswer(3), "goal must lie between 0 and 200");
    }

    [Fact]
    public void Assess_AGoalAtAnEndOfTheRange_IsJudged()
    {
        Assert.Equal(TargetStatus.Met, Target.AtMost(1).Assess(Lost).Status);
        Assert.Equal(TargetStatus.Undecided, Target.AtMost(0).Assess(new Churn(0, 100)).Status);
        Assert.Equal(TargetStatus.Missed, Target.AtLeast(5).Assess(MeanRating.FromAnswers([4, 5, 3, 4, 4, 4, 3, 5], RatingScale.OneToFive)).Status);
        Assert.Equal(TargetStatus.NoData, Target.AtLeast(4.5).Assess(default(MeanRating)).Status);
    }

    [Fact]
    public void RelativeChange_ByMoreThanEverything_NamesTheFraction()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Target.RelativeChange(-15, baseline: 1000));
        Assert.Equal("change must not be below -1, at which nothing is left; got -15: did you mean -0.15? (Parameter 'change')", error.Message);
        Named("nothing is left; got -2: did you mean -0.02?", () => Target.RelativeChange(-2, baseline: 1000));
        Named("nothing is left; got -1.01 (", () => Target.RelativeChange(-1.01, baseline: 1000));
        Assert.Equal(0, Target.RelativeChange(-1, baseline: 1000).Goal);
    }

    [Fact]
    public void RelativeChange_OutOfTheRange_NamesWhereItLeads()
    {
        Refused(
            Target.RelativeChange(15, baseline: 0.5),
            new Csat(8, 10, TopBox.TwoOfFive),
            "change must not lead out of the range of Customer Satisfaction score: from 0.5 it leads to 8, which does not lie between 0 and 1; got 15: "
            + "did you mean 0.15?");
        Refused(Target.RelativeChange(15, baseline: 0.1), new Csat(8, 10, TopBox.TwoOfFive), "got 15: did you mean 0.15?");
        Refused(Target.RelativeChange(2, baseline: 0.5), new Csat(8, 10, TopBox.TwoOfFive), "got 2: did you mean 0.02?");
        Refused(Target.RelativeChange(1.5, baseline: 0.5), new Csat(8, 10, TopBox.TwoOfFive), "got 1.5 (");
        Refused(Target.RelativeChange(60, baseline: 0.8), new Csat(8, 10, TopBox.TwoOfFive), "got 60 (");
        Refused(Target.RelativeChange(-0.1, baseline: 12), Lost, "baseline must lie between 0 and 1, as Customer churn rate does; got 12: did you mean 0.12?");
    }

    [Fact]
    public void Scorecard_RefusesGoalsAndBoundsOutsideTheRange()
    {
        ScorecardBuilder builder = Scorecard.Titled("Month");
        Named("did you mean 0.02?", () => builder.Add(null, Lost, target: Target.AtMost(2)));
        Benchmark percent = new("Churn", "A publisher", "Retail", "France", "2025", new(2026, 1, 1), [new("low", 0, 5), new("high", 5, 100)]);
        Named("did you mean 0.05?", () => builder.Add(null, Lost, benchmark: percent));
        Assert.Empty(builder.Build().Lines);
    }

    [Fact]
    public void OverTime_TargetOutsideTheRange_IsRefused()
    {
        KpiSeries<Churn> months = KpiSeries.From(CalendarUnit.Month, [(CalendarPeriod.Parse("2025-01"), Lost)]);

        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Charts.OverTime(months, new SeriesOverlays { Target = 2 }));
        Assert.Contains("got 2: did you mean 0.02?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Range_WithoutEndsOrUpsideDown_IsToldApart()
    {
        Assert.Equal("anywhere", default(KpiRange).ToString());
        Assert.Equal("at or below 1", new KpiRange(null, 1).ToString());
        Assert.True(default(KpiRange).Contains(double.MaxValue));
        Assert.False(default(KpiRange).Contains(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KpiRange(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KpiRange(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => KpiRange.Of((KpiUnit)77));
    }

    private static void Refused<TKpi>(Target target, TKpi kpi, string message)
        where TKpi : struct, IKpi<TKpi> => Named(message, () => target.Assess(kpi));

    private static void Named(string message, Func<object?> call) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(call).Message, StringComparison.Ordinal);
}
