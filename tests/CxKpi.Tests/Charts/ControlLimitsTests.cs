namespace CxKpi.Tests;

public class ControlLimitsTests
{
    // Worked by hand: 10 % of 100 and 20 % of 300 are 70 of 400; 3 sqrt(0.175 * 0.825 / n).
    [Fact]
    public void OfShares_TwoPeriods_HaveLimitsByTheirOwnN()
    {
        ControlLimits limits = ControlLimits.OfShares([0.1, double.NaN, 0.2], [100, 0, 300]);

        Assert.Equal(0.175, limits.Centre!.Value, 12);
        Assert.Equal(0.175 - 3 * Math.Sqrt(0.175 * 0.825 / 100), limits.Lower[0]!.Value, 12);
        Assert.Equal(0.175 + 3 * Math.Sqrt(0.175 * 0.825 / 300), limits.Upper[2]!.Value, 12);
        Assert.Null(limits.Upper[1]);
    }

    // Moving ranges 2, 1 and 3: mean 2, times 2.66.
    [Fact]
    public void OfIndividuals_FourFigures_HaveLimitsByTheMovingRange()
    {
        ControlLimits limits = ControlLimits.OfIndividuals([10, 12, 11, 14]);

        Assert.Equal(11.75, limits.Centre);
        Assert.Equal(11.75 + 2.6586807763582737 * 2, limits.Upper[0]!.Value, 10);
        Assert.Equal(11.75 - 2.6586807763582737 * 2, limits.Lower[3]!.Value, 10);
    }

    [Fact]
    public void OfIndividuals_GapsBetweenAll_HaveNoLimits()
    {
        ControlLimits limits = ControlLimits.OfIndividuals([1, double.NaN, 3]);

        Assert.Equal(2, limits.Centre);
        Assert.All(limits.Upper, Assert.Null);
        Assert.False(limits.IsOutside(0, 1));
    }

    [Fact]
    public void OfIndividuals_Constant_HasNothingOutside()
    {
        double[] values = [.. Enumerable.Repeat(0.1, 30)];
        ControlLimits limits = ControlLimits.OfIndividuals(values);

        Assert.DoesNotContain(Enumerable.Range(0, 30), i => limits.IsOutside(i, values[i]));
    }
}
