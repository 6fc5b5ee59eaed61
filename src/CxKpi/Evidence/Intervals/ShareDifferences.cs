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
        };
        return change.With(SmallestExpected(current, baseline) < 5 ? EstimateFlags.SmallExpected : EstimateFlags.None) with
        {
            StandardError = Math.Sqrt(SquaredError(value, current.N) + SquaredError(baseValue, baseline.N)),
        };
    }

    private static double SquaredError(double share, long total) => share * (1 - share) / total;

    private static double SmallestExpected(ShareTally a, ShareTally b)
    {
        double total = (double)a.N + b.N;
        double rarer = Math.Min((double)a.Count + b.Count, (double)a.Rest + b.Rest);
        return Math.Min(a.N, b.N) * rarer / total;
    }
}
