namespace CxKpi;

/// <summary>Powers of two, by which figures are divided before they are added up: sums of huge figures stay finite, and no digit is lost.</summary>
internal static class PowerOfTwo
{
    /// <summary>The exponent of the power that brings the largest figure between 1 and 2; 0 where there is none above 0.</summary>
    internal static int Of(double largest) => largest > 0 ? Math.ILogB(largest) : 0;

    /// <summary>The figures divided by the power of an exponent.</summary>
    internal static double[] Divide(IEnumerable<double> figures, int exponent) => [.. figures.Select(figure => Math.ScaleB(figure, -exponent))];
}
