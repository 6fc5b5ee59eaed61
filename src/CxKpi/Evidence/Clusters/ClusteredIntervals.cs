namespace CxKpi;

/// <summary>Intervals that take clusters as the sampling units, by the values that a KPI can take.</summary>
internal static class ClusteredIntervals
{
    /// <summary>With fewer clusters the spread between them is hardly known.</summary>
    private const int Few = 10;

    /// <summary>The totals of a record; refused for a record that has a value and is no ratio of totals.</summary>
    internal static EvidenceTotals? Totals<TKpi>(TKpi record, string name)
        where TKpi : struct, IKpi<TKpi> => RatioRange.TotalsOf(record, "tell how clusters vary", name);

    internal static Estimate? Estimate<TKpi>(Clustered<TKpi> record, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        if (record.Total.Estimate(confidence) is not { } plain || record.Total.Totals is not { } totals || Ratio(record, totals, plain) is not { } ratio)
        {
            return null;
        }

        long clusters = record.Clusters.Rows;
        return ratio.Rescaled(totals.Scale, totals.Origin) with
        {
            Value = plain.Value,
            N = plain.N,
            Clusters = clusters,
            UnitVariance = ratio.StandardError is { } error ? totals.Scale * totals.Scale * error * error * clusters : null,
            Weight = clusters,
            Flags = ratio.Flags | record.Flags | Fewness(record),
        };
    }

    /// <summary>The difference of two records that have values.</summary>
    internal static Change Change<TKpi>(Clustered<TKpi> current, Clustered<TKpi> baseline, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        EvidenceTotals totals = current.Total.Totals!.Value;
        (RatioTally rows, RatioTally baseRows) = (current.Clusters, baseline.Clusters);
        Change? ratio = RangeOf(current, totals) switch
        {
            { Lowest: { } low, Highest: { } high } => BoundedIntervals.Change(OwnRatio(current), OwnRatio(baseline), low, high, confidence),
            { Lowest: not null } => PositiveAmount.Change(rows, baseRows, confidence),
            { Highest: not null } => PositiveAmount.Change(rows.Complement(), baseRows.Complement(), confidence)?.Complement(),
            _ => rows.ChangeFrom(baseRows, confidence),
        };
        EstimateFlags rounded = (current.Flags | baseline.Flags) & EstimateFlags.RoundedFigures;
        return ratio!.Value.Rescaled(totals.Scale).With(rounded | Fewness(current) | Fewness(baseline));

        Estimate? OwnRatio(Clustered<TKpi> record) => Ratio(record, record.Total.Totals!.Value, record.Total.Estimate(confidence)!.Value);
    }

    /// <summary>The estimate of the ratio of the two totals, before it is brought to the unit of the KPI.</summary>
    private static Estimate? Ratio<TKpi>(Clustered<TKpi> record, EvidenceTotals totals, Estimate plain)
        where TKpi : struct, IKpi<TKpi>
    {
        RatioTally rows = record.Clusters;
        return RangeOf(record, totals) switch
        {
            { Lowest: { } low, Highest: { } high } => Bounded(rows, totals, plain, low, high),
            { Lowest: not null } => Positive(rows, totals, plain),
            { Highest: not null } => PositiveAmount.EstimateRest(rows, plain.Confidence),
            _ => rows.Estimate(plain.Confidence),
        };
    }

    /// <summary>Wilson's interval on the effective sample size, which is never above that of independent observations.</summary>
    private static Estimate? Bounded(RatioTally rows, EvidenceTotals totals, Estimate plain, double low, double high)
    {
        if (rows.Estimate(plain.Confidence) is not { } ratio)
        {
            return null;
        }

        double share = (ratio.Value - low) / (high - low), range = totals.Scale * (high - low);
        double independent = plain.UnitVariance is > 0 and var unit ? share * (1 - share) * range * range * plain.Weight / unit : double.PositiveInfinity;
        Estimate? bounded = BoundedIntervals.Estimate(
            ratio, low, high, 0, Math.Min(independent, plain.EffectiveN ?? double.PositiveInfinity), BoundedRatio.KishSize(rows));

        // Clusters of counts that are all at one end do tell: were some of them not, one would have shown it.
        return totals.AreCounts && bounded is { Lower: not null, Value: 0 or 1 } end ? end with { Flags = end.Flags & ~EstimateFlags.ZeroVariance } : bounded;
    }

    /// <summary>Limits on the logarithm, or those of the observations where all are 0.</summary>
    private static Estimate? Positive(RatioTally rows, EvidenceTotals totals, Estimate plain) => PositiveAmount.Estimate(rows, plain.Confidence) switch
    {
        { Value: 0, Upper: not null } zero => zero with { Lower = plain.Lower / totals.Scale, Upper = plain.Upper / totals.Scale },
        var ratio => ratio,
    };

    private static KpiRange RangeOf<TKpi>(Clustered<TKpi> record, EvidenceTotals totals)
        where TKpi : struct, IKpi<TKpi> => RatioRange.Of(TKpi.Definition.Unit, record.GoalRange, totals);

    private static EstimateFlags Fewness<TKpi>(Clustered<TKpi> record)
        where TKpi : struct, IKpi<TKpi> => record.Clusters.Rows < Few ? EstimateFlags.FewClusters : EstimateFlags.None;
}
