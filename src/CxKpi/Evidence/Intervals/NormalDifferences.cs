namespace CxKpi;

/// <summary>Changes whose limits lie a multiple of a standard error around a centre, which need not be the difference itself.</summary>
internal static class NormalDifferences
{
    internal static Change Of(double difference, double centre, double error, double confidence, IntervalMethod method)
    {
        double spread = NormalDistribution.CriticalValue(confidence) * error;
        return new Change
        {
            Difference = difference,
            Lower = centre - spread,
            Upper = centre + spread,
            StandardError = error,
            PValue = error > 0 ? NormalDistribution.TwoSidedPValue(centre / error) : null,
            Confidence = confidence,
            Method = method,
            Flags = error > 0 ? EstimateFlags.None : EstimateFlags.ZeroVariance,
        };
    }

    /// <summary>The same with Student's distribution.</summary>
    internal static Change Student(double difference, double error, double freedom, double confidence, IntervalMethod method)
    {
        double spread = StudentTDistribution.CriticalValue(confidence, freedom) * error;
        return new Change
        {
            Difference = difference,
            Lower = difference - spread,
            Upper = difference + spread,
            StandardError = error,
            DegreesOfFreedom = freedom,
            PValue = error > 0 ? StudentTDistribution.TwoSidedPValue(difference / error, freedom) : null,
            Confidence = confidence,
            Method = method,
            Flags = error > 0 ? EstimateFlags.None : EstimateFlags.ZeroVariance,
        };
    }
}
