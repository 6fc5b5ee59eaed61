using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

/// <summary>Vectors state net scores on [-1, 1], the library plans in points; and an error where the library takes a confidence.</summary>
internal static partial class Methods
{
    private static IEnumerable<Method> Planning =>
    [
        new("sample_size.proportion_margin", x => Size(x, population: null)),
        new("sample_size.proportion_margin_fpc", x => Size(x, x.Count("population"))),
        new("sample_size.nps_margin", x => new Figures
        {
            ["n"] = SampleSizes.ForMargin(PlannedNet(x), x.Number("margin") / PerPoint, x.Confidence).Exact,
        }),
        new("sample_size.two_proportions", x => PerGroup(x, PlanningValue.Share(x.Number("p_a")), PlanningValue.Share(x.Number("p_b")))),
        new("mde.two_proportions", SmallestShare),
        new("sample_size.two_nps", x => PerGroup(x, PlannedNet(x, "_a"), PlannedNet(x, "_b"))),
        new("mde.two_nps_equal_variance", x => new Figures
        {
            ["mde"] = DetectableChange.Of(PlannedNet(x), x.Number("n_a"), x.Number("n_b"), 1 - x.Number("alpha"), x.Number("power")).Rise * PerPoint,
        }),
    ];

    private static PlanningValue PlannedNet(Inputs inputs, string suffix = "") =>
        PlanningValue.NetScore(inputs.Number("promoter_share" + suffix), inputs.Number("detractor_share" + suffix));

    private static Figures Size(Inputs inputs, long? population) => new()
    {
        ["n"] = SampleSizes.ForMargin(PlanningValue.Share(inputs.Number("proportion")), inputs.Number("margin"), inputs.Confidence, population).Exact,
    };

    private static Figures PerGroup(Inputs inputs, PlanningValue baseline, PlanningValue expected) => new()
    {
        ["n_per_group"] = SampleSizes.ForDifference(baseline, expected, 1 - inputs.Number("alpha"), inputs.Number("power")).Exact,
    };

    private static Figures SmallestShare(Inputs inputs)
    {
        double share = inputs.Number("p_a");
        double? rise = DetectableChange.Of(PlanningValue.Share(share), inputs.Number("n"), null, 1 - inputs.Number("alpha"), inputs.Number("power")).Rise;
        return new() { ["mde"] = rise, ["p_b_upper"] = share + rise };
    }
}
