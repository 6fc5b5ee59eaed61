namespace CxKpi;

/// <summary>The logarithm of p^a·q^b/B(a, b) with p + q = 1: the density of a beta variable by its logit, and the weight of a binomial one.</summary>
/// <remarks>What does not depend on p is calculated once. Nothing cancels, however large or small a and b are (<see cref="SaddlePoint"/>).</remarks>
internal readonly struct LogitDensity
{
    private readonly double a, b, constant;

    /// <summary>Takes the shapes, both above 0.</summary>
    internal LogitDensity(double a, double b)
    {
        this.a = a;
        this.b = b;
        constant = SaddlePoint.StirlingError(a + b) - SaddlePoint.StirlingError(a) - SaddlePoint.StirlingError(b)
            + 0.5 * (Math.Log(a / (a + b)) + Math.Log(b)) - SaddlePoint.HalfLogTwoPi;
    }

    /// <summary>The logarithm at p, given q = 1 - p as well, of which the smaller sets the accuracy.</summary>
    internal double At(double p, double q)
    {
        double difference = AccurateMath.DifferenceOfProducts(a, q, b, p), n = a + b;
        return constant - SaddlePoint.Deviance(a, n * p, difference) - SaddlePoint.Deviance(b, n * q, -difference);
    }
}
