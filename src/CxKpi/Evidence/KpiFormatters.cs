namespace CxKpi;

/// <summary>Shows one KPI record: its name, value, interval and base, and how it is defined.</summary>
/// <typeparam name="TKpi">The KPI record.</typeparam>
internal sealed class KpiFormatters<TKpi> : NotebookFormatters
    where TKpi : struct, IKpi<TKpi>
{
    private protected override string? ToHtml(object instance) => instance is TKpi kpi ? Face(kpi) : null;

    private static string Face(TKpi kpi)
    {
        ReportFormat words = ReportFormat.Default;
        KpiDefinition definition = TKpi.Definition;
        Estimate? estimate = kpi.Estimate();
        return new NotebookTable(kpi.ToString("G", words.Numbers))
            .Fact("name", definition.Name)
            .Fact(estimate is { } known ? words.IntervalAt(known.Confidence) : "", words.Interval(definition, estimate?.Lower, estimate?.Upper, kpi.Currency))
            .Fact("observations", estimate is { } counted ? words.Count(counted.N) : null)
            .Fact("formula", definition.Formula)
            .Fact("source", definition.Source)
            .Note(ReportFormat.Flags(estimate?.Flags ?? default))
            .ToHtml();
    }
}
