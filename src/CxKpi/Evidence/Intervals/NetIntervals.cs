namespace CxKpi;

/// <summary>Intervals for one net score on [-1, 1]. Counts are real numbers, so that an effective sample size can be used.</summary>
internal static class NetIntervals
{
    internal static Estimate? Estimate(NetTally tally, double confidence, NetInterval method, long? population)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        double factor = FinitePopulation.VarianceFactor(tally.N, population);
        if (tally.Value is not { } points)
        {
            return null;
        }

        if (factor == 0)
        {
            return FinitePopulation.Census(points, confidence, Name(method), tally.N);
        }

        if (method == NetInterval.StudentT && tally.N < 2)
        {
            return Single(points, confidence);
        }

        double n = tally.N, value = points / 100;
        double variance = Variance(tally.Positive, tally.Neutral, tally.Negative);
        double z = NormalDistribution.CriticalValue(confidence);
        double positive = tally.Positive / factor, neutral = tally.Neutral / factor, negative = tally.Negative / factor;
        (double lower, double upper, double? error, double? freedom) = method switch
        {
            NetInterval.Score => WithoutError(Score(positive, neutral, negative, z)),
            NetInterval.AdjustedWald => AdjustedWald(positive, neutral, negative, z),
            NetInterval.StudentT => Around(value, variance / (n - 1) * factor, StudentTDistribution.CriticalValue(confidence, n - 1), n - 1),
            NetInterval.Wald => Around(value, variance / (factor < 1 && n > 1 ? n - 1 : n) * factor, z, freedom: null),
        };

        return new Estimate
        {
            Value = points,
            Lower = 100 * Math.Max(-1, lower),
            Upper = 100 * Math.Min(1, upper),
            Confidence = confidence,
            Method = Name(method),
            N = tally.N,
            EffectiveN = factor < 1 ? n / factor : null,
            DegreesOfFreedom = freedom,
            StandardError = 100 * error,
            UnitVariance = 1e4 * variance * factor,
            Flags = (variance == 0 && error is not null ? EstimateFlags.ZeroVariance : EstimateFlags.None)
                | (Math.Abs(value) == 1 ? EstimateFlags.Boundary : EstimateFlags.None)
                | (lower < -1 || upper > 1 ? EstimateFlags.Clipped : EstimateFlags.None),
        }.Sound();
    }

    private static IntervalMethod Name(NetInterval method) => method switch
    {
        NetInterval.Score => IntervalMethod.Score,
        NetInterval.AdjustedWald => IntervalMethod.AdjustedWald,
        NetInterval.StudentT => IntervalMethod.StudentT,
        NetInterval.Wald => IntervalMethod.Wald,
    };

    /// <summary>The variance of one answer coded -1, 0 or +1, computed without cancellation: p(1 - p) + d(1 - d) + 2pd.</summary>
    internal static double Variance(double positive, double neutral, double negative)
    {
        double n = positive + neutral + negative, p = positive / n, d = negative / n;
        return (p + d) * (neutral / n) + 4 * p * d;
    }

    /// <summary>Tango's interval (1998) for the paired difference, which is a net score: the trial values that a score test does not reject.</summary>
    internal static (double Lower, double Upper) Score(double positive, double neutral, double negative, double z)
    {
        if (positive < negative)
        {
            (double mirroredLower, double mirroredUpper) = Score(negative, neutral, positive, z);
            return (-mirroredUpper, -mirroredLower);
        }

        double n = positive + neutral + negative, gap = (neutral + 2 * negative) / n;
        double upper = gap == 0 ? 0 : Root(new ScoreExcess(n, neutral, negative, -z), 0, gap, otherwise: gap);
        double lower = Root(new ScoreExcess(n, neutral, negative, z), gap, 2, otherwise: gap);
        return (1 - lower, 1 - upper);
    }

    // Where a sample is so large that the last digit decides the sign, the limit is the score itself.
    private static double Root(ScoreExcess excess, double from, double to, double otherwise) =>
        RootFinding.TrySolve(excess, from, to, out double root, double.Epsilon) ? root : otherwise;

    private static (double Lower, double Upper, double? Error, double? Freedom) WithoutError((double Lower, double Upper) limits) =>
        (limits.Lower, limits.Upper, null, null);

    private static (double Lower, double Upper, double? Error, double? Freedom) Around(double value, double squaredError, double quantile, double? freedom)
    {
        double error = Math.Sqrt(squaredError);
        return (value - quantile * error, value + quantile * error, error, freedom);
    }

    private static (double Lower, double Upper, double? Error, double? Freedom) AdjustedWald(double positive, double neutral, double negative, double z)
    {
        double p = positive + 0.75, q = neutral + 1.5, d = negative + 0.75, n = p + q + d;
        double centre = (p - d) / n, error = Math.Sqrt(Variance(p, q, d) / n);
        return (centre - z * error, centre + z * error, error, null);
    }

    private static Estimate Single(double value, double confidence) => new()
    {
        Value = value,
        Confidence = confidence,
        Method = IntervalMethod.StudentT,
        N = 1,
        Flags = EstimateFlags.SingleObservation,
    };

    /// <summary>
    /// The score statistic minus its critical value, times the standard error, as a function of the distance of the trial value from 1.
    /// In that distance, and with more positive than negative answers, no terms cancel, so the limits keep their digits at any sample size.
    /// </summary>
    private readonly struct ScoreExcess(double n, double neutral, double negative, double z) : IScalarFunction
    {
        public double At(double gap)
        {
            // The share of the negative that is most likely under the trial value 1 - gap: the larger root of 2n s^2 + b s - c = 0.
            double b = -n * gap + neutral * (2 - gap) + 2 * negative * (1 - gap);
            double c = negative * (1 - gap) * gap;
            double root = Math.Sqrt(Math.Max(0, b * b + 8 * n * c));
            double share = b > 0 ? 2 * c / (b + root) : (root - b) / (4 * n);
            double variance = n * Math.Max(0, 2 * share + (1 - gap) * gap);
            double distance = n * gap - neutral - 2 * negative;

            // Where everybody agrees the variance vanishes at the score itself; the statistic is 0 there, not undefined.
            return variance == 0 && Math.Abs(distance) <= 1e-14 * n * gap ? -z : distance - z * Math.Sqrt(variance);
        }
    }
}
