using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Practices;

public class SolicitationAuditLaws
{
    private static readonly Instant Start = Instant.FromUtc(2025, 1, 1, 0, 0);

    private static Gen<Invitation<int>> Row { get; } =
        from customer in Gen.Choose(0, 6)
        from hours in Gen.Choose(0, 60).Select(step => 12 * step)
        from survey in Gen.Elements("a", "b")
        from channel in Gen.Elements("mail", "phone")
        from reminder in Gen.Choose(0, 3)
        select new Invitation<int>(customer, Start + Duration.FromHours(hours), survey, channel) { IsReminder = reminder == 0, Segment = $"{customer % 2}" };

    private static Gen<Invitation<int>[]> Log { get; } = from size in Gen.Choose(0, 40) from rows in Row.ArrayOf(size) select rows;

    private static Gen<SolicitationRule[]> Rules { get; } =
        (from most in Gen.Choose(1, 3)
         from days in Gen.Choose(1, 15)
         from reminders in Gen.Elements(true, false)
         select reminders ? SolicitationRule.AtMost(most, days) : SolicitationRule.AtMost(most, days).WithoutReminders())
        .ArrayOf(2)
        .Select(rules => rules.Distinct().ToArray());

    private static Gen<(Invitation<int>[] Log, SolicitationRule[] Rules)> Case { get; } = from log in Log from rules in Rules select (log, rules);

    [Property]
    public Property BreachesAreThoseOfTheDefinition() => Law.ForAll(Case, example =>
    {
        (Invitation<int>[] log, SolicitationRule[] rules) = example;
        SolicitationAudit<int> audit = SolicitationAudit.Of(log, rules);
        foreach (RuleBreaches found in audit.Rules)
        {
            (int Customer, Instant At, int Count)[] slow = [.. Slow(log, found.Rule)];
            Assert.Equal(
                slow.Order(),
                audit.Breaches.Where(breach => breach.Rule == found.Rule).Select(breach => (breach.Customer, breach.At, breach.Count)).Order());
            Assert.Equal(slow.Select(breach => breach.Customer).Distinct().Count(), found.Customers.Count);
            Assert.Equal(log.Count(row => found.Rule.CountsReminders || !row.IsReminder), found.Invitations.N);
        }

        Assert.Equal(log.Length, audit.Invitations.N);
        Assert.Equal(log.Select(row => row.Customer).Distinct().Count(), audit.Customers.N);
    });

    [Property]
    public Property TheOrderOfTheRowsMeansNothing() => Law.ForAll(Case, example => Same(
        SolicitationAudit.Of(example.Log, example.Rules),
        SolicitationAudit.Of(example.Log.Reverse().OrderBy(row => row.Channel.Length), example.Rules)));

    [Property]
    public Property AuditsOfSeparateCustomersAddUp() => Law.ForAll(Case, example => Same(
        SolicitationAudit.Of(example.Log, example.Rules),
        SolicitationAudit.Of(example.Log.Where(row => row.Customer < 3), example.Rules)
            .Combine(SolicitationAudit.Of(example.Log.Where(row => row.Customer >= 3), example.Rules))));

    [Property]
    public Property ALogMayBeSplitAtAnyPointInTime() => Law.ForAll(
        from example in Case from days in Gen.Choose(0, 40).Two() select (example.Log, example.Rules, days),
        example =>
        {
            Instant one = Start + Duration.FromDays(example.days.Item1), other = Start + Duration.FromDays(example.days.Item2);
            (Instant first, Instant second) = (Instant.Min(one, other), Instant.Max(one, other));
            Same(
                SolicitationAudit.Of(example.Log, example.Rules),
                SolicitationAudit.Of(example.Log.Where(row => row.At <= first), example.Rules)
                    .Continue(example.Log.Where(row => row.At > first && row.At <= second))
                    .Continue(example.Log.Where(row => row.At > second)));
        });

    [Property]
    public Property WhoMayBeAskedBreaksNoRuleAndWhoMayNotBreaksOne() => Law.ForAll(
        from example in Case from customer in Gen.Choose(0, 6) from hours in Gen.Choose(1, 400) select (example.Log, example.Rules, customer, hours),
        example =>
        {
            SolicitationAudit<int> audit = SolicitationAudit.Of(example.Log, example.Rules);
            Invitation<int> next = new(example.customer, (audit.Last ?? Start) + Duration.FromHours(example.hours));
            Assert.Equal(
                audit.Continue([next]).Breaches.Count == audit.Breaches.Count,
                audit.MayBeAsked(example.customer, next.At));
        });

    [Property]
    public Property InvitationsByRecentOnesAddUpToAll() => Law.ForAll(
        from log in Log from days in Gen.Choose(1, 20) select (log, days),
        example =>
        {
            Segments<int, ResponseRate> recent = example.log.TallyByRecentInvitations(row => row, example.days, row => new ResponseRate(row.Customer % 2, 1));
            Assert.Equal(example.log.Tally(row => new ResponseRate(row.Customer % 2, 1)), recent.Total);
            Assert.Equal(recent.Keys.Order(), recent.Keys);
            foreach ((int earlier, ResponseRate rate) in recent)
            {
                Assert.Equal(rate.Sent, example.log.LongCount(row => earlier == example.log.Count(other => other.Customer == row.Customer
                    && other.At < row.At && row.At - other.At < Duration.FromDays(example.days))));
            }
        });

    /// <summary>Rows of a customer beside all others; of the same instant, those that are listed before, as the audit lists them.</summary>
    private static IEnumerable<(int Customer, Instant At, int Count)> Slow(Invitation<int>[] log, SolicitationRule rule)
    {
        Invitation<int>[] rows = [.. log
            .Where(row => rule.CountsReminders || !row.IsReminder)
            .OrderBy(row => row.At)
            .ThenBy(row => row.IsReminder)
            .ThenBy(row => row.Survey, StringComparer.Ordinal)
            .ThenBy(row => row.Channel, StringComparer.Ordinal)];
        for (int i = 0; i < rows.Length; i++)
        {
            int count = rows.Take(i + 1).Count(other => other.Customer == rows[i].Customer && other.At + Duration.FromDays(rule.Days) > rows[i].At);
            if (count > rule.Most)
            {
                yield return (rows[i].Customer, rows[i].At, count);
            }
        }
    }

    private static void Same(SolicitationAudit<int> one, SolicitationAudit<int> other)
    {
        Assert.Equal(one.Rules, other.Rules);
        Assert.Equal(one.Invitations, other.Invitations);
        Assert.Equal(one.Customers, other.Customers);
        Assert.Equal(one.Last, other.Last);
        Assert.Equal(Listed(one), Listed(other));
        Assert.Equal(one.ByChannel(), other.ByChannel());
        Assert.Equal(one.BySurvey(), other.BySurvey());
        Assert.Equal(one.BySegment(), other.BySegment());
        Assert.All(Enumerable.Range(0, 8), customer => Assert.Equal(one.AskableFrom(customer), other.AskableFrom(customer)));
    }

    private static IEnumerable<string> Listed(SolicitationAudit<int> audit) => audit.Breaches.Select(breach => $"{breach}").Order(StringComparer.Ordinal);
}
