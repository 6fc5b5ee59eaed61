namespace CxKpi;

/// <summary>Differences between two observations of the same customers.</summary>
internal static class PairedDifferences
{
    /// <summary>Student's interval of the mean difference.</summary>
    internal static Change? Means(MeanTally differences, double confidence)
    {
        if (differences.Estimate(Guard.Confidence(confidence)) is not { } estimate)
        {
            return null;
        }

        if (estimate is not { StandardError: { } error, DegreesOfFreedom: { } freedom })
        {
            return new Change
            {
                Difference = estimate.Value,
                Confidence = confidence,
                Method = IntervalMethod.None,
                Flags = EstimateFlags.SingleObservation,
            };
        }

        Change change = NormalDifferences.Student(estimate.Value, error, freedom, confidence, IntervalMethod.StudentT);

        // Where nobody changed there is no difference, whatever its spread would have been.
        return error == 0 && estimate.Value == 0 ? change with { PValue = 1 } : change;
    }

    internal static Change? Shares(PairedShareTally pairs, double confidence, PairedShareDifference method)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        if (pairs.N == 0)
        {
            return null;
        }

        double n = pairs.N, difference = (pairs.AfterOnly - pairs.BeforeOnly) / n;
        Change change = method switch
        {
            PairedShareDifference.Tango => Differences.Of(difference, new NetScoreLimits(Net(pairs)), confidence, IntervalMethod.Score) with
            {
                StandardError = Math.Sqrt(NetIntervals.Variance(pairs.AfterOnly, n - pairs.AfterOnly - pairs.BeforeOnly, pairs.BeforeOnly) / n),
            },
            PairedShareDifference.BonettPrice => BonettPrice(pairs, difference, confidence),
        };
        return change with { Baseline = pairs.Before.Value };
    }

    internal static SignificanceTest? McNemar(PairedShareTally pairs, McNemarTest method)
    {
        Guard.Defined(method);
        if (pairs.N == 0)
        {
            return null;
        }

        long changed = pairs.BeforeOnly + pairs.AfterOnly, fewer = Math.Min(pairs.BeforeOnly, pairs.AfterOnly);
        return method switch
        {
            McNemarTest.MidP => Exact(changed, fewer, isMid: true) with { N = pairs.N },
            McNemarTest.Exact => Exact(changed, fewer, isMid: false) with { N = pairs.N },
            McNemarTest.Asymptotic => Asymptotic(pairs, changed) with { N = pairs.N },
        };
    }

    /// <summary>A paired difference of shares is a net score: those who gained less those who lost.</summary>
    private static NetTally Net(PairedShareTally pairs) => new(pairs.AfterOnly, pairs.Both + pairs.Neither, pairs.BeforeOnly);

    private static Change BonettPrice(PairedShareTally pairs, double difference, double confidence)
    {
        double gained = pairs.AfterOnly + 1.0, lost = pairs.BeforeOnly + 1.0, n = pairs.N + 2.0;
        double variance = NetIntervals.Variance(gained, n - gained - lost, lost);
        return NormalDifferences.Of(difference, (gained - lost) / n, Math.Sqrt(variance / n), confidence, IntervalMethod.BonettPrice).Clipped(-1, 1);
    }

    private static SignificanceTest Exact(long changed, long fewer, bool isMid)
    {
        double below = BinomialDistribution.Cdf(fewer, changed, 0.5), at = BinomialDistribution.Probability(fewer, changed, 0.5);
        double p = changed == 0 ? 1
            : !isMid ? Math.Min(1, 2 * below)
            : 2 * fewer == changed ? 1 - at
            : 2 * below - at;
        return new() { PValue = p, Method = isMid ? SignificanceTestMethod.McNemarMidP : SignificanceTestMethod.McNemarExact };
    }

    private static SignificanceTest Asymptotic(PairedShareTally pairs, long changed)
    {
        double z = changed == 0 ? 0 : (pairs.AfterOnly - pairs.BeforeOnly) / Math.Sqrt(changed);
        return new()
        {
            Statistic = z * z,
            DegreesOfFreedom = 1,
            PValue = NormalDistribution.TwoSidedPValue(z),
            Method = SignificanceTestMethod.McNemar,
            Flags = changed < 10 ? EstimateFlags.SmallExpected : EstimateFlags.None,
        };
    }
}
