namespace CxKpi.Practices;

/// <summary>The beta-binomial mixture: evidence against a share, and limits of it, that hold at all times together.</summary>
/// <remarks>
/// <code>evidence(p) = B(ρp + hits, ρ(1 - p) + misses) / B(ρp, ρ(1 - p)) / (p^hits · (1 - p)^misses)</code>
/// Where p is the truth this is a martingale with mean 1, so it reaches 1/α with a probability of α at most: exactly, at every share and from the first
/// observation on. Its logarithm is convex in p, so that the shares it does not exclude are an interval. With many observations it is the
/// <see cref="NormalMixture"/> of the same precision.
/// Sources: H. Robbins, "Statistical methods related to the law of the iterated logarithm", 1970; S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon,
/// "Time-uniform, nonparametric, nonasymptotic confidence sequences", 2021.
/// </remarks>
/// <param name="Rho">The precision of the mixture, in observations.</param>
internal readonly record struct ShareMixture(double Rho)
{
    /// <summary>The logarithm of the evidence against a share.</summary>
    internal double LogEvidence(double share, double hits, double misses)
    {
        if (share is 0 or 1)
        {
            return (share == 0 ? hits : misses) > 0 ? double.PositiveInfinity : 0;
        }

        (double a, double b) = (Rho * share, Rho * (1 - share));
        double mixed = GammaFunctions.LogRisingRatio(a, b, hits) + GammaFunctions.LogRisingRatio(b, a + hits, misses);
        return mixed - hits * Math.Log(share) - misses * AccurateMath.LogOnePlus(-share);
    }

    internal double PValue(double share, double hits, double misses) => Math.Min(1, Math.Exp(-LogEvidence(share, hits, misses)));

    /// <summary>The shares against which there was never evidence of 1/α.</summary>
    internal (double Lower, double Upper) Limits(double hits, double misses, double alpha) => (Lower(hits, misses, alpha), 1 - Lower(misses, hits, alpha));

    // A single hit is no evidence against any share above 0, however small.
    private double Lower(double hits, double misses, double alpha) =>
        hits < 2 ? 0 : RootFinding.Solve(new Excess(this, hits, misses, -Math.Log(alpha)), hits / (hits + misses), 0);

    private readonly struct Excess(ShareMixture mixture, double hits, double misses, double most) : IScalarFunction
    {
        public double At(double x) => mixture.LogEvidence(x, hits, misses) - most;
    }
}
