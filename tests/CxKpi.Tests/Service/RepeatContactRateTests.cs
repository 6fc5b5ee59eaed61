using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class RepeatContactRateTests
{
    private static readonly RepeatWindow Week = RepeatWindow.OfDays(7);

    [Fact]
    public void FromLog_WorkedExample_GivesOneOfTwoAndOnePending()
    {
        ContactLog log = ContactLog.FromContacts([0, 3, 20], _ => 1, ContactLogTests.Day, ContactLogTests.Day(0), ContactLogTests.Day(25));
        RepeatContactRate rate = RepeatContactRate.FromLog(log, Week);

        Assert.Equal(new(1, 2, Week, 1), rate);
        Assert.Equal("Repeat contacts (within 7 days) 50.0% (2 contacts; 1 pending)", rate.ToString());
    }

    [Fact]
    public void FromLog_NothingJudged_IsUndefined() =>
        Assert.Null(RepeatContactRate.FromLog(
            ContactLog.FromContacts([0], _ => 1, ContactLogTests.Day, ContactLogTests.Day(0), ContactLogTests.Day(1)),
            Week).Value);

    [Fact]
    public void Combine_AnotherWindow_Throws() =>
        Assert.Contains(
            "window",
            Assert.Throws<ArgumentException>(() => new RepeatContactRate(1, 2, Week).Combine(new(1, 2, RepeatWindow.OfDays(30)))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void ChangeFrom_AnotherScope_Throws() =>
        Assert.Throws<ArgumentException>(() => new RepeatContactRate(1, 2, Week).ChangeFrom(new(1, 2, RepeatWindow.OfDays(7, ContactScope.IssueStarts))));

    [Fact]
    public void New_BadCounts_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>("repeated", () => new RepeatContactRate(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>("pending", () => new RepeatContactRate(1, 2, pending: -1));
        Assert.Throws<ArgumentOutOfRangeException>("outcome", () => RepeatContactRate.FromOutcome((RepeatOutcome)9, Week));
        Assert.Throws<ArgumentException>("window", () => RepeatContactRate.FromOutcome(RepeatOutcome.Repeat, default));
        Assert.Throws<ArgumentNullException>("log", () => RepeatContactRate.FromLog(null!, Week));
    }
}

public class RepeatContactRateLaws : KpiLaws<RepeatContactRate>
{
    protected override Gen<RepeatContactRate> Any =>
        from counts in Some.PartOfWhole
        from pending in Some.Count
        select new RepeatContactRate(counts.Part, counts.Whole, RepeatWindow.OfDays(7), pending);

    [Property]
    public Property WhatRepeatsLeaveIsResolvedAtFirst() =>
        Law.ForAll(ContactLogLaws.Contacts.Zip(ContactLogLaws.Window), x =>
        {
            RepeatContactRate repeats = RepeatContactRate.FromLog(ContactLogLaws.Log(x.Item1), x.Item2);
            FirstContactResolution resolved = FirstContactResolution.FromLog(ContactLogLaws.Log(x.Item1), x.Item2);
            return resolved.Evidence == repeats.Evidence.Complement() && resolved.Pending == repeats.Pending && resolved.Rule.Window == repeats.Window;
        });
}
