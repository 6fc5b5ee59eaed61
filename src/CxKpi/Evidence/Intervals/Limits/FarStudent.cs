namespace CxKpi;

/// <summary>Student's quantile where limits are sought at errors that no double holds: far beyond any value, yet a number.</summary>
internal static class FarStudent
{
    private const double Farthest = 1e100;

    internal static double Quantile(double tail, double freedom) => Math.Min(Farthest, -StudentTDistribution.Quantile(tail, freedom));
}
