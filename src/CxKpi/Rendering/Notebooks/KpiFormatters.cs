namespace CxKpi;

/// <summary>Shows one KPI record: its name, value, interval and base, and how it is defined.</summary>
/// <typeparam name="TKpi">The KPI record.</typeparam>
internal sealed class KpiFormatters<TKpi> : NotebookFormatters
    where TKpi : struct, IKpi<TKpi>
{
    private protected override string? ToHtml(object instance) => instance is TKpi kpi ? Faces.Of(kpi) : null;
}
