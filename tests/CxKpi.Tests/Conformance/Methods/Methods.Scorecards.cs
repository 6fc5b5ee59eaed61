namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Scorecards =>
    [
        new("kpi.target_attainment", x => Value(Target.Attainment(x.Number("actual"), x.Number("baseline"), x.Number("target")))),
    ];
}
