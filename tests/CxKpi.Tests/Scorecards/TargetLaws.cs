using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Scorecards;

public class TargetLaws
{
    private static readonly Gen<double> Number = Gen.Choose(-100_000, 100_000).Select(x => x / 16.0);

    private static readonly Gen<(double Baseline, double Goal)> Way =
        from baseline in Number
        from goal in Number
        where goal != baseline
        select (baseline, goal);

    [Property]
    public Property AttainmentIs0AtTheBaselineAnd1AtTheGoal() =>
        Law.ForAll(Way, x => Target.Attainment(x.Baseline, x.Baseline, x.Goal) == 0 && Target.Attainment(x.Goal, x.Baseline, x.Goal) == 1);

    [Property]
    public Property AttainmentIsUndefinedExactlyWhenTheGoalIsTheBaseline() =>
        Law.ForAll(from v in Number from b in Number from g in Number select (v, b, g), x => Target.Attainment(x.v, x.b, x.g) is null == (x.b == x.g));

    [Property]
    public Property AttainmentOfTheMirroredKpiIsTheSame() =>
        Law.ForAll(
            from v in Number from w in Way select (v, w),
            x => Target.Attainment(x.v, x.w.Baseline, x.w.Goal) == Target.Attainment(-x.v, -x.w.Baseline, -x.w.Goal));

    [Property]
    public Property AttainmentGrowsTowardsTheGoal() =>
        Law.ForAll(
            from v in Number from step in Gen.Choose(1, 1000) from w in Way select (v, step, w),
            x => Target.Attainment(x.v + x.step * Math.Sign(x.w.Goal - x.w.Baseline), x.w.Baseline, x.w.Goal) > Target.Attainment(x.v, x.w.Baseline, x.w.Goal));

    [Property]
    public Property AttainmentIgnoresTheUnit() =>
        Law.ForAll(
            from v in Number from w in Way select (v, w),
            x => Target.Attainment(4 * x.v + 32, 4 * x.w.Baseline + 32, 4 * x.w.Goal + 32) == Target.Attainment(x.v, x.w.Baseline, x.w.Goal));

    [Property]
    public Property ADecidedStatusAgreesWithTheValue() =>
        Law.ForAll(
            from share in Some.Share from goal in Gen.Choose(0, 100) from atLeast in Gen.Elements(true, false) select (share, goal: goal / 100.0, atLeast),
            x =>
            {
                Churn churn = new(x.share.Count, x.share.N);
                SlaCompliance kept = new(x.share.Count, x.share.N - x.share.Count);
                TargetAssessment assessment = x.atLeast ? Target.AtLeast(x.goal).Assess(kept) : Target.AtMost(x.goal).Assess(churn);
                bool keeps = x.atLeast ? churn.Value >= x.goal : churn.Value <= x.goal;
                return assessment.Status switch
                {
                    TargetStatus.NoData => churn.Value is null,
                    TargetStatus.Met => keeps,
                    TargetStatus.Missed => !keeps,
                    _ => true,
                };
            });

    [Property]
    public Property AnAssessmentComesBackFromJson() =>
        Law.ForAll(
            from share in Some.Share
            from goal in Gen.Choose(0, 100)
            from baseline in Gen.Choose(0, 100)
            from atLeast in Gen.Elements(true, false)
            from isCensus in Gen.Elements(true, false)
            select (share, goal: goal / 100.0, baseline: baseline / 100.0, atLeast, isCensus),
            x =>
            {
                Target target = (x.atLeast ? Target.AtLeast(x.goal, x.baseline) : Target.AtMost(x.goal, x.baseline)) with { IsCensus = x.isCensus };
                TargetAssessment assessment = x.atLeast
                    ? target.Assess(new SlaCompliance(x.share.Count, x.share.N - x.share.Count))
                    : target.Assess(new Churn(x.share.Count, x.share.N));
                return assessment == JsonSerializer.Deserialize<TargetAssessment>(JsonSerializer.Serialize(assessment));
            });
}
