using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ContactAbandonmentTests
{
    private static readonly Duration FiveSeconds = Duration.FromSeconds(5);

    [Fact]
    public void New_WorkedExample_TakesShortAbandonsOffBothSides()
    {
        Assert.Equal(60.0 / 1060, new ContactAbandonment(abandoned: 60, offered: 1060).Value);
        Assert.Equal(50.0 / 1050, new ContactAbandonment(abandoned: 60, offered: 1060, shortAbandons: 10, shortUpTo: FiveSeconds).Value);
    }

    [Fact]
    public void New_ShortAbandons_StayVisible()
    {
        ContactAbandonment rate = new(60, 1060, 10, FiveSeconds);

        Assert.Equal((60, 1060, 10), (rate.Abandoned, rate.Offered, rate.ShortAbandons));
        Assert.Equal("Contact abandonment (short abandons up to 5 s) 4.8% (1,050 contacts; 10 short abandons)", rate.ToString());
    }

    [Fact]
    public void FromContacts_Log_CountsWaitsUpToTheThresholdAsShort()
    {
        QueuedContact[] log =
        [
            QueuedContact.Answered(Duration.FromSeconds(50)),
            QueuedContact.Abandoned(FiveSeconds),
            QueuedContact.Abandoned(FiveSeconds + Duration.Epsilon),
            QueuedContact.FlowedOut(Duration.Zero),
        ];

        Assert.Equal(new ContactAbandonment(2, 3, 1, FiveSeconds), ContactAbandonment.FromContacts(log, FiveSeconds));
        Assert.Equal(new ContactAbandonment(2, 3), ContactAbandonment.FromContacts(log.AsEnumerable()));
    }

    [Fact]
    public void New_OnlyShortAbandons_IsUndefined() => Assert.Null(new ContactAbandonment(3, 3, 3, FiveSeconds).Value);

    [Fact]
    public void New_MoreAbandonedThanOffered_Throws() => Assert.Throws<ArgumentOutOfRangeException>("abandoned", () => new ContactAbandonment(3, 2));

    [Fact]
    public void New_MoreShortThanAbandoned_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("shortAbandons", () => new ContactAbandonment(3, 9, 4, FiveSeconds));

    [Fact]
    public void New_ShortAbandonsWithoutThreshold_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("shortAbandons", () => new ContactAbandonment(3, 9, 1));

    [Fact]
    public void New_NegativeThreshold_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>("shortUpTo", () => new ContactAbandonment(3, 9, 0, -FiveSeconds));

    [Fact]
    public void FromContacts_NullLog_Throws() =>
        Assert.Throws<ArgumentNullException>("contacts", () => ContactAbandonment.FromContacts((IEnumerable<QueuedContact>)null!));

    [Fact]
    public void Combine_OtherThreshold_Throws()
    {
        ContactAbandonment all = new(3, 9), withoutShort = new(3, 9, 1, FiveSeconds);

        Assert.Contains(
            "threshold for short abandons",
            Assert.Throws<ArgumentException>("other", () => all.Combine(withoutShort)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("baseline", () => { all.ChangeFrom(withoutShort); });
    }
}

public class ContactAbandonmentLaws : KpiLaws<ContactAbandonment>
{
    protected override Gen<ContactAbandonment> Any => QueueTallyLaws.Contacts.Select(log => ContactAbandonment.FromContacts(log, Duration.FromSeconds(5)));

    [Property]
    public Property AbandonmentAndTheAnsweredShareOfTheSameBaseAddUpToOne() =>
        Law.ForAll(QueueTallyLaws.Contacts.Select(log => QueueTally.FromContacts(log, new QueueThresholds(Duration.Zero))), x =>
            ContactAbandonment.FromTally(x).Evidence.Complement() == new AnswerRate(x.Answered, x.Offered).Evidence);
}
