namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Rates =>
    [
        new("rate.ci.garwood", x => Limits(Rate(x).Estimate(x.Confidence))),
        new("rate.ci.score", x => Limits(Rate(x).Estimate(x.Confidence, RateInterval.Score))),
        new("rate.diff.mover_garwood", x => Difference(Rate(x, "_a").ChangeFrom(Rate(x, "_b"), x.Confidence, RateDifference.MoverOfGarwood))),
    ];

    private static RateTally Rate(Inputs inputs, string suffix = "") => new(inputs.Count("events" + suffix), inputs.Decimal("exposure" + suffix));
}
