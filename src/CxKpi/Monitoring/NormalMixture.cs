namespace CxKpi.Practices;

/// <summary>The two-sided normal mixture: a bound on a sum of deviations that holds at all times together.</summary>
/// <remarks>
/// Sources: H. Robbins, "Statistical methods related to the law of the iterated logarithm", 1970; S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon,
/// "Time-uniform,
/// nonparametric, nonasymptotic confidence sequences", 2021, whose tuning this is.
/// </remarks>
/// <param name="Rho">The precision of the mixture: it decides at which time the bound is tightest.</param>
internal readonly record struct NormalMixture(double Rho)
{
    /// <summary>The mixture whose bound is nearly the tightest at a time.</summary>
    internal static NormalMixture TightestAt(double time, double alpha)
    {
        double log = 2 * Math.Log(1 / alpha);
        return new(time / (log + AccurateMath.LogOnePlus(log)));
    }

    /// <summary>The logarithm of the evidence against no deviation: the supermartingale of the sum.</summary>
    internal double LogEvidence(double sum, double time) => 0.5 * Math.Log(Rho / (time + Rho)) + sum * sum / (2 * (time + Rho));

    /// <summary>How far the sum strays at any time with a probability of alpha at most.</summary>
    internal double Bound(double time, double alpha) => Math.Sqrt((time + Rho) * (Math.Log((time + Rho) / Rho) + 2 * Math.Log(1 / alpha)));

    internal double PValue(double sum, double time) => Math.Min(1, Math.Exp(-LogEvidence(sum, time)));
}
