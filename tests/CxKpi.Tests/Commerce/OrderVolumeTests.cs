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
    public void ChangeFrom_UnequalEntries_IsPerEntry()
    {
        OrderVolume month = new(100), quarter = month.Combine(month).Combine(month);

        Assert.Equal(0, quarter.ChangeFrom(month)!.Value.Difference, 9);
        Assert.True(month.ChangeFrom(quarter)!.Value.Flags.HasFlag(EstimateFlags.UnequalPeriods));
        Assert.Null(new OrderVolume(3, 3).ChangeFrom(new OrderVolume(2, 2)));
        Assert.Null(quarter.ChangeFrom(default));
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
