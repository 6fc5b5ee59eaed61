using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class OrderVolumeTests
{
    [Fact]
    public void New_Count_HasGarwoodsInterval()
    {
        OrderVolume volume = new(380);

        Assert.Equal("Orders 380 (380 orders)", volume.ToString());
        Assert.Equal(new RateTally(380, 1).Estimate()!.Value.Upper, volume.Estimate()!.Value.Upper);
    }

    [Fact]
    public void New_CountedZero_IsNotTheSameAsNoData()
    {
        Assert.Equal(0, new OrderVolume(0).Value);
        Assert.Null(default(OrderVolume).Value);
        Assert.Null(default(OrderVolume).Estimate());
    }

    [Fact]
    public void ChangeFrom_UnequalEntries_SaysNothingOfTheTime()
    {
        OrderVolume total = new(380), rows = Enumerable.Repeat(new OrderVolume(1), 350).Aggregate((one, other) => one.Combine(other));
        OrderVolume month = new(100), quarter = month.Combine(month).Combine(month);

        Assert.Null(total.ChangeFrom(rows));
        Assert.Null(rows.ChangeFrom(total));
        Assert.Null(quarter.ChangeFrom(month));
        Assert.Null(quarter.ChangeFrom(default));
        Assert.Equal(0, quarter.ChangeFrom(quarter)!.Value.Difference);
        Assert.Equal(30, total.ChangeFrom(new(350))!.Value.Difference);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => total.ChangeFrom(rows, 1));
    }

    [Fact]
    public void ChangeFrom_MoreOrders_IsBetter() =>
        Assert.Equal(ChangeVerdict.Better, new OrderVolume(1000).ChangeFrom(new OrderVolume(800))!.Value.Verdict);

    [Fact]
    public void New_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("orders", () => new OrderVolume(-1));
        Assert.Throws<ArgumentOutOfRangeException>("entries", () => new OrderVolume(5, 0));
    }
}

public class OrderVolumeLaws : KpiLaws<OrderVolume>
{
    protected override Gen<OrderVolume> Any => Some.Count.Select(orders => new OrderVolume(orders));

    [Property]
    public Property ItEqualsTheVolumeOfAsManyContacts() =>
        Law.ForAll(Any.Two(), x => Same(x.Item1.ChangeFrom(x.Item2), Contacts(x.Item1).ChangeFrom(Contacts(x.Item2))));

    private static bool Same(Change? mine, Change? theirs) =>
        (mine?.Difference, mine?.Lower, mine?.PValue) == (theirs?.Difference, theirs?.Lower, theirs?.PValue);

    private static ContactVolume Contacts(OrderVolume volume) => new(0, volume.Orders, volume.Entries);
}
