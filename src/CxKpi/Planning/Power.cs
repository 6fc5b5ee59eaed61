namespace CxKpi.Practices;

/// <summary>What a comparison of two groups can see.</summary>
internal static class Power
{
    /// <summary>The difference that is seen: z times the spread when there is none, plus z of the power times the spread when there is.</summary>
    internal static double Spread(PlanningValue baseline, PlanningValue expected, double baselineSize, double size, double z, double zPower)
    {
        double own = Math.Sqrt(baseline.UnitVariance / baselineSize + expected.UnitVariance / size);
        if (baseline.Kind != PlannedKpi.Share)
        {
            return (z + zPower) * own;
        }

        // The test of two shares takes them to be equal.
        double pooled = (baselineSize * baseline.Value!.Value + size * expected.Value!.Value) / (baselineSize + size);
        return z * Math.Sqrt(pooled * (1 - pooled) * (1 / baselineSize + 1 / size)) + zPower * own;
    }
}
