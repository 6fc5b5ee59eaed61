namespace CxKpi.Tests.Numerics;

public class LikelihoodMaximiserTests
{
    [Theory]
    [InlineData(1e-3, 1e3)]
    [InlineData(1, 1)]
    [InlineData(1e3, 1e-3)]
    public void Find_OfGammaDraws_IsTheirMaximumFromAnywhere(double shape, double scale)
    {
        LikelihoodMaximum found = LikelihoodMaximiser.Find(new GammaDraws(), [shape, scale], [1, 1]);

        Assert.True(found.Converged);
        Assert.Equal(Math.Log(found.Parameters[0]) - GammaFunctions.Digamma(found.Parameters[0]), Math.Log(2.5) - 0.7, 9);
        Assert.Equal(2.5 / found.Parameters[0], found.Parameters[1], 9);
        Assert.False(found.IsAtEdge(0));

        // Of the mean of gamma variables the variance is mean²/(shape·n), by the delta method on the covariance found.
        double?[] covariance = found.LogCovariance()!;
        Assert.Equal(1 / (found.Parameters[0] * 1000), (covariance[0] + 2 * covariance[1] + covariance[3])!.Value, 9);
    }

    [Fact]
    public void Find_OfALikelihoodThatRisesForEver_IsAtItsEdge()
    {
        LikelihoodMaximum found = LikelihoodMaximiser.Find(new Rising(), [1, 1]);

        Assert.True(found.Converged);
        Assert.True(found.IsAtUpperEdge(0));
        Assert.Equal(2, found.Parameters[1], 9);
        Assert.Null(found.LogCovariance()![0]);
        Assert.NotNull(found.LogCovariance()![3]);
    }

    [Fact]
    public void Find_OfALikelihoodThatIsFlatInADirection_HasNoCovariance()
    {
        LikelihoodMaximum found = LikelihoodMaximiser.Find(new Product(), [1, 1]);

        Assert.True(found.Converged);
        Assert.Equal(2, found.Parameters[0] * found.Parameters[1], 9);
        Assert.Null(found.LogCovariance());
    }

    [Fact]
    public void Find_WhereNothingIsDefined_DoesNotThrow()
    {
        LikelihoodMaximum found = LikelihoodMaximiser.Find(new Undefined(), [1, 1], [2, 2]);

        Assert.False(found.Converged);
    }

    /// <summary>A thousand draws of a gamma distribution, whose mean is 2.5 and whose mean logarithm 0.7.</summary>
    private sealed class GammaDraws : ILikelihood
    {
        public int Parameters => 2;

        public double Observations => 1000;

        public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double k = parameters[0], scale = parameters[1];
            gradient[0] = 1000 * (0.7 - Math.Log(scale) - GammaFunctions.Digamma(k));
            gradient[1] = 1000 * (2.5 / (scale * scale) - k / scale);
            return 1000 * ((k - 1) * 0.7 - 2.5 / scale - k * Math.Log(scale) - GammaFunctions.LogGamma(k));
        }
    }

    private sealed class Rising : ILikelihood
    {
        public int Parameters => 2;

        public double Observations => 10;

        public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double off = Math.Log(parameters[1] / 2);
            gradient[0] = 10 / (parameters[0] * parameters[0]);
            gradient[1] = -20 * off / parameters[1];
            return -10 / parameters[0] - 10 * off * off;
        }
    }

    private sealed class Product : ILikelihood
    {
        public int Parameters => 2;

        public double Observations => 10;

        public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
        {
            double off = Math.Log(parameters[0] * parameters[1] / 2);
            gradient[0] = -20 * off / parameters[0];
            gradient[1] = -20 * off / parameters[1];
            return -10 * off * off;
        }
    }

    private sealed class Undefined : ILikelihood
    {
        public int Parameters => 2;

        public double Observations => 10;

        public double At(ReadOnlySpan<double> parameters, Span<double> gradient) => double.NaN;
    }
}
