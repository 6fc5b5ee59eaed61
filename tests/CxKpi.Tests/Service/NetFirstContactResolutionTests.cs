using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class NetFirstContactResolutionTests
{
    [Fact]
    public void New_WorkedExample_GivesSeventyFiveAgainstSixtyPercent()
    {
        NetFirstContactResolution net = new(resolvedAtFirst: 60, contacts: 100, notResolvableAtFirst: 20);

        Assert.Equal(0.75, net.Value);
        Assert.Equal(0.6, net.Gross.Value);
        Assert.Equal((100, 20), (net.Contacts, net.NotResolvableAtFirst));
    }

    [Fact]
    public void New_NothingResolvable_IsUndefined() => Assert.Null(new NetFirstContactResolution(0, 5, 5).Value);

    [Fact]
    public void New_PartsTooLarge_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("resolvedAtFirst", () => new NetFirstContactResolution(81, 100, 20));
        Assert.Throws<ArgumentOutOfRangeException>("notResolvableAtFirst", () => new NetFirstContactResolution(0, 100, 101));
        Assert.Throws<ArgumentOutOfRangeException>("contacts", () => new NetFirstContactResolution(0, -1, 0));
    }

    [Fact]
    public void FromGross_KeepsTheRuleAndWhatIsInNoBase()
    {
        FirstContactResolution gross = new(60, 100, FirstContactRule.NoRepeat(RepeatWindow.OfDays(7)), pending: 4, excluded: new(missing: 3));
        NetFirstContactResolution net = NetFirstContactResolution.FromGross(gross, notResolvableAtFirst: 20);

        Assert.Equal(0.75, net.Value);
        Assert.Equal((4, new ExcludedAnswers(missing: 3)), (net.Pending, net.Excluded));
        Assert.Equal(gross, net.Gross);
        Assert.Equal(8, net.Combine(net).Pending);
        Assert.Throws<ArgumentOutOfRangeException>("notResolvableAtFirst", () => NetFirstContactResolution.FromGross(gross, 41));
    }

    [Fact]
    public void FromOutcome_EachOutcome_IsCountedInItsPlace()
    {
        RepeatWindow week = RepeatWindow.OfDays(7);
        (RepeatOutcome Outcome, bool Resolvable)[] contacts =
        [
            (RepeatOutcome.NoRepeat, true), (RepeatOutcome.Repeat, true), (RepeatOutcome.NoRepeat, false), (RepeatOutcome.Repeat, false),
            (RepeatOutcome.Pending, true), (RepeatOutcome.Pending, false), (RepeatOutcome.NotJudged, true), (RepeatOutcome.FollowUp, false),
        ];

        Assert.Equal(
            new NetFirstContactResolution(1, 4, 2, FirstContactRule.NoRepeat(week), pending: 2),
            contacts.Tally(c => NetFirstContactResolution.FromOutcome(c.Outcome, week, c.Resolvable)));
        Assert.Throws<ArgumentException>("window", () => NetFirstContactResolution.FromOutcome(RepeatOutcome.Repeat, default, true));
    }

    [Fact]
    public void FromAnswer_MissingAnswers_AreInNoBase()
    {
        (bool? Resolved, bool Resolvable)[] answers = [(true, true), (false, true), (true, false), (null, true), (null, false)];

        Assert.Equal(
            new NetFirstContactResolution(1, 3, 1, FirstContactRule.Survey, excluded: new(missing: 2)),
            answers.Tally(a => NetFirstContactResolution.FromAnswer(a.Resolved, a.Resolvable)));
    }

    [Fact]
    public void New_NegativePending_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("pending", () => new NetFirstContactResolution(1, 2, 0, pending: -1));

    [Fact]
    public void Combine_AnotherRule_Throws() =>
        Assert.Throws<ArgumentException>(() => new NetFirstContactResolution(1, 2, 0, FirstContactRule.Recorded)
            .Combine(new(1, 2, 0, FirstContactRule.Survey)));
}

public class NetFirstContactResolutionLaws : KpiLaws<NetFirstContactResolution>
{
    protected override Gen<NetFirstContactResolution> Any =>
        from counts in Some.PartOfWhole
        from notResolvable in Some.Count
        from pending in Some.Count
        from excluded in Some.Excluded
        select new NetFirstContactResolution(counts.Part, counts.Whole + notResolvable, notResolvable, FirstContactRule.Recorded, pending, excluded);

    [Property]
    public Property NetIsNeverBelowGross() => Law.ForAll(Any, x => x.Value is null || x.Value >= x.Gross.Value);
}
