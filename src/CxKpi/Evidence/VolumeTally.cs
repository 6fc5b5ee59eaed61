namespace CxKpi;

/// <summary>A number of arrivals, such as contacts or orders, that grows with the time over which it is counted.</summary>
/// <remarks>Its interval takes it for one draw of independent arrivals (Poisson).</remarks>
internal readonly record struct VolumeTally(long Count, long Entries)
{
    /// <summary>The arrivals as events of one observation; without an entry nobody counted.</summary>
    internal RateTally Evidence => Entries == 0 ? default : new(Count, 1);

    /// <summary>The difference from a baseline; none where the numbers of entries differ, since entries are rows or periods and do not say how long either
    /// took.</summary>
    internal Change? ChangeFrom(VolumeTally baseline, KpiDefinition definition, double confidence) =>
        ChangePer(1, baseline, 1, definition, Guard.Confidence(confidence)) is { } change && Entries == baseline.Entries ? change : null;

    /// <summary>The difference from the volume of another number of days.</summary>
    internal Change? ChangeOverDays(VolumeTally baseline, int days, int baselineDays, KpiDefinition definition, double confidence) =>
        ChangePer(Guard.Positive(days), baseline, Guard.Positive(baselineDays), definition, Guard.Confidence(confidence));

    private Change? ChangePer(long exposure, VolumeTally baseline, long baselineExposure, KpiDefinition definition, double confidence)
    {
        if (Entries == 0 || baseline.Entries == 0)
        {
            return null;
        }

        Change? change = exposure == baselineExposure
            ? Evidence.ChangeFrom(baseline.Evidence, confidence)
            : new RateTally(Count, exposure).ChangeFrom(new(baseline.Count, baselineExposure), confidence)?
                .Rescaled(exposure)
                .With(EstimateFlags.UnequalPeriods);

        // The baseline is what it would be over the same exposure.
        return change is { } known ? known.In(definition, Evidence.Value - known.Difference) : null;
    }
}
