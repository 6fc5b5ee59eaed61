using System.Text.Json;

namespace CxKpi.Tests.Evidence;

public class RateTallyTests
{
    [Fact]
    public void Members_WorkedExample_Agree()
    {
        RateTally tally = new(7, 1200);

        Assert.Equal(7 / 1200.0, tally.Value);
        Assert.Equal("7 in 1200", tally.ToString());
        Assert.Equal(new RateTally(10, 1500.5m), tally.Combine(new RateTally(3, 300.5m)));
    }

    [Fact]
    public void Default_IsNoData()
    {
        Assert.Null(default(RateTally).Value);
        Assert.Null(default(RateTally).Estimate());
        Assert.Null(default(RateTally).ChangeFrom(new RateTally(1, 1)));
    }

    [Fact]
    public void Constructor_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("events", () => new RateTally(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => new RateTally(1, -10));
        Assert.Throws<ArgumentOutOfRangeException>("exposure", () => new RateTally(1, 0));
    }

    [Fact]
    public void Combine_BeyondLong_ThrowsAndChangesNothing()
    {
        RateTally many = new(long.MaxValue, 1);

        Assert.Throws<OverflowException>(() => many.Combine(new RateTally(1, 1)));
        Assert.Equal(new RateTally(long.MaxValue, 1), many);
    }
}

public class RateTallyLaws
{
    [Property]
    public bool CombineIsCommutativeAndAssociativeAndDefaultIsItsIdentity(RateTally a, RateTally b, RateTally c) =>
        a.Combine(b) == b.Combine(a) && a.Combine(b).Combine(c) == a.Combine(b.Combine(c)) && a.Combine(default) == a;

    [Property]
    public bool JsonBringsTheTallyBack(RateTally x) => JsonSerializer.Deserialize<RateTally>(JsonSerializer.Serialize(x)) == x;
}
