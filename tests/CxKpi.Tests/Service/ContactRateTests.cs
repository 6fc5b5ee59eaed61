using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Service;

public class ContactRateTests
{
    [Fact]
    public void New_WorkedExample_GivesFortyFivePerThousand()
    {
        ContactRate rate = new(contacts: 450, customers: 10_000);

        Assert.Equal(0.045, rate.Value);
        Assert.Equal(45, rate.PerThousand!.Value, 12);
        Assert.Equal("Contact rate 45.00 per thousand (450 contacts)", rate.ToString());
    }

    [Fact]
    public void New_MoreContactsThanCustomers_IsAllowed() => Assert.Equal(1.5, new ContactRate(15, 10).Value);

    [Fact]
    public void New_ContactsWithoutCustomers_Throws() => Assert.Throws<ArgumentOutOfRangeException>("customers", () => new ContactRate(1, 0));

    [Fact]
    public void New_NegativeContacts_Throws() => Assert.Throws<ArgumentOutOfRangeException>("contacts", () => new ContactRate(-1, 10));

    [Fact]
    public void PerThousand_NoCustomers_IsUndefined() => Assert.Null(new ContactRate(0, 0).PerThousand);
}

public class ContactRateLaws : KpiLaws<ContactRate>
{
    protected override Gen<ContactRate> Any => Some.Rate.Select(x => new ContactRate(x.Events, x.Exposure));
}
