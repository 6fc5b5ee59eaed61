namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Shares =>
    [
        Interval("proportion.ci.wilson", ShareInterval.Wilson),
        Interval("proportion.ci.wilson_cc", ShareInterval.WilsonContinuity),
        Interval("proportion.ci.agresti_coull", ShareInterval.AgrestiCoull),
        Interval("proportion.ci.clopper_pearson", ShareInterval.ClopperPearson),
        Interval("proportion.ci.jeffreys", ShareInterval.Jeffreys),
        Interval("proportion.ci.wald", ShareInterval.Wald),
        Interval("proportion.ci.midp", ShareInterval.MidP),
        new("proportion.ci.cluster_linearized", ClusteredShare) { Range = (0, 1) },
        Change("proportion.diff.newcombe", ShareDifference.Newcombe),
        Change("proportion.diff.miettinen_nurminen", ShareDifference.MiettinenNurminen),
    ];

    private static Method Interval(string name, ShareInterval method) => new(name, x => Limits(Share(x).Estimate(x.Confidence, method)));

    private static Method Change(string name, ShareDifference method) =>
        new(name, x => Difference(Share(x, "_a").ChangeFrom(Share(x, "_b"), x.Confidence, method)));

    private static ShareTally Share(Inputs inputs, string suffix = "") => new(inputs.Count("successes" + suffix), inputs.Count("trials" + suffix));

    /// <summary>The design effect follows from the standard error: how much larger its square is than that of as many independent answers.</summary>
    private static Figures ClusteredShare(Inputs inputs)
    {
        var rows = inputs.Counts("success").Zip(inputs.Counts("cluster"), (success, cluster) => (success, cluster)).ToArray();
        Clustered<Churn> clustered = rows.Tally(x => new Churn(lost: x.success, atStart: 1), cluster: x => x.cluster);
        Estimate estimate = clustered.Clusters.Estimate(inputs.Confidence)!.Value;
        double error = estimate.StandardError!.Value;
        return new()
        {
            ["estimate"] = estimate.Value,
            ["standard_error"] = error,
            ["df"] = estimate.DegreesOfFreedom,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
            ["design_effect"] = error * error / (estimate.Value * (1 - estimate.Value) / rows.Length),
        };
    }
}
