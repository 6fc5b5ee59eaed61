using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class FirstContactResolutionTests
{
    private static readonly RepeatWindow Month = RepeatWindow.OfDays(30);

    [Fact]
    public void New_WorkedExample_GivesSixtyPercent()
    {
        FirstContactResolution fcr = new(60, 100, FirstContactRule.Recorded);

        Assert.Equal(0.6, fcr.Value);
        Assert.Equal("FCR (as recorded) 60.0% (100 contacts)", fcr.ToString());
    }

    // SQM Group's example: 80 of 100 customers did not come back within 30 days.
    [Fact]
    public void New_ByWindow_GivesEightyPercent() => Assert.Equal(0.8, new FirstContactResolution(80, 100, FirstContactRule.NoRepeat(Month)).Value);

    [Fact]
    public void FromLog_WorkedExample_LeavesThePendingOut()
    {
        ContactLog log = ContactLog.FromContacts([0, 3, 20], _ => 1, ContactLogTests.Day, ContactLogTests.Day(0), ContactLogTests.Day(25));
        RepeatWindow week = RepeatWindow.OfDays(7);

        Assert.Equal(new(1, 2, FirstContactRule.NoRepeat(week), 1), FirstContactResolution.FromLog(log, week));
    }

    [Fact]
    public void FromAnswers_MissingAnswers_AreInNoBase()
    {
        FirstContactResolution fcr = FirstContactResolution.FromAnswers([true, null, false, true, null]);

        Assert.Equal(new(2, 3, FirstContactRule.Survey, 0, new(missing: 2)), fcr);
        Assert.Throws<ArgumentNullException>("resolved", () => FirstContactResolution.FromAnswers(null!));
    }

    [Fact]
    public void Combine_RecordedWithSurvey_Throws() =>
        Assert.Contains(
            "rule",
            Assert.Throws<ArgumentException>(() => new FirstContactResolution(1, 2, FirstContactRule.Recorded)
                .Combine(FirstContactResolution.FromAnswer(true))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ChangeFrom_AnotherWindow_Throws() =>
        Assert.Throws<ArgumentException>(() => new FirstContactResolution(1, 2, FirstContactRule.NoRepeat(Month))
            .ChangeFrom(new(1, 2, FirstContactRule.NoRepeat(RepeatWindow.OfDays(7)))));

    [Fact]
    public void New_BadCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("resolvedAtFirst", () => new FirstContactResolution(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("pending", () => new FirstContactResolution(1, 2, pending: -1));
    }

    [Fact]
    public void NewRule_WindowWithoutItsBasis_Throws()
    {
        Assert.Throws<ArgumentException>("window", () => new FirstContactRule(FirstContactBasis.Window));
        Assert.Throws<ArgumentException>("window", () => new FirstContactRule(FirstContactBasis.Survey, Month));
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => new FirstContactRule((FirstContactBasis)8));
        Assert.Equal("basis not stated", default(FirstContactRule).ToString());
        Assert.Equal("no repeat within 30:00:00:00 after every contact", FirstContactRule.NoRepeat(Month).ToString());
    }
}

public class FirstContactResolutionLaws : KpiLaws<FirstContactResolution>
{
    protected override Gen<FirstContactResolution> Any =>
        from counts in Some.PartOfWhole
        from pending in Some.Count
        from excluded in Some.Excluded
        select new FirstContactResolution(
            counts.Part,
            counts.Whole,
            FirstContactRule.NoRepeat(RepeatWindow.OfDays(7, ContactScope.IssueStarts)),
            pending,
            excluded);
}
