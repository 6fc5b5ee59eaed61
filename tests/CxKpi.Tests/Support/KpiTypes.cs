namespace CxKpi.Tests;

/// <summary>
/// The KPI records of the library, found by reflection; <see cref="Clustered{TKpi}"/> and <see cref="Weighted{TKpi}"/> are of any of them and none of its own.
/// </summary>
internal static class KpiTypes
{
    internal static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(Nps).Assembly.GetExportedTypes()
            .Where(type => type is { IsValueType: true, IsGenericType: false }
                && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IKpi<>)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];
}
