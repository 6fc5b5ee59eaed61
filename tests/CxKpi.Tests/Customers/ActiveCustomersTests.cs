using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Customers;

public class ActiveCustomersTests
{
    private static readonly LocalDate Day = new(2026, 1, 31);

    [Fact]
    public void New_ACount_SaysItsDay()
    {
        ActiveCustomers customers = new(1203, Day);

        Assert.Equal(1203, customers.Value);
        Assert.Equal("Active customers (as of 31 January 2026) 1,203 (1,203 customers)", customers.ToString());
        Assert.Equal((1203, 1203, EstimateFlags.Census), (
            customers.Estimate()!.Value.Lower!.Value, customers.Estimate()!.Value.Upper!.Value, customers.Estimate()!.Value.Flags));
    }

    [Fact]
    public void New_Nobody_IsZeroAndNotNoData()
    {
        Assert.Equal(0, new ActiveCustomers(0, Day).Value);
        Assert.Null(default(ActiveCustomers).Value);
        Assert.Null(new ActiveCustomers(3, Day).ChangeFrom(default));
    }

    [Fact]
    public void ChangeFrom_AnEarlierDay_IsExactAndWithoutVerdict()
    {
        Change change = new ActiveCustomers(110, Day).ChangeFrom(new(100, Day.PlusMonths(-1)))!.Value;

        Assert.Equal((10, 0.1), (change.Difference, change.Relative));
        Assert.Equal((ChangeVerdict.Unknown, EstimateFlags.Census), (change.Verdict, change.Flags));
    }

    [Fact]
    public void Combine_AnotherDay_Throws()
    {
        Assert.Equal(new ActiveCustomers(5, Day), new ActiveCustomers(2, Day).Combine(new(3, Day)));
        Assert.Contains(
            "day",
            Assert.Throws<ArgumentException>("other", () => new ActiveCustomers(2, Day).Combine(new(3, Day.PlusDays(1)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new ActiveCustomers(-1, Day));
        Assert.Throws<ArgumentException>("asOf", () => new ActiveCustomers(1, null));
        Assert.Throws<ArgumentException>("asOf", () => new ActiveCustomers(1, Day.WithCalendar(CalendarSystem.Julian)));
    }
}

public class ActiveCustomersLaws : KpiLaws<ActiveCustomers>
{
    protected override Gen<ActiveCustomers> Any => Some.Count.Select(count => new ActiveCustomers(count, new LocalDate(2026, 1, 31)));
}
