namespace CxKpi.Tests.Evidence;

public class MultiplicityTests
{
    [Fact]
    public void BenjaminiHochberg_AgreesWithR()
    {
        // p.adjust(c(.01, .04, .03, .005, .8), "BH"), R 4.2.2.
        double[] expected = [0.025, 0.05, 0.05, 0.025, 0.8];

        Assert.Equal(expected, Multiplicity.BenjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.8]).Select(x => Math.Round(x, 15)));
        Assert.Empty(Multiplicity.BenjaminiHochberg([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Multiplicity.BenjaminiHochberg([0.5, double.NaN]));
    }
}
