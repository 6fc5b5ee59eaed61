using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Mirrors => [new("kpi.mirror_gap", MirrorGap)];

    private static Figures MirrorGap(Inputs inputs)
    {
        MirrorItem item = MirrorItem.Of("item", Group(inputs.Part("employees")), Group(inputs.Part("customers")), 4);
        return new() { ["gap"] = MirrorSurvey.Of([item])[0].Gap?.Difference };
    }

    private static MeanTally Group(Inputs group)
    {
        decimal mean = group.Decimal("mean"), deviation = group.Decimal("sd");
        long n = group.Count("n");
        return new(n, n * mean, (n - 1) * deviation * deviation + n * mean * mean);
    }
}
