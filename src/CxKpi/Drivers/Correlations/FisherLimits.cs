namespace CxKpi.Practices;

/// <summary>Limits on the scale of artanh r, where the sampling distribution of a correlation is nearly normal.</summary>
internal static class FisherLimits
{
    /// <summary>The standard error of artanh r; <see langword="null"/> with too few pairs.</summary>
    internal static double? StandardError(CorrelationMethod method, CorrelationLimits limits, double r, double pairs)
    {
        bool isKendall = method == CorrelationMethod.Kendall;
        double free = pairs - (isKendall ? 4 : 3);
        return free <= 0 ? null : limits switch
        {
            CorrelationLimits.FisherZ => 1 / Math.Sqrt(free),
            CorrelationLimits.BonettWright => Math.Sqrt((1 + r * r / 2) / free),
            CorrelationLimits.Fieller => Math.Sqrt((isKendall ? 0.437 : 1.06) / free),
            CorrelationLimits.AsymptoticError => null,
        };
    }

    /// <summary>The limits of r, and the p-value by their inversion.</summary>
    internal static (double Lower, double Upper, double PValue) Of(double r, double standardError, double confidence)
    {
        double middle = Math.Atanh(r), away = NormalDistribution.CriticalValue(confidence) * standardError;
        return (Math.Tanh(middle - away), Math.Tanh(middle + away), NormalDistribution.TwoSidedPValue(middle / standardError));
    }
}
