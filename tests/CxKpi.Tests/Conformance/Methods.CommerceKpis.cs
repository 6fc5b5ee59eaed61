namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> CommerceKpis => [];
}
