namespace CxKpi;

/// <summary>Both tails of a distribution at one point, each accurate on its own side of the middle.</summary>
/// <param name="Lower">Probability at or below the point.</param>
/// <param name="Upper">Probability above the point.</param>
/// <param name="Slope">Derivative of <paramref name="Lower"/> by the logarithm of the argument.</param>
internal readonly record struct TailProbabilities(double Lower, double Upper, double Slope);
