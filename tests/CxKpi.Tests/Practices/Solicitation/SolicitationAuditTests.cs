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
            "at must not lie before the end of the log (2025-04-08T00:00:00Z); got 2025-04-07T00:00:00Z (Parameter 'at')",
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
