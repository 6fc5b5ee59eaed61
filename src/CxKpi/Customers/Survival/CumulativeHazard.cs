namespace CxKpi;

/// <summary>The cumulative hazard from a table of risk sets.</summary>
internal static class CumulativeHazard
{
    private const long OneByOneUpTo = 10_000;

    internal static IEnumerable<HazardPoint> Of(ReadOnlySpan<SurvivalStep> steps, double quantile, HazardEstimator estimator)
    {
        List<HazardPoint> points = new(steps.Length);
        RiskSet risk = new(steps);
        double hazard = 0, variance = 0;
        while (risk.MoveNext())
        {
            if (risk.Step.Gone == 0)
            {
                continue;
            }

            (double growth, double spread) = Growth(risk.Step.Ended, risk.AtRisk, estimator);
            hazard += growth;
            variance += spread;
            double error = Math.Sqrt(variance), factor = Math.Exp(quantile * error / hazard);
            points.Add(hazard > 0
                ? new(risk.Step.Time, hazard, error, hazard / factor, double.IsFinite(hazard * factor) ? hazard * factor : null)
                : new(risk.Step.Time, 0, 0, null, null));
        }

        return points;
    }

    private static (double Growth, double Spread) Growth(long ended, long atRisk, HazardEstimator estimator)
    {
        switch (estimator)
        {
            case HazardEstimator.NelsonAalen:
                return ((double)ended / atRisk, ended / ((double)atRisk * atRisk));
            case HazardEstimator.FlemingHarrington:
                long least = atRisk - ended, summed = Math.Min(atRisk, Math.Max(least, OneByOneUpTo));
                double growth = 0, spread = 0;
                for (long left = summed; left > least; left--)
                {
                    growth += 1.0 / left;
                    spread += 1 / ((double)left * left);
                }

                if (summed < atRisk)
                {
                    // By the integral between, corrected by Euler and Maclaurin, which is exact to the last digit here.
                    double from = summed + 0.5, to = atRisk + 0.5;
                    growth += Math.Log(to / from) + (1 / (to * to) - 1 / (from * from)) / 24;
                    spread += 1 / from - 1 / to + (1 / (to * to * to) - 1 / (from * from * from)) / 12;
                }

                return (growth, spread);
            default:
                throw Guard.Outside(nameof(estimator), "must be a named value", estimator);
        }
    }
}
