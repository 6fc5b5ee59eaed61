namespace CxKpi.Tests.Value;

public class LifetimeValueToCostTests
{
    [Fact]
    public void Ratio_WorkedExamples_AreMet()
    {
        Assert.Equal(10m, LifetimeValueToCost.Ratio(500m, 50m));
        Assert.Equal(2.8m, LifetimeValueToCost.Ratio(280m, 100m));
        Assert.Equal(-0.5m, LifetimeValueToCost.Ratio(-50m, 100m));
    }

    [Fact]
    public void Ratio_NoCost_IsUndefined() => Assert.Null(LifetimeValueToCost.Ratio(500m, 0m));

    [Fact]
    public void Ratio_NegativeCost_Throws() => Assert.Throws<ArgumentOutOfRangeException>("acquisitionCost", () => LifetimeValueToCost.Ratio(500m, -1m));
}
