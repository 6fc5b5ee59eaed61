namespace CxKpi;

/// <summary>The cumulative hazard from a table of risk sets.</summary>
internal static class CumulativeHazard
{
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
                double growth = 0, spread = 0;
                for (long left = atRisk; left > atRisk - ended; left--)
                {
                    growth += 1.0 / left;
                    spread += 1 / ((double)left * left);
                }

                return (growth, spread);
            default:
                throw Guard.Outside(nameof(estimator), "must be a named value", estimator);
        }
    }
}
