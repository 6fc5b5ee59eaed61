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
        Interval("proportion.ci.modified_wilson", ShareInterval.ModifiedWilson),
        new("proportion.ci.cluster_linearized", ClusteredShare) { Range = (0, 1) },
        new("proportion.ci.cluster_wilson", ClusteredWilson),
        Change("proportion.diff.newcombe", ShareDifference.Newcombe),
        Change("proportion.diff.miettinen_nurminen", ShareDifference.MiettinenNurminen),
    ];

    private static Method Interval(string name, ShareInterval method) => new(name, x => Limits(Share(x).Estimate(x.Confidence, method)));

    private static Method Change(string name, ShareDifference method) =>
        new(name, x => Difference(Share(x, "_a").ChangeFrom(Share(x, "_b"), x.Confidence, method)));

    private static ShareTally Share(Inputs inputs, string suffix = "") => new(inputs.Count("successes" + suffix), inputs.Count("trials" + suffix));

    private static Clustered<Churn> Clusters(Inputs inputs) => inputs.Counts("success").Zip(inputs.Counts("cluster"))
        .Tally(row => new Churn(lost: row.First, atStart: 1), cluster: row => row.Second);

    private static Figures ClusteredWilson(Inputs inputs)
    {
        Estimate estimate = Clusters(inputs).Estimate(inputs.Confidence)!.Value;
        return new(Limits(estimate))
        {
            ["estimate"] = estimate.Value,
            ["standard_error"] = estimate.StandardError,
            ["df"] = estimate.DegreesOfFreedom,
            ["effective_n"] = estimate.EffectiveN,
        };
    }

    /// <summary>The design effect follows from the standard error: how much larger its square is than that of as many independent answers.</summary>
    private static Figures ClusteredShare(Inputs inputs)
    {
        Clustered<Churn> clustered = Clusters(inputs);
        Estimate estimate = clustered.Clusters.Estimate(inputs.Confidence)!.Value;
        double error = estimate.StandardError!.Value;
        return new()
        {
            ["estimate"] = estimate.Value,
            ["standard_error"] = error,
            ["df"] = estimate.DegreesOfFreedom,
            ["lower"] = estimate.Lower,
            ["upper"] = estimate.Upper,
            ["design_effect"] = error * error / (estimate.Value * (1 - estimate.Value) / clustered.N),
        };
    }
}
