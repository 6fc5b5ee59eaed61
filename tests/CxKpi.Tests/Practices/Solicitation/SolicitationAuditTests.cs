using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Tests.Practices;

public class SolicitationAuditTests
{
    private static readonly LocalDate First = new(2025, 3, 1);

    private static readonly SolicitationRule TwoInThirty = SolicitationRule.AtMost(2, 30), WeekApart = SolicitationRule.Apart(7);

    // Anna on days 0, 7, 20 and 38; Ben on days 3 and 5, the latter a reminder.
    private static readonly Invitation<string>[] Log =
    [
        On("Anna", 0), On("Anna", 7), On("Anna", 20), On("Anna", 38),
        On("Ben", 3), On("Ben", 5) with { IsReminder = true },
    ];

    [Fact]
    public void Breaches_OfASmallLog_AreCountedByHand()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(Log, TwoInThirty, WeekApart);

        Assert.Equal(
            ["Ben 2025-03-06T00:00:00Z delivery mail (reminder): 2, at least 7 days apart", "Anna 2025-03-21T00:00:00Z delivery mail: 3, at most 2 in 30 days"],
            audit.Breaches.Select(breach => breach.ToString()));
        Assert.Equal(new ShareTally(2, 6), audit.Invitations);
        Assert.Equal(new ShareTally(2, 2), audit.Customers);
        Assert.Equal("at most 2 in 30 days: 1 of 6 invitations, 1 of 2 customers", audit.Rules[0].ToString());
        Assert.Equal(new ShareTally(2, 6), audit.ByChannel()["mail"]);
        Assert.Equal(["delivery"], audit.BySurvey().Keys);
        Assert.Equal([""], audit.BySegment().Keys);
    }

    // Day 30 is the first at which an invitation of day 0 has left a window of 30 days, and day 7 keeps "7 days apart" with day 0.
    [Fact]
    public void Windows_AreOpenAtTheirBeginning()
    {
        Assert.Empty(SolicitationAudit.Of([On("a", 0), On("a", 1), On("a", 30)], TwoInThirty).Breaches);
        Assert.Single(SolicitationAudit.Of([On("a", 0), On("a", 1), On("a", 29)], TwoInThirty).Breaches);
        Assert.Empty(SolicitationAudit.Of([On("a", 0), On("a", 7)], WeekApart).Breaches);
        Assert.Single(SolicitationAudit.Of([On("a", 0), On("a", 6)], WeekApart).Breaches);
    }

    [Fact]
    public void Reminders_ThatAreNotCounted_BreakNothing()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(Log, WeekApart.WithoutReminders());

        Assert.Empty(audit.Breaches);
        Assert.Equal(5, audit.Rules[0].Invitations.N);
        Assert.Equal("at least 7 days apart, reminders not counted", audit.Rules[0].Rule.ToString());
    }

    [Fact]
    public void AskableFrom_FollowsTheRulesToTheDay()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(Log, TwoInThirty, WeekApart);

        // The second-last is of day 20 and leaves the window on day 50; the last of day 38 is 7 days ago on day 45.
        Assert.Equal(First.PlusDays(50), audit.AskableFrom("Anna")?.InUtc().Date);
        Assert.False(audit.MayBeAsked("Anna", First.PlusDays(49)));
        Assert.True(audit.MayBeAsked("Anna", First.PlusDays(50)));
        Assert.Null(audit.AskableFrom("Ben"));
        Assert.True(audit.MayBeAsked("nobody yet", First.PlusDays(38)));
    }

    [Fact]
    public void AskableFrom_AtTheEndOfTheCalendar_IsItsLastInstant()
    {
        foreach ((int days, Instant free) in new[] { (30, Instant.MaxValue), (8, Instant.MaxValue), (5, Instant.MaxValue - Duration.FromDays(2)) })
        {
            SolicitationAudit<int> audit = SolicitationAudit.Of(
                [new Invitation<int>(1, Instant.MaxValue - Duration.FromDays(7))], SolicitationRule.Apart(days));

            Assert.Equal(free, audit.AskableFrom(1));
        }
    }

    [Fact]
    public void AskableFrom_UnderSeveralRules_IsTheLastOfTheirDays()
    {
        Invitation<string>[] log = [On("Anna", 0)];

        Assert.Equal(First.PlusDays(9), SolicitationAudit.Of(log, SolicitationRule.Apart(9), WeekApart).AskableFrom("Anna")?.InUtc().Date);
        Assert.Equal(First.PlusDays(9), SolicitationAudit.Of(log, WeekApart, SolicitationRule.Apart(9)).AskableFrom("Anna")?.InUtc().Date);
        Assert.Null(SolicitationAudit.Of(log, WeekApart).AskableFrom("Ben"));

        // Ben, asked on day 7, is why Anna of day 0 is free already.
        Assert.Null(SolicitationAudit.Of([On("Anna", 0), On("Ben", 7)], WeekApart).AskableFrom("Anna"));
    }

    [Fact]
    public void Rules_UpTo64_AreToldApart()
    {
        SolicitationRule[] rules = [.. Enumerable.Range(1, 65).Select(SolicitationRule.Apart)];
        SolicitationAudit<string> audit = SolicitationAudit.Of([On("Anna", 0), On("Anna", 63)], rules[..64]);

        Assert.Equal(new ShareTally(0, 1), audit.Rules[62].Customers);
        Assert.Equal(new ShareTally(1, 1), audit.Rules[63].Customers);
        Assert.Throws<ArgumentException>("rules", () => SolicitationAudit.Of([On("Anna", 0)], rules));
        Assert.Equal(36_525, SolicitationRule.Apart(36_525).Days);
        Assert.Throws<ArgumentOutOfRangeException>("days", () => SolicitationRule.Apart(36_526));
    }

    [Fact]
    public void ToHtml_ShowsEachRuleInARow()
    {
        string[][] table = Faces.Table(SolicitationAudit.Of(Log, TwoInThirty, WeekApart.WithoutReminders()));

        Assert.Equal(["Audit of solicitation"], table[0]);
        Assert.Equal(["rule", "invitations in breach", "customers in breach"], table[1]);
        Assert.Equal(["at most 2 in 30 days", "16.7% (1 / 6)", "50% (1 / 2)"], table[2]);
        Assert.Equal(["at least 7 days apart, reminders not counted", "0% (0 / 5)", "0% (0 / 2)"], table[3]);
        Assert.Equal(["Total", "16.7% (1 / 6)", "50% (1 / 2)"], table[4]);
    }

    [Fact]
    public void Combine_ListsBreachesInTime()
    {
        SolicitationAudit<string> anna = SolicitationAudit.Of([On("Anna", 0), On("Anna", 1), On("Anna", 9), On("Anna", 10)], WeekApart);
        SolicitationAudit<string> ben = SolicitationAudit.Of([On("Ben", 3), On("Ben", 5)], SolicitationRule.Apart(7));
        SolicitationAudit<string> none = SolicitationAudit.Of<string>([], WeekApart);
        SolicitationAudit<string> both = anna.Combine(ben);

        Assert.Equal(["Anna", "Ben", "Anna"], both.Breaches.Select(breach => breach.Customer));
        Assert.Equal(new ShareTally(3, 6), both.Rules[0].Invitations);
        Assert.Equal((anna.Last, anna.Last, anna.Last), (both.Last, ben.Combine(anna).Last, none.Combine(anna).Last));
        Assert.Equal(anna.Last, anna.Combine(none).Last);
        Assert.Throws<ArgumentNullException>("other", () => anna.Combine(null!));
        Assert.Throws<ArgumentNullException>("later", () => anna.Continue(null!));
    }

    [Fact]
    public void ToString_SpeaksThreeLanguages()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(Log, TwoInThirty.WithoutReminders());

        Assert.Equal("at most 2 in 30 days, reminders not counted: 1 of 5 invitations, 1 of 2 customers", audit.ToString());
        Assert.Equal("au plus 2 en 30 jours, hors relances\u202F: 1 sur 5 invitations, 1 sur 2 clients", audit.ToString(ReportLanguage.French));
        Assert.Equal("höchstens 2 in 30 Tagen, ohne Erinnerungen: 1 von 5 Einladungen, 1 von 2 Kunden", audit.ToString(ReportLanguage.German));
        Assert.Equal("mindestens 1 Tag Abstand", SolicitationRule.Apart(1).ToString(ReportLanguage.German));
    }

    [Fact]
    public void NoRows_AreNoBreach()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of<string>([], TwoInThirty);

        Assert.Null(audit.Last);
        Assert.Null(audit.Invitations.Value);
        Assert.Contains("no data", audit.ToHtml(), StringComparison.Ordinal);
        Assert.Equal(1, audit.Continue([On("a", 1)]).Invitations.N);
    }

    [Fact]
    public void Arguments_ThatAreNone_AreRefused()
    {
        SolicitationAudit<string> audit = SolicitationAudit.Of(Log, TwoInThirty);

        Assert.Equal(
            "rules must be 1 to 64, but are 0 (Parameter 'rules')",
            Assert.Throws<ArgumentException>(() => SolicitationAudit.Of(Log)).Message);
        Assert.Equal(
            "rules must differ, but at most 2 in 30 days is stated twice (Parameter 'rules')",
            Assert.Throws<ArgumentException>(() => SolicitationAudit.Of(Log, TwoInThirty, SolicitationRule.AtMost(2, 30))).Message);
        Assert.Equal(
            "log must have a customer (at position 0) (Parameter 'log')",
            Assert.Throws<ArgumentException>(() => SolicitationAudit.Of([default(Invitation<string>)], TwoInThirty)).Message);
        Assert.Equal(
            "other must be of other customers, but Anna is in both: add later invitations with Continue (Parameter 'other')",
            Assert.Throws<ArgumentException>(() => audit.Combine(audit)).Message);
        Assert.Equal(
            "other must be audited under the same rules (at most 2 in 30 days), but is under at least 7 days apart (Parameter 'other')",
            Assert.Throws<ArgumentException>(() => audit.Combine(SolicitationAudit.Of(Log, WeekApart))).Message);
        Assert.Equal(
            "later must lie after the end of the log (2025-04-08T00:00:00Z) (at position 1); got 2025-04-08T00:00:00Z (Parameter 'later')",
            Assert.Throws<ArgumentOutOfRangeException>(() => audit.Continue([On("a", 40), On("a", 38)])).Message);
        Assert.Equal(
            "day must not lie before the end of the log (2025-04-08T00:00:00Z); got 2025-04-07T00:00:00Z (Parameter 'day')",
            Assert.Throws<ArgumentOutOfRangeException>(() => audit.MayBeAsked("Anna", First.PlusDays(37))).Message);
        Assert.Equal(
            "most must be greater than zero; got 0 (Parameter 'most')",
            Assert.Throws<ArgumentOutOfRangeException>(() => SolicitationRule.AtMost(0, 30)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("days", () => SolicitationRule.Apart(0));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Log.TallyByRecentInvitations(row => row, 0, _ => new ResponseRate(1, 1)));
    }

    [Fact]
    public void TallyByRecentInvitations_OfASmallLog_IsCountedByHand()
    {
        Segments<int, ResponseRate> rates = Log.TallyByRecentInvitations(row => row, 30, row => new ResponseRate(row.IsReminder ? 1 : 0, 1));

        // None before: both customers' first. One before: Anna's days 7 and 38 and Ben's reminder. Two before: Anna's day 20.
        Assert.Equal([0, 1, 2], rates.Keys);
        Assert.Equal(new ResponseRate(1, 3), rates[1]);
    }

    private static Invitation<string> On(string customer, int day) => new(customer, First.PlusDays(day), "delivery", "mail");
}
