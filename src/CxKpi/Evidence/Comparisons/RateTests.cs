namespace CxKpi;

/// <summary>The exact test of two rates.</summary>
internal static class RateTests
{
    internal static SignificanceTest? Test(RateTally current, RateTally baseline) => current.Exposure == 0 || baseline.Exposure == 0 ? null : new()
    {
        PValue = BinomialTest.TwoSidedPValue(current.Events, Events(current, baseline), ShareOfExposure(current, baseline)),
        Method = SignificanceTestMethod.ConditionalExact,
        N = Events(current, baseline),
    };

    /// <summary>The events of both.</summary>
    internal static long Events(RateTally a, RateTally b) => Guard.Sum("events", a.Events, b.Events);

    /// <summary>The share of all events that is expected on the first side when the rates are equal.</summary>
    internal static double ShareOfExposure(RateTally a, RateTally b) => (double)a.Exposure / ((double)a.Exposure + (double)b.Exposure);
}
