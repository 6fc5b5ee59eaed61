namespace CxKpi.Benchmarks.Coverage;

/// <summary>What an interval and a target say of one sample whose true value is known.</summary>
/// <param name="IsBelow">Whether the truth lies below the interval.</param>
/// <param name="IsAbove">Whether the truth lies above the interval.</param>
/// <param name="IsFlagged">Whether the estimate says that its sample is too small, too skewed or all alike.</param>
/// <param name="IsDecided">Whether a target exactly at the truth is called met or missed.</param>
internal readonly record struct Outcome(bool IsBelow, bool IsAbove, bool IsFlagged, bool IsDecided)
{
    private const EstimateFlags Warnings =
        EstimateFlags.Skewed | EstimateFlags.FewClusters | EstimateFlags.ZeroVariance | EstimateFlags.SingleObservation | EstimateFlags.SmallExpected;

    public static Outcome Of<TKpi>(TKpi kpi, double truth)
        where TKpi : struct, IKpi<TKpi>
    {
        // Some samples hold nothing to divide by.
        if (kpi.Estimate() is not { } estimate)
        {
            return new(false, false, true, false);
        }

        Target target = TKpi.Definition.Direction == KpiDirection.LowerIsBetter ? Target.AtMost(truth) : Target.AtLeast(truth);
        return Of(estimate, truth) with { IsDecided = target.Assess(kpi).Status is TargetStatus.Met or TargetStatus.Missed };
    }

    public static Outcome Of(Estimate estimate, double truth) =>
        new(truth < estimate.Lower, truth > estimate.Upper, IsWarned(estimate.Flags), false);

    public static bool IsWarned(EstimateFlags flags) => (flags & Warnings) != EstimateFlags.None;
}
