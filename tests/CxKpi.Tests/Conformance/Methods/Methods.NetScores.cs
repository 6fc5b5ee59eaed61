namespace CxKpi.Tests.Conformance;

/// <summary>Vectors state net scores on [-1, 1], the library in points.</summary>
internal static partial class Methods
{
    private const double PerPoint = 0.01;

    private static IEnumerable<Method> NetScores =>
    [
        new("nps.point_variance_se", NetPoint),
        new("nps.ci.score", x => Limits(Net(x).Estimate(x.Confidence), PerPoint)),

        // These leave the reference's limits outside the range; the library cuts them at -100 and 100 and flags that.
        new("nps.ci.t_on_codes", x => Limits(Net(x).Estimate(x.Confidence, NetInterval.StudentT), PerPoint)) { Range = (-1, 1) },
        new("nps.ci.wald", x => Limits(Net(x).Estimate(x.Confidence, NetInterval.Wald), PerPoint)) { Range = (-1, 1) },
        new("nps.ci.adjusted_wald", x => Limits(Net(x).Estimate(x.Confidence, NetInterval.AdjustedWald), PerPoint)) { Range = (-1, 1) },
        new("nps.ci.wald_fpc", NetOfPopulation) { Range = (-1, 1) },
        new("nps.diff.mover_score", x => Difference(Net(x.Part("a")).ChangeFrom(Net(x.Part("b")), x.Confidence), PerPoint)),
    ];

    private static NetTally Net(Inputs inputs) => new(inputs.Count("promoters"), inputs.Count("passives"), inputs.Count("detractors"));

    private static Figures NetPoint(Inputs inputs)
    {
        NetTally tally = Net(inputs);
        return new()
        {
            ["nps"] = tally.Value * PerPoint,
            ["variance"] = tally.Variance * PerPoint * PerPoint,
            ["standard_error"] = tally.Estimate(method: NetInterval.Wald)?.StandardError * PerPoint,
        };
    }

    private static Figures NetOfPopulation(Inputs inputs)
    {
        Estimate? estimate = Net(inputs).Estimate(inputs.Confidence, NetInterval.Wald, inputs.Count("population"));
        Figures figures = Limits(estimate, PerPoint);
        figures["standard_error"] = estimate?.StandardError * PerPoint;
        return figures;
    }
}
