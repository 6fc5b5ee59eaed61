using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Commerce;

public class FunnelConversionTests
{
    private static readonly FunnelSteps CartToPurchase = new("cart", "purchase");

    [Fact]
    public void New_WorkedExample_GivesThirtyPercent() =>
        Assert.Equal("Funnel (view to cart) 30.0% (1,000 entries)", new FunnelConversion(passed: 300, entered: 1_000, new("view", "cart")).ToString());

    [Fact]
    public void New_MorePassedThanEntered_Throws() => Assert.Throws<ArgumentOutOfRangeException>("passed", () => new FunnelConversion(3, 2));

    [Fact]
    public void Combine_OtherSteps_Throws() =>
        Assert.Contains(
            "cart to purchase and view to cart",
            Assert.Throws<ArgumentException>(() => new FunnelConversion(1, 2, CartToPurchase).Combine(new(1, 2, new("view", "cart")))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Steps_HalfStated_Throws()
    {
        Assert.Throws<ArgumentNullException>("to", () => new FunnelSteps("cart", null));
        Assert.Throws<ArgumentNullException>("from", () => new FunnelSteps(null, "cart"));
        Assert.Throws<ArgumentException>("from", () => new FunnelSteps(" ", "cart"));
        Assert.Throws<ArgumentException>("to", () => new FunnelSteps("cart", "cart"));
    }
}

public class FunnelConversionLaws : KpiLaws<FunnelConversion>
{
    protected override Gen<FunnelConversion> Any => Some.PartOfWhole.Select(x => new FunnelConversion(x.Part, x.Whole, new("cart", "purchase")));
}
