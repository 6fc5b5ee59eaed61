namespace CxKpi;

/// <summary>Π u/(shift + u) over many values of u, in steps of 1.</summary>
internal static class LongProduct
{
    /// <summary>From this value of u on the integral has all digits; products of fewer factors are multiplied out.</summary>
    internal const int FromHere = 1000;

    /// <summary>The logarithm of the product, as the integral of its factors' logarithms, corrected by Euler and Maclaurin.</summary>
    /// <param name="shift">The shift; above -1, and 0 where all factors are 1.</param>
    /// <param name="from">The first value of u; <see cref="FromHere"/> or more.</param>
    /// <param name="count">The number of factors.</param>
    internal static double Logarithm(double shift, double from, double count)
    {
        double start = from - 0.5, end = from + count - 0.5;
        double integral = end * AccurateMath.LogOnePlus(shift / end)
            - start * AccurateMath.LogOnePlus(shift / start)
            + shift * Math.Log((end + shift) / (start + shift));
        double slopes = shift / start / (start + shift) - shift / end / (end + shift);
        return -integral + slopes / 24;
    }
}
