namespace CxKpi.Trends;

/// <summary>Weights for which the start fades out of the forecasts: outside of them, old figures weigh more and more, and forecasts run away.</summary>
/// <remarks>
/// Source: R. Hyndman, A. Koehler, J. Ord, R. Snyder, "Forecasting with Exponential Smoothing", 2008, chapter 10: the roots of the discount matrix's
/// characteristic polynomial lie inside the unit circle. Without a season the usual bounds of the weights see to that.
/// </remarks>
internal static class ForecastableRegion
{
    // Roots that rounding alone puts outside are inside.
    private const double Slack = 1e-9;

    internal static bool Holds(SmoothingWeights weights, int cycle)
    {
        double alpha = weights.Alpha, beta = weights.Beta.GetValueOrDefault(), gamma = weights.Gamma.GetValueOrDefault();
        double phi = weights.Beta is null ? 0 : weights.Phi ?? 1;

        // From the highest power down, the variable stretched a little.
        double[] polynomial = new double[cycle + 2];
        polynomial[0] = 1;
        polynomial[1] = alpha + beta - phi;
        for (int i = 2; i < cycle; i++)
        {
            polynomial[i] = alpha + beta - alpha * phi;
        }

        polynomial[cycle] += alpha + beta - alpha * phi + gamma - 1;
        polynomial[cycle + 1] = phi * (1 - alpha - gamma);
        double stretch = 1;
        for (int i = 0; i < polynomial.Length; i++)
        {
            polynomial[i] *= stretch;
            stretch /= 1 + Slack;
        }

        return RootsLieInside(polynomial);
    }

    /// <summary>Schur and Cohn's recursion: each step takes off one root, if the last coefficient is smaller than the first.</summary>
    private static bool RootsLieInside(double[] polynomial)
    {
        for (int degree = polynomial.Length - 1; degree > 0; degree--)
        {
            double ratio = polynomial[degree] / polynomial[0];
            if (!(Math.Abs(ratio) < 1))
            {
                return false;
            }

            double[] shorter = new double[degree];
            for (int i = 0; i < degree; i++)
            {
                shorter[i] = polynomial[i] - ratio * polynomial[degree - i];
            }

            polynomial = shorter;
        }

        return true;
    }
}
