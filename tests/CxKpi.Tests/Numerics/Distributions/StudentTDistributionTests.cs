namespace CxKpi.Tests.Numerics;

public class StudentTDistributionTests
{
    [Fact]
    public void Quantile_ReferenceTable_Agrees() =>
        Reference.Agrees("t", row => StudentTDistribution.Quantile(row[0], row[1]), 1e-13);

    [Fact]
    public void TwoSidedPValue_ReferenceTable_Agrees() =>
        Reference.Agrees("t-p", row => StudentTDistribution.TwoSidedPValue(row[0], row[1]), 1e-13);

    // Cauchy: t = -cot(πp). Other implementations fail to converge here.
    [Fact]
    public void Quantile_OneDegreeFarOut_IsCauchy() =>
        Assert.True(Reference.Close(StudentTDistribution.Quantile(1e-5, 1), -1 / Math.Tan(Math.PI * 1e-5), 1e-14));

    [Theory]
    [InlineData(0.0, double.NegativeInfinity)]
    [InlineData(0.5, 0.0)]
    [InlineData(1.0, double.PositiveInfinity)]
    public void Quantile_EndsAndMiddle_AreExact(double p, double expected)
    {
        Assert.Equal(expected, StudentTDistribution.Quantile(p, 1));
        Assert.Equal(expected, StudentTDistribution.Quantile(p, 7.5));
        Assert.Equal(expected, StudentTDistribution.Quantile(p, double.PositiveInfinity));
    }

    // mpmath, 60 digits; where t² or the beta variable leaves the range of a double.
    [Theory]
    [InlineData(0.975, 0.01, 6.3641819284000115e128)]
    [InlineData(0.6, 0.01, 246458794.80554222)]
    [InlineData(0.501, 0.01, 0.020276066878797705)]
    [InlineData(1e-300, 3.0, -1.0331108360446529e100)]
    public void Quantile_FewDegreesFarOut_StaysAccurate(double p, double df, double expected) =>
        Assert.True(Reference.Close(StudentTDistribution.Quantile(p, df), expected, 2e-13));

    [Fact]
    public void Quantile_BeyondTheLargestDouble_IsInfinite() => Assert.Equal(double.NegativeInfinity, StudentTDistribution.Quantile(1e-12, 0.01));

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e15)]
    [InlineData(1e19)]
    [InlineData(1e20)]
    [InlineData(1e300)]
    [InlineData(double.PositiveInfinity)]
    public void Quantile_ManyDegrees_TendsToNormal(double df)
    {
        double z = NormalDistribution.Quantile(0.975);
        Assert.Equal(z + (z * z * z + z) / (4 * df), StudentTDistribution.Quantile(0.975, df), 2e-15);
        Assert.Equal(StudentTDistribution.Quantile(0.975, df), StudentTDistribution.CriticalValue(0.95, df), 2e-15);
        Assert.Equal(0.05, StudentTDistribution.TwoSidedPValue(z, df), 1e-12);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(1e-200, 1.0)]
    [InlineData(double.PositiveInfinity, 0.0)]
    [InlineData(double.NegativeInfinity, 0.0)]
    public void TwoSidedPValue_Extremes_AreExact(double t, double expected) => Assert.Equal(expected, StudentTDistribution.TwoSidedPValue(t, 3));

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void Quantile_NoDegrees_Throws(double df) => Assert.Throws<ArgumentOutOfRangeException>(() => StudentTDistribution.Quantile(0.9, df));
}
