namespace CxKpi;

/// <summary>Intervals for the difference of two independent shares.</summary>
internal static class ShareDifferences
{
    internal static Change? Change(ShareTally current, ShareTally baseline, double confidence, ShareDifference method)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        if (current.Value is not { } value || baseline.Value is not { } baseValue)
        {
            return null;
        }

        Change change = method switch
        {
            ShareDifference.Mover => Differences.Recovered(
                value, new BinomialLimits(current.Count, current.N), baseValue, new BinomialLimits(baseline.Count, baseline.N), confidence),
            ShareDifference.Newcombe => Differences.Recovered(
                value,
                new WilsonLimits(current.Count, current.N),
                baseValue,
                new WilsonLimits(baseline.Count, baseline.N),
                confidence,
                IntervalMethod.Newcombe),
            ShareDifference.MiettinenNurminen => Differences.Of(
                value - baseValue, new MiettinenNurminenLimits(current, baseline), confidence, IntervalMethod.MiettinenNurminen),
            ShareDifference.AgrestiCaffo => AgrestiCaffo(value - baseValue, current, baseline, confidence),
        };
        return change.With(SmallestExpected(current, baseline) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None) with
        {
            StandardError = change.StandardError ?? Math.Sqrt(SquaredError(value, current.N) + SquaredError(baseValue, baseline.N)),
        };
    }

    /// <summary>Wald's interval after one that has the property and one that has not were added to either side.</summary>
    private static Change AgrestiCaffo(double difference, ShareTally a, ShareTally b, double confidence)
    {
        double totalA = a.N + 2.0, totalB = b.N + 2.0, shareA = (a.Count + 1.0) / totalA, shareB = (b.Count + 1.0) / totalB;
        double variance = shareA * (1 - shareA) / totalA + shareB * (1 - shareB) / totalB;
        return NormalDifferences.Of(difference, shareA - shareB, Math.Sqrt(variance), confidence, IntervalMethod.AgrestiCaffo).Clipped(-1, 1);
    }

    private static double SquaredError(double share, long total) => share * (1 - share) / total;

    /// <summary>The smallest count that is expected in the table of the two shares when they are equal.</summary>
    internal static double SmallestExpected(ShareTally a, ShareTally b)
    {
        double total = (double)a.N + b.N;
        double rarer = Math.Min((double)a.Count + b.Count, (double)a.Rest + b.Rest);
        return Math.Min(a.N, b.N) * rarer / total;
    }
}
