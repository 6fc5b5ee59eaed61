namespace CxKpi;

/// <summary>A combination of coefficients, perhaps with a prediction error of the process, as a fit knows it.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Scale">The variance of one whitened row.</param>
/// <param name="ProcessVariance">The variance of what the process does meanwhile; 0 for coefficients alone.</param>
/// <param name="Half">A vector whose products give the (co)variances due to the coefficients, in units of <paramref name="Scale"/>.</param>
internal readonly record struct LinearEstimate(double Value, double Scale, double ProcessVariance, double[] Half)
{
    internal double Variance => CoefficientCovariance(this) + ProcessVariance;

    internal double StandardError => Math.Sqrt(Variance);

    /// <summary>The covariance with another combination of the same fit that is due to the coefficients.</summary>
    internal double CoefficientCovariance(in LinearEstimate other)
    {
        double sum = 0;
        for (int i = 0; i < Half.Length; i++)
        {
            sum += Half[i] * other.Half[i];
        }

        return Scale * sum;
    }
}
