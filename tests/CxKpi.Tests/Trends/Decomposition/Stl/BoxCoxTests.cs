using CxKpi.Trends;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Trends;

public class BoxCoxTests
{
    // R, forecast 8.20: BoxCox(c(0.25, 1, 7, 1234.5), lambda)
    [Theory]
    [InlineData(-0.5, -2, 0, 1.24407105398155, 1.94307743672495)]
    [InlineData(0, -1.38629436111989, 0, 1.94591014905531, 7.11842130878523)]
    [InlineData(0.3, -1.13415348204518, 0, 2.64263320840332, 24.8716646858174)]
    [InlineData(0.5, -1, 0, 3.29150262212918, 68.2709043630435)]
    [InlineData(1, -0.75, 0, 6, 1233.5)]
    [InlineData(2, -0.46875, 0, 24, 761994.625)]
    public void Transform_PositiveFigures_AsR(double lambda, double quarter, double one, double seven, double large)
    {
        Near(quarter, BoxCox.Transform(0.25, lambda));
        Near(one, BoxCox.Transform(1, lambda));
        Near(seven, BoxCox.Transform(7, lambda));
        Near(large, BoxCox.Transform(1234.5, lambda));
    }

    // R, forecast 8.20: BoxCox(c(-3, 0, 2), lambda)
    [Theory]
    [InlineData(0.5, -5.46410161513775, -2, 0.82842712474619)]
    [InlineData(0.3, -7.96796390105303, -3.33333333333333, 0.770481377816388)]
    public void Transform_FiguresBelowZero_AreMirroredAsInR(double lambda, double below, double zero, double above)
    {
        Near(below, BoxCox.Transform(-3, lambda));
        Near(zero, BoxCox.Transform(0, lambda));
        Near(above, BoxCox.Transform(2, lambda));
        Near(-3, BoxCox.Inverse(below, lambda));
        Assert.Equal(0, BoxCox.Inverse(zero, lambda), 1e-12);
    }

    [Fact]
    public void Missing_StaysMissing()
    {
        Assert.Equal(double.NaN, BoxCox.Transform(double.NaN, 0));
        Assert.Equal(double.NaN, BoxCox.Inverse(double.NaN, -1));
    }

    [Fact]
    public void Malformed_IsRefusedByName()
    {
        Assert.Equal("value must be positive where lambda is 0; got 0 (Parameter 'value')", FirstLine(() => BoxCox.Transform(0, 0)));
        Assert.Equal("value must be positive where lambda is -0.5; got -1 (Parameter 'value')", FirstLine(() => BoxCox.Transform(-1, -0.5)));
        Assert.Equal("value must be below 2 where lambda is -0.5; got 2 (Parameter 'value')", FirstLine(() => BoxCox.Inverse(2, -0.5)));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => BoxCox.Transform(double.PositiveInfinity, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => BoxCox.Inverse(double.NegativeInfinity, 0));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => BoxCox.Transform(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("lambda", () => BoxCox.Inverse(1, double.PositiveInfinity));

        static string FirstLine(Func<object> call) => Assert.Throws<ArgumentOutOfRangeException>(call).Message.ReplaceLineEndings("\n").Split('\n')[0];
    }

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-13 * Math.Max(1, Math.Abs(expected)));
}

public class BoxCoxLaws
{
    private static Gen<(double Value, double Lambda)> Figures =>
        from value in Gen.Choose(1, 1_000_000)
        from lambda in Gen.Choose(-10, 20)
        select (value / 1000.0, lambda / 10.0);

    [Property]
    public Property InverseUndoesTransform() => Law.ForAll(Figures, x =>
        Math.Abs(BoxCox.Inverse(BoxCox.Transform(x.Value, x.Lambda), x.Lambda) - x.Value) <= 1e-9 * x.Value);

    [Property]
    public Property LargerFiguresAreTransformedToLargerOnes() => Law.ForAll(Figures, x =>
        BoxCox.Transform(x.Value * 1.001, x.Lambda) > BoxCox.Transform(x.Value, x.Lambda));

    [Property]
    public Property SmallPowersAreNearlyTheLogarithm() => Law.ForAll(Figures, x => Math.Abs(BoxCox.Transform(x.Value, 1e-12) - Math.Log(x.Value)) <= 1e-10);
}
