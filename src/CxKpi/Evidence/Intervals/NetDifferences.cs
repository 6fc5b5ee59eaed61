namespace CxKpi;

/// <summary>The difference of two independent net scores, recovered from their score intervals (Donner and Zou 2012).</summary>
internal static class NetDifferences
{
    internal static Change? Change(NetTally current, NetTally baseline, double confidence)
    {
        Guard.Confidence(confidence);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        (double lower, double upper) = Limits(current, baseline, NormalDistribution.CriticalValue(confidence));
        return new Change
        {
            Difference = value - baseValue,
            Lower = 100 * lower,
            Upper = 100 * upper,
            PValue = PValue(current, baseline),
            Confidence = confidence,
            Method = IntervalMethod.Mover,
        };
    }

    /// <summary>The smallest error level whose interval excludes zero, so that test and interval always agree.</summary>
    private static double PValue(NetTally current, NetTally baseline)
    {
        double difference = Net(current) - Net(baseline);
        if (difference == 0)
        {
            return 1;
        }

        // Beyond 38 standard errors the p-value underflows to 0.
        const double Farthest = 38;
        NearerLimit limit = difference > 0 ? new(current, baseline) : new(baseline, current);
        return limit.At(Farthest) > 0 ? 0 : NormalDistribution.TwoSidedPValue(RootFinding.Solve(limit, 0, Farthest));
    }

    private static double Net(NetTally tally) => (double)(tally.Positive - tally.Negative) / tally.Total;

    private static (double Lower, double Upper) Limits(NetTally a, NetTally b, double z)
    {
        (double lowerA, double upperA) = NetIntervals.Score(a.Positive, a.Neutral, a.Negative, z);
        (double lowerB, double upperB) = NetIntervals.Score(b.Positive, b.Neutral, b.Negative, z);
        return Mover.Difference(Net(a), lowerA, upperA, Net(b), lowerB, upperB);
    }

    private readonly struct NearerLimit(NetTally larger, NetTally smaller) : IScalarFunction
    {
        public double At(double z) => z == 0 ? Net(larger) - Net(smaller) : Limits(larger, smaller, z).Lower;
    }
}
