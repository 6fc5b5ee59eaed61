namespace CxKpi;

/// <summary>Keeps sampling variances where numbers can still tell them from the figures they belong to.</summary>
internal static class SamplingVariance
{
    // As many orders of magnitude as leave room for sums, quotients and squares on both sides.
    private const double Reach = 1e100;

    /// <summary>A variance beside figures: none where it is nothing beside their squares, and not more than so many times these.</summary>
    /// <param name="variance">The variance; NaN where the figure is missing.</param>
    /// <param name="largest">The largest figure without its sign, whose square must be a number; 0 when all are 0.</param>
    internal static double Beside(double variance, double largest)
    {
        double square = largest > 0 ? largest * largest : 1;
        return variance < square / Reach ? 0 : Math.Min(variance, square * Reach);
    }
}
