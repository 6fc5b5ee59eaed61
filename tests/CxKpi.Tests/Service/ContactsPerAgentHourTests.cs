using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Service;

public class ContactsPerAgentHourTests
{
    [Fact]
    public void New_WorkedExample_GivesSixPerHour()
    {
        ContactsPerAgentHour day = new(handled: 96, time: Duration.FromHours(16));

        Assert.Equal(6, day.Value);
        Assert.Equal("Contacts/hour 6.00 (1 row)", day.ToString());
        Assert.Equal(day, new ContactsPerAgentHour(96, TimeSpan.FromHours(16)));
    }

    [Fact]
    public void Value_OfSeveralTeams_IsThatOfAllHours() => Assert.Equal(
        150 / 25.0,
        new ContactsPerAgentHour(100, Duration.FromHours(10)).Combine(new(50, Duration.FromHours(15))).Value!.Value,
        12);

    [Fact]
    public void Estimate_SeveralRows_ScalesValueAndLimitsAlike()
    {
        RatioTally hours = RatioTally.FromRows([(50, 8), (44, 8), (61, 9)]);
        ContactsPerAgentHour days = new(RatioTally.FromRows([(50, 28_800), (44, 28_800), (61, 32_400)]));

        Assert.Equal(hours.Value!.Value, days.Value!.Value, 12);
        Assert.Equal(hours.Estimate()!.Value.StandardError!.Value, days.Estimate()!.Value.StandardError!.Value, 9);
        Assert.InRange(days.Value!.Value, days.Estimate()!.Value.Lower!.Value, days.Estimate()!.Value.Upper!.Value);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("handled", () => new ContactsPerAgentHour(-1, Duration.FromHours(1)));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => new ContactsPerAgentHour(1, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => new ContactsPerAgentHour(0, Duration.FromHours(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new ContactsPerAgentHour(RatioTally.Row(1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>("evidence", () => new ContactsPerAgentHour(RatioTally.Row(-1, 1)));
    }
}

public class ContactsPerAgentHourLaws : KpiLaws<ContactsPerAgentHour>
{
    protected override Gen<ContactsPerAgentHour> Any =>
        from handled in Gen.Choose(0, 200)
        from minutes in Gen.Choose(1, 3_000)
        select new ContactsPerAgentHour(handled, Duration.FromMinutes(minutes));

    [Property]
    public Property ItIsOccupancyOverHandleTime() => Law.ForAll(
        from handled in Gen.Choose(1, 100)
        from handle in Gen.Choose(1, 600)
        from available in Gen.Choose(0, 600)
        select (handled, handle, available),
        x =>
        {
            Duration handle = Duration.FromMinutes(x.handle), available = Duration.FromMinutes(x.available);
            double hours = new AverageHandleTime(x.handled, handle, Duration.Zero, Duration.Zero).Value!.Value / 3600;
            double expected = new Occupancy(handle, available).Value!.Value / hours;
            return Math.Abs(new ContactsPerAgentHour(x.handled, handle + available).Value!.Value - expected) < 1e-9 * expected;
        });
}
