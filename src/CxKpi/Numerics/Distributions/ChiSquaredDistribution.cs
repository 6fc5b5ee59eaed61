namespace CxKpi;

/// <summary>The chi-square distribution with real degrees of freedom.</summary>
internal static class ChiSquaredDistribution
{
    private const double FarFromSkew = 1e8;

    /// <summary>The value that a chi-square variable stays below with probability <paramref name="p"/>; ∞ at 1.</summary>
    internal static double Quantile(double p, double df) => At(Guard.Probability(p), 1 - p, df);

    /// <summary>The value that a chi-square variable exceeds with probability <paramref name="p"/>, accurate where that is small; ∞ at 0.</summary>
    internal static double UpperQuantile(double p, double df) => At(1 - Guard.Probability(p), p, df);

    /// <summary>Probability of a value above <paramref name="x"/>: the p-value of a chi-square statistic.</summary>
    internal static double UpperTail(double x, double df) => GammaFunctions.Incomplete(Guard.Positive(df) / 2, Guard.NotNegative(x) / 2).Upper;

    private static double At(double lower, double upper, double df)
    {
        double shape = Guard.Positive(df) / 2;
        if (lower <= 0 || upper <= 0)
        {
            return lower <= 0 ? 0 : double.PositiveInfinity;
        }

        double z = lower <= upper ? NormalDistribution.Quantile(lower) : -NormalDistribution.Quantile(upper);
        return df > FarFromSkew ? Expanded(z, df) : 2 * TailInversion.Solve(new OfShape(shape), Start(lower, z, shape), lower, upper);
    }

    /// <summary>Cornish and Fisher's expansion: its next term is below the last digit here, where the series of the exact tail would be long.</summary>
    private static double Expanded(double z, double df)
    {
        double z2 = z * z;
        return df + z * Math.Sqrt(2 * df) + 2.0 / 3 * (z2 - 1) + z * (z2 - 7) / (9 * Math.Sqrt(2 * df)) - (6 * z2 * z2 + 14 * z2 - 32) / (405 * df);
    }

    /// <summary>Only saves iterations: Wilson and Hilferty's cube, or the power law xᵃ/Γ(a+1) where that is far out.</summary>
    private static double Start(double p, double z, double shape)
    {
        double spread = 1 / (9 * shape);
        double root = 1 - spread + z * Math.Sqrt(spread);
        return shape > 0.25 && root > 0.25
            ? shape * root * root * root
            : Math.Exp(Math.Clamp((Math.Log(p) + GammaFunctions.LogGammaOfNext(shape)) / shape, -690, 690));
    }

    private readonly struct OfShape(double shape) : ITailFunction
    {
        public TailProbabilities At(double argument) => GammaFunctions.Incomplete(shape, argument);
    }
}
