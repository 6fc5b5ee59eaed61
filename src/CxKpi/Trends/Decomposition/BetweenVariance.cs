namespace CxKpi;

/// <summary>The variance between periods that sampling does not explain, estimated from the remainders of a fit.</summary>
/// <remarks>
/// Solves <c>Σ r² / (d (τ² + v)) = m</c>, with d the share of a unit variance that reaches a remainder.
/// Source: R. Paule, J. Mandel, <em>Consensus values and weighting factors</em>, Journal of Research of the NBS 87 (1982), 377–385.
/// </remarks>
internal static class BetweenVariance
{
    /// <summary>The variance between periods; 0 when sampling explains everything.</summary>
    internal static double Estimate(double[] remainders, double[] norms, double[] sampling)
    {
        int[] used = [.. Enumerable.Range(0, remainders.Length).Where(i => norms[i] > 1e-9 && !double.IsNaN(remainders[i]) && !double.IsNaN(sampling[i]))];
        Excess excess = new([.. used.Select(i => remainders[i] * remainders[i] / norms[i])], [.. used.Select(i => sampling[i])]);
        double highest = excess.Squares.Length == 0 ? 0 : excess.Squares.Average();
        return highest > 0 && excess.At(0) > 0 && RootFinding.TrySolve(excess, 0, 2 * highest, out double root) ? root : 0;
    }

    private readonly record struct Excess(double[] Squares, double[] Sampling) : IScalarFunction
    {
        public double At(double x)
        {
            double sum = -Squares.Length;
            for (int i = 0; i < Squares.Length; i++)
            {
                // A figure without sampling variance says all about the rest.
                double variance = x + Sampling[i];
                sum += variance > 0 ? Squares[i] / variance : Squares[i] > 0 ? 1e300 / Squares.Length : 0;
            }

            return sum;
        }
    }
}
