namespace CxKpi.Engines.Tests;

/// <summary>A KPI that every engine must give, and the query that it is asked.</summary>
internal sealed record KpiCase(string Name, Type Kpi, Case Case, Func<IQueryable<Order>, IQueryable> Query);
