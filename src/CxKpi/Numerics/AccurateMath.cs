namespace CxKpi;

/// <summary>Elementary functions where the obvious expression loses digits.</summary>
internal static class AccurateMath
{
    /// <summary>ln(1 + x), accurate near zero, where <see cref="double.LogP1(double)"/> is not.</summary>
    /// <remarks>The rounding of 1 + x is cancelled by using the same rounded figure in the denominator (Kahan).</remarks>
    internal static double LogOnePlus(double x)
    {
        double sum = 1 + x;
        double rounded = sum - 1;
        return rounded == 0 || double.IsInfinity(sum) ? x : Math.Log(sum) * (x / rounded);
    }

    /// <summary>exp(x) − 1, accurate near zero, where <see cref="double.ExpM1(double)"/> is not.</summary>
    internal static double ExpMinusOne(double x)
    {
        double power = Math.Exp(x);
        double difference = power - 1;
        return power == 1 ? x
            : difference == -1 || double.IsInfinity(power) || Math.Abs(x) > 1 ? difference
            : difference * (x / Math.Log(power));
    }

    /// <summary>a·b − c·d without the cancellation of two rounded products (Kahan, with fused multiply-add).</summary>
    internal static double DifferenceOfProducts(double a, double b, double c, double d)
    {
        double product = c * d;
        double lost = Math.FusedMultiplyAdd(-c, d, product);
        return Math.FusedMultiplyAdd(a, b, -product) + lost;
    }
}
