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

    /// <summary>All weights are known: one that is null leaves its part out, as does the word false. The limits asked for are R's.</summary>
    private static Figures KnownHoltWinters(Inputs inputs)
    {
        HoltWinters fit = HoltWintersOf(inputs, inputs.WeightOrNull("beta") is not null, inputs.WeightOrNull("gamma") is not null);
        Figures figures = new()
        {
            ["fitted"] = fit.Fitted,
            ["SSE"] = fit.SumOfSquares,
            ["level"] = fit.Level,
            ["slope"] = fit.Slope,
            ["seasonCoefficients"] = fit.SeasonCoefficients,
        };
        AddForecast(figures, inputs, level => fit.Forecast(inputs.Horizon("forecast"), level, HoltWintersLimits.R), "lower{0}", "upper{0}");
        return figures;
    }

    /// <summary>A weight that is not given is to be found; the word false leaves its part out.</summary>
    private static Figures BestHoltWinters(Inputs inputs)
    {
        HoltWinters fit = HoltWintersOf(inputs, !inputs.IsOff("beta"), !inputs.IsOff("gamma"));
        return new() { ["alpha"] = fit.Alpha, ["beta"] = fit.Beta, ["gamma"] = fit.Gamma, ["SSE"] = fit.SumOfSquares };
    }

    private static HoltWinters HoltWintersOf(Inputs inputs, bool hasTrend, bool hasSeason)
    {
        HoltWintersSeason season = Enum.Parse<HoltWintersSeason>(inputs.TextOrNull("seasonal") ?? nameof(HoltWintersSeason.Additive), ignoreCase: true);
        return HoltWinters.Fit(
            inputs.Series().Numbers("values"),
            inputs.CountOrNull("period") ?? 1,
            hasSeason ? season : HoltWintersSeason.None,
            hasTrend ? HoltWintersTrend.Linear : HoltWintersTrend.None,
            inputs.WeightOrNull("alpha"),
            inputs.WeightOrNull("beta"),
            inputs.WeightOrNull("gamma"),
            inputs.CountOrNull(inputs.NameOf("startPeriods", "start.periods")) ?? 2);
    }

    private static Figures KnownStates(Inputs inputs)
    {
        SmoothingWeights weights = new(inputs.Number("alpha"), inputs.NumberOrNull("beta"), inputs.NumberOrNull("gamma"), inputs.NumberOrNull("phi"));
        double[] seasons = inputs.NumbersOrNull("s0_firstToLast") ?? [];
        Agree(inputs.Text("model"), $"ETS(A,{(weights.Beta is null ? "N" : weights.Phi is null ? "A" : "Ad")},{(weights.Gamma is null ? "N" : "A")})");
        Agree(inputs.Count("period"), seasons.Length == 0 ? inputs.Count("period") : seasons.Length);
        ExponentialSmoothing fit = ExponentialSmoothing.WithKnown(
            inputs.Series().GappedNumbers("values"), weights, new(inputs.Number("l0"), inputs.NumberOrNull("b0").GetValueOrDefault(), seasons));
        int horizon = inputs.Horizon("forecast");
        Figures figures = new()
        {
            ["fitted"] = fit.Fitted,
            ["sse"] = fit.SumOfSquares,
            ["logLik"] = fit.LogLikelihood,
            ["varianceMultipliers"] = fit.VarianceMultipliers(horizon),
            ["sigma2Used"] = fit.Variance,
        };
        AddForecast(figures, inputs, level => fit.Forecast(horizon, level), "pi{0}Lower", "pi{0}Upper");
        return figures;
    }

    /// <summary>The forecast and its limits at the usual confidence levels and the one that the vector states.</summary>
    private static void AddForecast(Figures figures, Inputs inputs, Func<double, IReadOnlyList<ForecastPoint>> forecast, string lower, string upper)
    {
        foreach (double level in UsualLevels.Append(inputs.Confidence))
        {
            IReadOnlyList<ForecastPoint> ahead = forecast(level);
            figures["forecast"] = ahead.Select(x => x.Value).ToArray();
            figures[Named(lower, level)] = OrNull(ahead.Select(x => x.Lower));
            figures[Named(upper, level)] = OrNull(ahead.Select(x => x.Upper));
        }
    }
}
