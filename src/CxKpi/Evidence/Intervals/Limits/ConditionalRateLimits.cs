namespace CxKpi;

/// <summary>Exact limits of a ratio of two rates, given the number of all events (Przyborowski and Wilenski 1940).</summary>
internal readonly record struct ConditionalRateLimits(RateTally A, RateTally B) : ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        long events = RateTests.Events(A, B);
        if (events == 0)
        {
            return (0, double.PositiveInfinity);
        }

        // The two shares add up to 1; each is taken where it keeps its digits.
        (double lower, double upper) = ExactShareIntervals.ClopperPearson(A.Events, events, tail);
        (double restLower, double restUpper) = ExactShareIntervals.ClopperPearson(B.Events, events, tail);
        double exposures = (double)B.Exposure / (double)A.Exposure;
        return (A.Events == 0 ? 0 : lower / restUpper * exposures, B.Events == 0 ? double.PositiveInfinity : upper / restLower * exposures);
    }
}
