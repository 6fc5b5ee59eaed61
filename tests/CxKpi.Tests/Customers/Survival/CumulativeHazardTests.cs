namespace CxKpi.Tests.Customers;

public class CumulativeHazardTests
{
    [Fact]
    public void FlemingHarrington_ManyAtOnce_IsTheSumOneByOne()
    {
        const long All = 60_000, Ended = 55_000;
        HazardPoint point = SurvivalTally.FromTenures([new(5, true, 0, Ended), new(9, false, 0, All - Ended)])
            .Hazard(0.95, HazardEstimator.FlemingHarrington)[0];
        double hazard = 0, variance = 0;
        for (long left = All; left > All - Ended; left--)
        {
            hazard += 1.0 / left;
            variance += 1.0 / left / left;
        }

        Assert.Equal(hazard, point.Value, 1e-12);
        Assert.Equal(Math.Sqrt(variance), point.StandardError, 1e-14);
    }

    [Fact]
    public void FlemingHarrington_OfBillions_EndsAtOnce()
    {
        const long All = 3_000_000_000;
        HazardPoint point = SurvivalTally.FromTenures([new(5, true, 0, All)]).Hazard(0.95, HazardEstimator.FlemingHarrington)[0];

        // The harmonic number, by its asymptotic series.
        Assert.Equal(Math.Log(All) + 0.5772156649015329 + 0.5 / All, point.Value, 1e-12);
    }
}
