using NodaTime;

namespace CxKpi.Tests.Evidence;

/// <summary>Shares of times and amounts, of which a part is no larger than its whole.</summary>
public class BoundedRatioTests
{
    [Fact]
    public void Row_OfAPart_HoldsBoth()
    {
        Assert.Equal(RatioTally.FromTotals(90, 120), BoundedRatio.Row(Duration.FromSeconds(90), Duration.FromMinutes(2)));
        Assert.Equal(RatioTally.FromTotals(3, 3), BoundedRatio.Row(3, 3));
        Assert.Equal(default, BoundedRatio.Row(0, 0));
        decimal busy = 4, staffed = 3;
        Assert.Contains(
            "busy must not be larger than staffed (3)",
            Assert.Throws<ArgumentOutOfRangeException>("busy", () => BoundedRatio.Row(busy, staffed)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_APartAboveItsWhole_IsRefused()
    {
        RatioTally evidence = RatioTally.FromTotals(3, 3), above = RatioTally.FromTotals(4, 3);

        Assert.Equal(evidence, BoundedRatio.Checked(evidence));
        Assert.Throws<ArgumentOutOfRangeException>("above", () => BoundedRatio.Checked(above));
    }

    // Wholes of 1, 2 and 3: the square of their sum over the sum of their squares.
    [Fact]
    public void Estimate_IsOfNoLargerSizeThanTheRowsTell()
    {
        RatioTally alike = RatioTally.FromRows([(0.5m, 1), (1, 2), (1.5m, 3)]), unlike = RatioTally.FromRows([(0, 1), (2, 2), (0, 3)]);

        Assert.Equal(36 / 14.0, BoundedRatio.KishSize(alike), 12);
        Assert.Equal(36 / 14.0, BoundedRatio.Estimate(alike, 0.95)!.Value.EffectiveN!.Value, 12);
        Assert.InRange(BoundedRatio.Estimate(unlike, 0.95)!.Value.EffectiveN!.Value, 0.5, 2.5);
        Assert.Equal(1 / 3.0 - 0.5, BoundedRatio.Change(unlike, alike, 0.95)!.Value.Difference, 12);
        Assert.Null(BoundedRatio.Change(unlike, default, 0.95));
    }
}
