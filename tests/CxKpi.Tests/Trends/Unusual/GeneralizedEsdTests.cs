using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

public class GeneralizedEsdTests
{
    // Rosner, 1983, table of 54 figures as in the NIST/SEMATECH e-Handbook, section 1.3.5.17.3: R and critical values of the first steps, three outliers.
    private static readonly double[] Rosner =
    [
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55,
        1.56, 1.58, 1.65, 1.69, 1.70, 1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09,
        2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40, 2.47, 2.54, 2.62, 2.64,
        2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
    ];

    [Fact]
    public void FromValues_RosnersFigures_FindsThree()
    {
        GeneralizedEsd test = GeneralizedEsd.FromValues(Rosner, 10);

        Assert.Equal(3, test.OutlierCount);
        Assert.Equal([3.12, 2.94, 3.18, 2.81], test.Steps.Take(4).Select(step => Math.Round(step.Statistic, 2)));
        Assert.Equal([3.16, 3.15, 3.14, 3.14], test.Steps.Take(4).Select(step => Math.Round(step.Critical, 2)));
        Assert.Equal("3 outliers: #53, #52, #51", test.ToString());
    }

    [Fact]
    public void FromValues_AllEqual_FindsNone() => Assert.Equal(0, GeneralizedEsd.FromValues([0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 2).OutlierCount);

    [Fact]
    public void FromValues_BelowThreeFigures_HasNoSteps() => Assert.Empty(GeneralizedEsd.FromValues([1, double.NaN, 2], 2).Steps);

    [Fact]
    public void FromValues_NoneLookedFor_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => GeneralizedEsd.FromValues([1, 2, 3], 0));
}
