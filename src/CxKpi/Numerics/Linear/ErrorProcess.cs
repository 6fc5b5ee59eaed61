namespace CxKpi;

/// <summary>Errors that are an AR(1) process, or at φ = 1 a random walk, plus white noise.</summary>
/// <param name="Phi">φ, the process's memory from one period to the next, in [0, 1].</param>
/// <param name="Variance">τ², the variance of the process; of a random walk that of its step from one period to the next.</param>
/// <param name="White">The variance of the white noise.</param>
internal readonly record struct ErrorProcess(double Phi, double Variance, double White)
{
    /// <summary>What share of the figures a mean is worth beside known noise of some variance: 1/(1 + 2Σ of the autocorrelations).</summary>
    internal double Independence(double known)
    {
        double process = Variance == 0 ? 0 : Variance / (Variance + White + known);
        return 1 / (1 + 2 * process * Phi / (1 - Phi));
    }

    internal double Memory(int periods) => periods == 1 ? Phi : Math.Pow(Phi, periods);

    /// <summary>The variance of what the process does over some periods, whose memory is given.</summary>
    /// <remarks>Where a walk starts doesn't matter beside an intercept.</remarks>
    internal double Innovation(int periods, double memory) => Phi == 1 ? periods * Variance : Variance * (1 - memory * memory);
}
