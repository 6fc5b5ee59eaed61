using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ContactLogTests
{
    private static readonly RepeatWindow Week = RepeatWindow.OfDays(7), WeekFromStart = RepeatWindow.OfDays(7, ContactScope.IssueStarts);

    [Fact]
    public void Outcomes_WorkedExample_FailsSucceedsAndLeavesOut() =>
        Assert.Equal([RepeatOutcome.Repeat, RepeatOutcome.NoRepeat, RepeatOutcome.Pending], OneCustomer(0, 25, 0, 3, 20).Outcomes(Week));

    [Fact]
    public void Outcomes_RowsInAnyOrder_KeepTheirPlaces() =>
        Assert.Equal([RepeatOutcome.Pending, RepeatOutcome.Repeat, RepeatOutcome.NoRepeat], OneCustomer(0, 25, 20, 0, 3).Outcomes(Week));

    [Fact]
    public void Outcomes_ExactlyTheWindow_IsARepeatAndHasElapsed()
    {
        Assert.Equal([RepeatOutcome.Repeat, RepeatOutcome.NoRepeat], OneCustomer(0, 14, 0, 7).Outcomes(Week));
        Assert.Equal([RepeatOutcome.NoRepeat, RepeatOutcome.Pending], OneCustomer(0, 14, 0, 8).Outcomes(Week));
    }

    [Fact]
    public void Outcomes_RepeatSeenBeforeTheWindowElapsed_IsStillPending() =>
        Assert.Equal([RepeatOutcome.Pending, RepeatOutcome.Pending], OneCustomer(0, 5, 0, 1).Outcomes(Week));

    [Fact]
    public void Outcomes_IssueStarts_JudgesTheFirstOfAChain() =>
        Assert.Equal(
            [RepeatOutcome.Pending, RepeatOutcome.Repeat, RepeatOutcome.FollowUp, RepeatOutcome.FollowUp, RepeatOutcome.NoRepeat],
            OneCustomer(0, 60, 0, 10, 12, 15, 30).Outcomes(WeekFromStart));

    [Fact]
    public void Outcomes_SameInstant_IsNoRepeat() =>
        Assert.Equal([RepeatOutcome.NoRepeat, RepeatOutcome.NoRepeat], OneCustomer(-10, 60, 5, 5).Outcomes(WeekFromStart));

    [Fact]
    public void Outcomes_NotJudged_StillShowsThatTheCustomerCameBack()
    {
        (int Day, bool Answered)[] contacts = [(0, true), (3, false)];
        ContactLog log = ContactLog.FromContacts(contacts, _ => "Ann", x => Day(x.Day), Day(0), Day(30), x => x.Answered);

        Assert.Equal([RepeatOutcome.Repeat, RepeatOutcome.NotJudged], log.Outcomes(Week));
    }

    [Fact]
    public void Outcomes_AnotherIssueInTheKey_IsNoRepeat()
    {
        (string Issue, int Day)[] contacts = [("card", 0), ("loan", 3)];

        Assert.Equal(
            [RepeatOutcome.NoRepeat, RepeatOutcome.NoRepeat],
            ContactLog.FromContacts(contacts, x => ("Ann", x.Issue), x => Day(x.Day), Day(0), Day(30)).Outcomes(Week));
        Assert.Equal(
            [RepeatOutcome.Repeat, RepeatOutcome.NoRepeat],
            ContactLog.FromContacts(contacts, _ => "Ann", x => Day(x.Day), Day(0), Day(30)).Outcomes(Week));
    }

    [Fact]
    public void Outcomes_BesideTheRows_GivesTheShareByAgent()
    {
        (string Customer, string Agent, int Day)[] contacts = [("Ann", "A1", 0), ("Ann", "A2", 1), ("Bob", "A2", 2)];
        ContactLog log = ContactLog.FromContacts(contacts, x => x.Customer, x => Day(x.Day), Day(0), Day(30));

        Segments<string, FirstContactResolution> byAgent = contacts.Zip(log.Outcomes(Week))
            .TallyBy(x => x.First.Agent, x => FirstContactResolution.FromOutcome(x.Second, Week));

        Assert.Equal((0, 1), (byAgent["A1"].Value, byAgent["A2"].Value));
        Assert.Equal(FirstContactResolution.FromLog(log, Week), byAgent.Total);
    }

    [Fact]
    public void FromContacts_BadRows_ThrowWithPosition()
    {
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("contacts", () => OneCustomer(0, 25, 3, 26)).Message,
            StringComparison.Ordinal);
        Assert.Contains("position 0", Assert.Throws<ArgumentOutOfRangeException>("contacts", () => OneCustomer(0, 25, -1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => OneCustomer(5, 4));
        Assert.Contains(
            "position 0",
            Assert.Throws<ArgumentException>("contacts", () => ContactLog.FromContacts([0], _ => (string)null!, Day, Day(0), Day(1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("contacts", () => ContactLog.FromContacts<int, int>(null!, x => x, Day, Day(0), Day(1)));
    }

    [Fact]
    public void Outcomes_WindowNotStated_Throws() => Assert.Throws<ArgumentException>("window", () => OneCustomer(0, 1).Outcomes(default));

    [Fact]
    public void New_WindowOfNoLength_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new RepeatWindow(Duration.Zero, ContactScope.IssueStarts));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => new RepeatWindow(Duration.FromDays(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => RepeatWindow.OfDays(0));
        Assert.Throws<ArgumentOutOfRangeException>("scope", () => RepeatWindow.OfDays(1, (ContactScope)5));
    }

    [Fact]
    public void Texts_AreForAPerson()
    {
        Assert.Equal("2 contacts between 2026-03-01T00:00:00Z and 2026-03-02T00:00:00Z", OneCustomer(0, 1, 0, 1).ToString());
        Assert.Equal("7:00:00:00 after every contact", Week.ToString());
        Assert.Equal("window not stated", default(RepeatWindow).ToString());
    }

    internal static Instant Day(int day) => Instant.FromUtc(2026, 3, 1, 0, 0) + Duration.FromDays(day);

    private static ContactLog OneCustomer(int start, int end, params int[] days) => ContactLog.FromContacts(days, _ => 1, Day, Day(start), Day(end));
}

public class ContactLogLaws
{
    private const int Start = -5, End = 60;

    internal static Gen<Contact[]> Contacts =>
        (from customer in Gen.Choose(0, 5)
         from day in Gen.Choose(0, 50)
         from judged in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
         select new Contact(customer, day, judged)).ArrayOf();

    internal static Gen<RepeatWindow> Window =>
        from days in Gen.Choose(1, 20)
        from scope in Gen.Elements(ContactScope.EveryContact, ContactScope.IssueStarts)
        select RepeatWindow.OfDays(days, scope);

    [Property]
    public Property OutcomesEqualThoseOfComparingEveryPair() =>
        Law.ForAll(Contacts.Zip(Window), x => Log(x.Item1).Outcomes(x.Item2).SequenceEqual(x.Item1.Select(contact => Slow(contact, x.Item1, x.Item2))));

    [Property]
    public Property ALongerWindowFindsNoFewerRepeatsAmongTheSameContacts() =>
        Law.ForAll(Contacts.Zip(Gen.Choose(1, 20)), x =>
        {
            IReadOnlyList<RepeatOutcome> shorter = Log(x.Item1).Outcomes(RepeatWindow.OfDays(x.Item2));
            IReadOnlyList<RepeatOutcome> longer = Log(x.Item1).Outcomes(RepeatWindow.OfDays(x.Item2 + 1));
            return shorter.Zip(longer).All(pair => pair.First != RepeatOutcome.Repeat || pair.Second is RepeatOutcome.Repeat or RepeatOutcome.Pending);
        });

    internal static ContactLog Log(Contact[] contacts) =>
        ContactLog.FromContacts(
            contacts,
            x => x.Customer,
            x => ContactLogTests.Day(x.Day),
            ContactLogTests.Day(Start),
            ContactLogTests.Day(End),
            x => x.Judged);

    private static RepeatOutcome Slow(Contact contact, Contact[] all, RepeatWindow window)
    {
        int days = window.Length.Days;
        bool starts = window.Scope == ContactScope.IssueStarts;
        bool follows = all.Any(other => other.Customer == contact.Customer && contact.Day - other.Day > 0 && contact.Day - other.Day <= days);
        bool followed = all.Any(other => other.Customer == contact.Customer && other.Day - contact.Day > 0 && other.Day - contact.Day <= days);
        return !contact.Judged ? RepeatOutcome.NotJudged
            : starts && follows ? RepeatOutcome.FollowUp
            : contact.Day + days > End || (starts && contact.Day - days < Start) ? RepeatOutcome.Pending
            : followed ? RepeatOutcome.Repeat
            : RepeatOutcome.NoRepeat;
    }

    internal sealed record Contact(int Customer, int Day, bool Judged);
}
