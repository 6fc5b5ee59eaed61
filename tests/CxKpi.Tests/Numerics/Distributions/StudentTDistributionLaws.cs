using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class StudentTDistributionLaws
{
    private static readonly Gen<double> Degrees = Generators.Magnitude(0.1, 1e9);

    [Property]
    public Property QuantileAndPValueAreInverse() =>
        Law.ForAll(
            from confidence in Generators.Level from df in Degrees select (confidence, df),
            x => Reference.Close(StudentTDistribution.TwoSidedPValue(StudentTDistribution.CriticalValue(x.confidence, x.df), x.df), 1 - x.confidence, 1e-12));

    [Property]
    public Property QuantilesAreMirrored() =>
        Law.ForAll(
            from q in Generators.Magnitude(1e-3, 0.49) from df in Degrees select (q, df),
            x => Reference.Close(StudentTDistribution.Quantile(x.q, x.df), -StudentTDistribution.Quantile(1 - x.q, x.df), 1e-10));

    [Property]
    public Property QuantilesRiseWithTheLevel() =>
        Law.ForAll(
            from p in Generators.Real(0.001, 0.99) from df in Degrees select (p, df),
            x => StudentTDistribution.Quantile(x.p, x.df) < StudentTDistribution.Quantile(x.p + 1e-6, x.df));

    [Property]
    public Property CriticalValuesFallTowardsTheNormalOneAsDegreesGrow() =>
        Law.ForAll(
            from confidence in Generators.Real(0.5, 0.999) from df in Generators.Magnitude(0.1, 1e5) select (confidence, df),
            x => StudentTDistribution.CriticalValue(x.confidence, x.df) > StudentTDistribution.CriticalValue(x.confidence, x.df * 1.01)
                && StudentTDistribution.CriticalValue(x.confidence, x.df * 1.01) > NormalDistribution.CriticalValue(x.confidence));
}
