namespace CxKpi;

/// <summary>The chi-square distribution with real degrees of freedom.</summary>
internal static class ChiSquaredDistribution
{
    /// <summary>The value that a chi-square variable stays below with probability <paramref name="p"/>; ∞ at 1.</summary>
    internal static double Quantile(double p, double df)
    {
        double shape = Guard.Positive(df) / 2;
        return 2 * TailInversion.Solve(new OfShape(shape), Start(Guard.Probability(p), shape), p, 1 - p);
    }

    /// <summary>Probability of a value above <paramref name="x"/>: the p-value of a chi-square statistic.</summary>
    internal static double UpperTail(double x, double df) => GammaFunctions.Incomplete(Guard.Positive(df) / 2, Guard.NotNegative(x) / 2).Upper;

    /// <summary>Only saves iterations: Wilson and Hilferty's cube, or the power law xᵃ/Γ(a+1) where that is far out.</summary>
    private static double Start(double p, double shape)
    {
        if (p is <= 0 or >= 1) return shape;
        double spread = 1 / (9 * shape);
        double root = 1 - spread + (NormalDistribution.Quantile(p) * Math.Sqrt(spread));
        return shape > 0.25 && root > 0.25
            ? shape * root * root * root
            : Math.Exp(Math.Clamp((Math.Log(p) + GammaFunctions.LogGammaOfNext(shape)) / shape, -690, 690));
    }

    private readonly struct OfShape(double shape) : ITailFunction
    {
        public Tails At(double argument) => GammaFunctions.Incomplete(shape, argument);
    }
}
