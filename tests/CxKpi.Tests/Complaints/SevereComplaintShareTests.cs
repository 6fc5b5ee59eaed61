using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Complaints;

public class SevereComplaintShareTests
{
    private static readonly RatingScale Severity = new(1, 5, ScaleDirection.LowerIsBetter);
    private static readonly SeverityThreshold Four = new(Severity, 4);

    [Fact]
    public void FromTally_WorkedExample_GivesAFifth() => Assert.Equal(
        "Severe complaints (4–5 of 5) 20.0% (30 complaints)",
        SevereComplaintShare.FromTally(RatingTally.FromCounts([10, 8, 6, 4, 2], Severity), Four).ToString());

    [Fact]
    public void FromComplaint_EachComplaint_CountsOnce() => Assert.Equal(
        new SevereComplaintShare(1, 2, Four),
        new[] { 3, 4 }.Tally(severity => SevereComplaintShare.FromComplaint(severity, Four)));

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("severe", () => new SevereComplaintShare(2, 1, Four));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => new SeverityThreshold(Severity, 1));
        Assert.Throws<ArgumentOutOfRangeException>("severity", () => SevereComplaintShare.FromComplaint(6, Four));
        Assert.Throws<ArgumentException>("cut", () => SevereComplaintShare.FromComplaint(1, default));
        Assert.Throws<ArgumentException>("scale", () => new SeverityThreshold(RatingScale.OneToFive, 4));
        Assert.Throws<ArgumentException>("severities", () => SevereComplaintShare.FromTally(RatingTally.FromAnswers([1], RatingScale.OneToFive), Four));
        Assert.Throws<ArgumentException>("other", () => new SevereComplaintShare(1, 2, Four).Combine(new(1, 2, new(Severity, 5))));
    }
}

public class SevereComplaintShareLaws : KpiLaws<SevereComplaintShare>
{
    private static readonly SeverityThreshold Four = new(new(1, 5, ScaleDirection.LowerIsBetter), 4);

    protected override Gen<SevereComplaintShare> Any => Some.PartOfWhole.Select(x => new SevereComplaintShare(x.Part, x.Whole, Four));
}
