using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Complaints;

public class MeanComplaintSeverityTests
{
    private static readonly RatingScale Severity = new(1, 5, ScaleDirection.LowerIsBetter);

    [Fact]
    public void FromTally_MissingAndInvalidSeverities_AreCounted()
    {
        RatingScale scale = new(1, 5, ScaleDirection.LowerIsBetter);
        RatingTally answers = RatingTally.FromAnswersTolerant([5, 99, null, 1], scale);

        Assert.Equal(2, MeanComplaintSeverity.FromTally(answers).LeftOut.Sum(one => one.Count));
        Assert.Equal(2, SevereComplaintShare.FromTally(answers, new SeverityThreshold(scale, 4)).LeftOut.Sum(one => one.Count));
        Assert.Equal(2, MeanComplaintSeverity.FromTally(answers).N);
    }

    [Fact]
    public void FromTally_WorkedExample_IsTheMeanClass()
    {
        MeanComplaintSeverity mean = MeanComplaintSeverity.FromTally(RatingTally.FromCounts([10, 8, 6, 4, 2], Severity));

        Assert.Equal(70 / 30.0, mean.Value!.Value, 12);
        Assert.Equal("Severity (scale 1–5, lower is better) 2.33 (30 complaints)", mean.ToString());
    }

    [Fact]
    public void FromComplaint_EachComplaint_AddsUp() => Assert.Equal(
        MeanComplaintSeverity.FromTally(RatingTally.FromAnswers([1, 5, 3], Severity)),
        new[] { 1, 5, 3 }.Tally(severity => MeanComplaintSeverity.FromComplaint(severity, Severity)));

    [Fact]
    public void ChangeFrom_GraverComplaints_IsWorse() => Assert.Equal(
        ChangeVerdict.Worse,
        MeanComplaintSeverity.FromTally(RatingTally.FromCounts([5, 5, 10, 30, 30], Severity))
            .ChangeFrom(MeanComplaintSeverity.FromTally(RatingTally.FromCounts([30, 30, 10, 5, 5], Severity)))!.Value.Verdict);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentException>("severities", () => MeanComplaintSeverity.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToFive)));
        Assert.Throws<ArgumentOutOfRangeException>("severity", () => MeanComplaintSeverity.FromComplaint(6, Severity));
        Assert.Throws<ArgumentException>("scale", () => MeanComplaintSeverity.FromComplaint(1, RatingScale.OneToFive));
        Assert.Throws<ArgumentException>("scale", () => new MeanComplaintSeverity(MeanTally.FromValues([1m]), RatingScale.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new MeanComplaintSeverity(MeanTally.FromValues([9m]), Severity));
    }
}

public class MeanComplaintSeverityLaws : KpiLaws<MeanComplaintSeverity>
{
    protected override Gen<MeanComplaintSeverity> Any =>
        Some.Ratings(new RatingScale(1, 5, ScaleDirection.LowerIsBetter)).Select(severities => MeanComplaintSeverity.FromTally(severities));

    [Property]
    public Property TheMeanOfTwoClassesIsTheShareOfTheUpper() => Law.ForAll(
        Some.Ratings(new RatingScale(0, 1, ScaleDirection.LowerIsBetter)),
        x => MeanComplaintSeverity.FromTally(x).Value == SevereComplaintShare.FromTally(x, new(x.Scale, 1)).Value);
}
