using CxKpi.Trends;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Smoothing =>
    [
        new("series.holt_winters", KnownHoltWinters),
        new("series.holt_winters_optimised", BestHoltWinters),
        new("series.ets_known", KnownStates),
    ];

    /// <summary>R's limits are asked for: those of a multiplicative season are narrower than they should be.</summary>
    private static Figures KnownHoltWinters(Inputs inputs)
    {
        HoltWinters fit = HoltWinters.Fit(
            inputs.Series().Numbers("values"),
            (int)inputs.Count("period"),
            SeasonOf(inputs),
            alpha: inputs.Number("alpha"),
            beta: inputs.Number("beta"),
            gamma: inputs.Number("gamma"),
            startCycles: (int)inputs.Count("startPeriods"));
        IReadOnlyList<ForecastPoint> ahead = fit.Forecast(8, limits: HoltWintersLimits.R);
        return new()
        {
            ["fitted"] = fit.Fitted,
            ["SSE"] = fit.SumOfSquares,
            ["level"] = fit.Level,
            ["slope"] = fit.Slope,
            ["seasonCoefficients"] = fit.SeasonCoefficients,
            ["forecast"] = ahead.Select(x => x.Value).ToArray(),
            ["upper95"] = ahead.Select(x => x.Upper).ToArray(),
            ["lower95"] = ahead.Select(x => x.Lower).ToArray(),
        };
    }

    private static Figures BestHoltWinters(Inputs inputs)
    {
        HoltWinters fit = HoltWinters.Fit(inputs.Series().Numbers("values"), (int)inputs.Count("period"), SeasonOf(inputs));
        return new() { ["alpha"] = fit.Alpha, ["beta"] = fit.Beta, ["gamma"] = fit.Gamma, ["SSE"] = fit.SumOfSquares };
    }

    private static Figures KnownStates(Inputs inputs)
    {
        SmoothingWeights weights = new(inputs.Number("alpha"), inputs.Find("beta"), inputs.Find("gamma"), inputs.Find("phi"));
        SmoothingState start = new(inputs.Number("l0"), inputs.Find("b0").GetValueOrDefault(), weights.Gamma is null ? null : inputs.Numbers("s0_firstToLast"));
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown(inputs.Series().Numbers("values"), weights, start);
        IReadOnlyList<ForecastPoint> ahead = fit.Forecast(14);
        return new()
        {
            ["fitted"] = fit.Fitted,
            ["sse"] = fit.SumOfSquares,
            ["logLik"] = fit.LogLikelihood,
            ["forecast"] = ahead.Select(x => x.Value).ToArray(),
            ["varianceMultipliers"] = fit.VarianceMultipliers(14),
            ["pi95Lower"] = ahead.Select(x => x.Lower).ToArray(),
            ["pi95Upper"] = ahead.Select(x => x.Upper).ToArray(),
            ["sigma2Used"] = fit.Variance,
        };
    }

    private static HoltWintersSeason SeasonOf(Inputs inputs) => Enum.Parse<HoltWintersSeason>(inputs.Text("seasonal"), ignoreCase: true);
}
