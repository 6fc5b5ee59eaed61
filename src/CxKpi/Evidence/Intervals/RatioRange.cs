namespace CxKpi;

/// <summary>The values that the ratio of a KPI's two totals can take.</summary>
internal static class RatioRange
{
    /// <summary>Between two ends, from 0, up to 1 as what is left of a whole, or any.</summary>
    internal static KpiRange Of(KpiUnit unit, KpiRange range, EvidenceTotals totals) => unit switch
    {
        KpiUnit.Share or KpiUnit.NetPoints or KpiUnit.ScalePoints or KpiUnit.Index => range is { Lowest: { } low, Highest: { } high }
            ? new((low - totals.Origin) / totals.Scale, (high - totals.Origin) / totals.Scale)
            : default,
        KpiUnit.Percentage when range is { Lowest: < 0, Highest: 1 } => new(null, 1),
        KpiUnit.Percentage or KpiUnit.Seconds or KpiUnit.Money or KpiUnit.Ratio or KpiUnit.Rate or KpiUnit.Count => new(0, null),
    };

    /// <summary>The totals of a record; refused for a record that has a value and is no ratio of totals.</summary>
    internal static EvidenceTotals? TotalsOf<TKpi>(TKpi record, string purpose, string name)
        where TKpi : struct, IKpi<TKpi> =>
        record.Totals is null && record.Value is not null
            ? throw new ArgumentException($"{TKpi.Definition.Name} is no ratio of two totals, and only those of a ratio {purpose}", name)
            : record.Totals;
}
