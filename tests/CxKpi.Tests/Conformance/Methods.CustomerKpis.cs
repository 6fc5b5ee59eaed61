namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> CustomerKpis =>
    [
        new("kpi.churn", x => Value(new Churn(x.Count("lost"), x.Count("at_start")).Value)),
        new("kpi.retention", x => Value(Retention.FromCounts(x.Count("at_start"), x.Count("at_end"), x.Count("new")).Value)),
    ];
}
