namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Means =>
    [
        new("mean.ci.t", x => Mean(x, population: null)),
        new("mean.ci.t_fpc", x => Mean(x, x.Count("population"))),
        new("mean.diff.welch", Welch),
        new("ratio_of_totals.linearized", RatioOfTotals),
    ];

    private static Figures Mean(Inputs inputs, long? population)
    {
        MeanTally tally = MeanTally.FromValues(inputs.Numbers("values"));
        Estimate? estimate = tally.Estimate(inputs.Confidence, population);
        return new(Limits(estimate))
        {
            ["mean"] = tally.Value,
            ["sd"] = tally.StandardDeviation,
            ["standard_error"] = estimate?.StandardError,
            ["df"] = estimate?.DegreesOfFreedom,
        };
    }

    /// <summary>The statistic is the difference over its standard error, which the two estimates hold.</summary>
    private static Figures Welch(Inputs inputs)
    {
        MeanTally a = MeanTally.FromValues(inputs.Numbers("a")), b = MeanTally.FromValues(inputs.Numbers("b"));
        Change change = a.ChangeFrom(b, inputs.Confidence)!.Value;
        double error = double.Hypot(a.Estimate()!.Value.StandardError!.Value, b.Estimate()!.Value.StandardError!.Value);
        return new(Difference(change)) { ["t"] = change.Difference / error, ["df"] = change.DegreesOfFreedom };
    }

    private static Figures RatioOfTotals(Inputs inputs)
    {
        Estimate? estimate = RatioTally.FromRows(inputs.Decimals("numerator").Zip(inputs.Decimals("denominator"))).Estimate(inputs.Confidence);
        return new(Limits(estimate))
        {
            ["ratio"] = estimate?.Value,
            ["standard_error"] = estimate?.StandardError,
            ["df"] = estimate?.DegreesOfFreedom,
        };
    }
}
