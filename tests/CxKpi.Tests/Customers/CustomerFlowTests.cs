using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class CustomerFlowTests
{
    private static readonly (string Customer, DateOnly Started, DateOnly? Ended)[] Subscriptions =
    [
        ("stays", new(2025, 6, 1), null),
        ("leaves", new(2025, 6, 1), new(2026, 1, 20)),
        ("left before", new(2025, 6, 1), new(2026, 1, 1)),
        ("new", new(2026, 1, 1), null),
        ("new next month", new(2026, 2, 1), null),
        ("back", new(2025, 1, 1), new(2025, 5, 1)),
        ("back", new(2026, 1, 10), null),
        ("changes", new(2025, 6, 1), new(2026, 1, 15)),
        ("changes", new(2026, 1, 15), null),
        ("short", new(2026, 1, 5), new(2026, 1, 9)),
    ];

    [Fact]
    public void FromSubscriptions_WorkedExample_CountsEachCustomerOnce()
    {
        CustomerFlow january = CustomerFlow.FromSubscriptions(
            Subscriptions, s => s.Customer, s => s.Started, s => s.Ended, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1));

        Assert.Equal(new CustomerFlow(atStart: 3, retained: 2, acquired: 1, reactivated: 1), january);
        Assert.Equal(
            january,
            CustomerFlow.FromSubscriptions(
                Subscriptions,
                s => s.Customer,
                s => s.Started.ToDateTime(default),
                s => s.Ended?.ToDateTime(default),
                new DateTime(2026, 1, 1),
                new DateTime(2026, 2, 1)));
    }

    [Fact]
    public void FromSubscriptions_EveryCustomerOfAPeriodsEnd_IsThereAtTheNextStart()
    {
        CustomerFlow[] months = [.. Enumerable.Range(1, 11).Select(month => CustomerFlow.FromSubscriptions(
            Subscriptions, s => s.Customer, s => s.Started, s => s.Ended, new DateOnly(2025, month, 1), new DateOnly(2025, month + 1, 1)))];

        Assert.Equal(months.Skip(1).Select(month => month.AtStart), months.SkipLast(1).Select(month => month.AtEnd));
    }

    [Fact]
    public void FromSubscriptions_ThatCannotBe_ThrowsWithPosition()
    {
        DateOnly start = new(2026, 1, 1), end = new(2026, 2, 1);
        (string Customer, DateOnly Started, DateOnly? Ended)[] turned = [Subscriptions[0], ("turned", end, start)], keyless = [(null!, start, null)];

        Assert.Contains(
            "subscriptions must not end before they start (02/01/2026) (at position 1); got 01/01/2026",
            Assert.Throws<ArgumentOutOfRangeException>(
                "subscriptions", () => CustomerFlow.FromSubscriptions(turned, s => s.Customer, s => s.Started, s => s.Ended, start, end)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(
            "subscriptions", () => CustomerFlow.FromSubscriptions(keyless, s => s.Customer, s => s.Started, s => s.Ended, start, end));
        Assert.Throws<ArgumentOutOfRangeException>(
            "end", () => CustomerFlow.FromSubscriptions(Subscriptions, s => s.Customer, s => s.Started, s => s.Ended, start, start));
        Assert.Throws<ArgumentNullException>(
            "ended", () => CustomerFlow.FromSubscriptions(Subscriptions, s => s.Customer, s => s.Started, null!, start, end));
    }

    [Fact]
    public void Between_EachKindOfCustomer_IsToldApart()
    {
        CustomerFlow flow = CustomerFlow.Between(["stays", "leaves"], ["stays", "new", "back"], earlier: ["stays", "back", "gone long ago"]);

        Assert.Equal(new CustomerFlow(atStart: 2, retained: 1, acquired: 1, reactivated: 1), flow);
        Assert.Equal(1, flow.Lost);
        Assert.Equal(3, flow.AtEnd);
        Assert.Equal("2 - 1 lost + 1 new + 1 back = 3", flow.ToString());
    }

    [Fact]
    public void Between_KeysListedTwice_CountOnce() =>
        Assert.Equal(new CustomerFlow(2, 1, 1, 0), CustomerFlow.Between([1, 1, 2], [1, 1, 3, 3], []));

    [Fact]
    public void Between_MissingKey_Throws()
    {
        Assert.Throws<ArgumentException>("atStart", () => CustomerFlow.Between(["a", null!], ["a"], []));
        Assert.Throws<ArgumentException>("atEnd", () => CustomerFlow.Between(["a"], [null!], []));
        Assert.Throws<ArgumentNullException>("earlier", () => CustomerFlow.Between(["a"], ["a"], null!));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentException>("atEnd", () => CustomerFlow.Between(["a"], ["a", null!], [])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Combine_AddsEachKindOfCustomer()
    {
        CustomerFlow january = new(atStart: 10, retained: 7, acquired: 3, reactivated: 1);
        CustomerFlow february = new(atStart: 20, retained: 15, acquired: 4, reactivated: 6);
        CustomerFlow both = january.Combine(february);

        Assert.Equal(new CustomerFlow(atStart: 30, retained: 22, acquired: 7, reactivated: 7), both);
        Assert.Equal((30, 22, 8, 7, 7, 36), (both.AtStart, both.Retained, both.Lost, both.Acquired, both.Reactivated, both.AtEnd));
    }

    [Fact]
    public void New_Negative_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("acquired", () => new CustomerFlow(1, 1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("reactivated", () => new CustomerFlow(1, 1, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("retained", () => new CustomerFlow(1, -1, 0, 0));
    }

    [Fact]
    public void New_MoreRetainedThanThere_Throws() => Assert.Throws<ArgumentOutOfRangeException>("retained", () => new CustomerFlow(1, 2, 0, 0));

    [Fact]
    public void New_BeyondLong_Throws() => Assert.Throws<OverflowException>(() => new CustomerFlow(1, 1, long.MaxValue, 0));
}

public class CustomerFlowLaws
{
    [Property]
    public Property RatesOfAFlowComplementEachOther() =>
        Law.ForAll(Some.PartOfWhole, x =>
        {
            CustomerFlow flow = new(x.Whole, x.Part, 3, 4);
            return flow.ToChurn(CalendarUnit.Month) == flow.ToRetention(CalendarUnit.Month).ToChurn()
                && flow.Combine(default) == flow
                && flow.Combine(flow).Lost == 2 * flow.Lost
                && JsonSerializer.Deserialize<CustomerFlow>(JsonSerializer.Serialize(flow)) == flow;
        });
}
