namespace CxKpi;

/// <summary>Intervals for the difference of two independent net scores.</summary>
internal static class NetDifferences
{
    internal static Change? Change(NetTally current, NetTally baseline, double confidence, NetDifference method)
    {
        Guard.Confidence(confidence);
        Guard.Defined(method);
        if (current.N == 0 || baseline.N == 0)
        {
            return null;
        }

        double difference = Net(current) - Net(baseline);
        Change change = method switch
        {
            NetDifference.Mover => Mover(current, baseline, confidence),
            NetDifference.AdjustedWald => NormalDifferences.Of(
                difference,
                Net(Adjusted(current)) - Net(Adjusted(baseline)),
                Math.Sqrt(SquaredError(Adjusted(current)) + SquaredError(Adjusted(baseline))),
                confidence,
                IntervalMethod.AdjustedWald),
            NetDifference.Wald => NormalDifferences.Of(
                difference,
                difference,
                Math.Sqrt(SquaredError(Counts(current)) + SquaredError(Counts(baseline))),
                confidence,
                IntervalMethod.Wald),
        };
        return change.Clipped(-2, 2).Rescaled(100);
    }

    private static Change Mover(NetTally current, NetTally baseline, double confidence) =>
        Differences.Recovered(Net(current), new NetScoreLimits(current), Net(baseline), new NetScoreLimits(baseline), confidence) with
        {
            StandardError = Math.Sqrt(SquaredError(Counts(current)) + SquaredError(Counts(baseline))),
        };

    private static double Net(NetTally tally) => (double)(tally.Positive - tally.Negative) / tally.N;

    private static double Net((double Positive, double Neutral, double Negative) counts) =>
        (counts.Positive - counts.Negative) / (counts.Positive + counts.Neutral + counts.Negative);

    private static double SquaredError((double Positive, double Neutral, double Negative) counts) =>
        NetIntervals.Variance(counts.Positive, counts.Neutral, counts.Negative) / (counts.Positive + counts.Neutral + counts.Negative);

    private static (double Positive, double Neutral, double Negative) Counts(NetTally tally) => (tally.Positive, tally.Neutral, tally.Negative);

    private static (double Positive, double Neutral, double Negative) Adjusted(NetTally tally) =>
        (tally.Positive + 0.75, tally.Neutral + 1.5, tally.Negative + 0.75);
}
