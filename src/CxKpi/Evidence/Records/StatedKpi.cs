namespace CxKpi;

/// <summary>The KPI that a document is about, stated by name so that the counts of one KPI are never read as those of another.</summary>
internal static class StatedKpi
{
    /// <summary>Writes the name of the KPI, or checks the one that is read.</summary>
    internal static void Kpi<T, TKpi>(this JsonMembers<T> json)
        where T : IJsonRecord<T>
        where TKpi : struct, IKpi<TKpi>
    {
        const string Member = "Kpi";
        string name = json.Text(Member, _ => TKpi.Definition.Name);
        if (!string.Equals(name, TKpi.Definition.Name, StringComparison.Ordinal))
        {
            throw json.Fault(Member, $"must be {TKpi.Definition.Name}; got {name}");
        }
    }
}
