using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class RootFindingTests
{
    // Shapes that slow other methods down: flat, steep, near an end, curved both ways, a step, infinite at an end.
    [Theory]
    [InlineData("flat", 0.25)]
    [InlineData("steep", 0.3)]
    [InlineData("cubic", 0.1)]
    [InlineData("step", 0.7)]
    [InlineData("logit", 1e-6)]
    [InlineData("exponential", 0.9)]
    [InlineData("zero", 0.0)]
    public void Solve_AwkwardShape_IsExactInBoundedSteps(string shape, double root)
    {
        int[] calls = [0];
        Func<double, double> function = shape switch
        {
            "flat" => x => Math.Pow(x - root, 9),
            "steep" => x => Math.Atan(1e6 * (x - root)),
            "cubic" => x => x * x * x - root * root * root,
            "step" => x => x < root ? -1 : 1,
            "logit" => x => Math.Log(x / (1 - x)) - Math.Log(root / (1 - root)),
            "exponential" => x => Math.Exp(50 * x) - Math.Exp(50 * root),
            _ => x => Math.Sin(x),
        };
        bool unit = shape is "logit" or "flat";

        double found = RootFinding.Solve(new Counted(function, calls), unit ? 0 : -1, 1);

        Assert.Equal(root, found, Math.Max(2e-15 * root, 1e-17));
        Assert.InRange(calls[0], 3, 150);
    }

    [Fact]
    public void Solve_SmoothFunction_NeedsFewSteps()
    {
        int[] calls = [0];
        Assert.Equal(Math.Sqrt(2), RootFinding.Solve(new Counted(x => x * x - 2, calls), 0, 2), 1e-15);
        Assert.InRange(calls[0], 3, 12);
    }

    [Fact]
    public void Solve_RootAtAnEnd_IsThatEnd()
    {
        Assert.Equal(3, RootFinding.Solve(new Counted(x => x - 3, new int[1]), 3, 5));
        Assert.Equal(3, RootFinding.Solve(new Counted(x => x - 3, new int[1]), 1, 3));
    }

    [Fact]
    public void Solve_NoChangeOfSign_Throws() =>
        Assert.Throws<ArgumentException>(() => RootFinding.Solve(new Counted(x => x * x + 1, new int[1]), -1, 1));

    [Fact]
    public void TrySolve_NoChangeOfSignOrNaN_IsFalse()
    {
        Assert.False(RootFinding.TrySolve(new Counted(x => x * x + 1, new int[1]), -1, 1, out _));
        Assert.False(RootFinding.TrySolve(new Counted(_ => double.NaN, new int[1]), -1, 1, out _));
        Assert.False(RootFinding.TrySolve(new Counted(x => Math.Abs(x) < 0.9 ? double.NaN : x, new int[1]), -1, 1, out _));
    }

    [Fact]
    public void EveryFunction_Called_AllocatesNothing()
    {
        _ = CallAll();
        long before = GC.GetAllocatedBytesForCurrentThread();
        double sum = CallAll();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(double.IsFinite(sum));
        Assert.Equal(0, allocated);
    }

    private static double CallAll() =>
        NormalDistribution.Quantile(0.3) + NormalDistribution.TwoSidedPValue(2)
        + StudentTDistribution.Quantile(0.3, 4.5) + StudentTDistribution.TwoSidedPValue(2, 7)
        + BetaDistribution.Quantile(0.3, 4, 5) + ChiSquaredDistribution.Quantile(0.3, 9) + ChiSquaredDistribution.UpperTail(4, 2)
        + BinomialDistribution.Quantile(0.3, 1000, 0.2) + BinomialTest.TwoSidedPValue(3, 40, 0.2) + FisherExactTest.TwoSidedPValue(3, 9, 12, 4)
        + RootFinding.Solve(default(CubeLessTwo), 0, 2);

    private readonly struct CubeLessTwo : IScalarFunction
    {
        public double At(double x) => x * x * x - 2;
    }

    private readonly struct Counted(Func<double, double> function, int[] calls) : IScalarFunction
    {
        public double At(double x)
        {
            calls[0]++;
            return function(x);
        }
    }
}

public class RootFindingLaws
{
    [Property]
    public Property EveryLineIsSolvedWhereItCrosses() =>
        Law.ForAll(
            from root in Generators.Real(-1, 1) from slope in Generators.Magnitude(1e-6, 1e6) select (root, slope),
            x => Math.Abs(RootFinding.Solve(new Line(x.root, x.slope), -1, 1) - x.root) <= 1e-15);

    private readonly struct Line(double root, double slope) : IScalarFunction
    {
        public double At(double x) => slope * (x - root);
    }
}
