using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

public class CustomerFlowTests
{
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
