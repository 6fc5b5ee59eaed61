using CxKpi.Trends;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Decompositions =>
    [
        new("series.stl", StlOfR) { Information = ["stockRMaxAbsDeviationSeasonal"] },
        new("series.stl_robust", StlOfR) { Information = ["stockRMaxAbsDeviationSeasonal"] },
        new("series.stl_statsmodels", StlOfStatsmodels),
    ];

    private static Figures StlOfR(Inputs inputs)
    {
        int? span = inputs.CountOrNull("s.window");
        bool robust = inputs.Truth("robust");
        StlOptions preset = robust ? StlOptions.RCompatibleRobust(span) : StlOptions.RCompatible(span);
        StlOptions options = preset with
        {
            TrendSpan = inputs.CountOrNull("t.window"),
            LowPassSpan = inputs.CountOrNull("l.window"),
            SeasonalDegree = inputs.CountOrNull("s.degree") ?? preset.SeasonalDegree,
            TrendDegree = inputs.CountOrNull("t.degree") ?? preset.TrendDegree,
            LowPassDegree = inputs.CountOrNull("l.degree") ?? preset.LowPassDegree,
            SeasonalJump = inputs.CountOrNull("s.jump"),
            TrendJump = inputs.CountOrNull("t.jump"),
            LowPassJump = inputs.CountOrNull("l.jump"),
            InnerIterations = inputs.CountOrNull("inner") ?? preset.InnerIterations,
            RobustIterations = inputs.CountOrNull("outer") ?? preset.RobustIterations,
        };
        double[] values = SeriesOf(inputs);
        int period = (int)inputs.Count("period");
        StlPlan plan = StlPlan.For(values.Length, period, options);
        StlDecomposition stl = Stl.Decompose(values, period, options);
        return new(Components(stl))
        {
            ["windows"] = new Figures { ["seasonal"] = plan.Seasonal, ["trend"] = plan.Trend, ["lowPass"] = plan.LowPass },
            ["jumps"] = new Figures { ["seasonal"] = plan.SeasonalJump, ["trend"] = plan.TrendJump, ["lowPass"] = plan.LowPassJump },
            ["seasonalStrength"] = stl.SeasonalStrength ?? (object)RoundingNoise.Instance,
            ["trendStrength"] = stl.TrendStrength ?? (object)RoundingNoise.Instance,
        };
    }

    private static Figures StlOfStatsmodels(Inputs inputs)
    {
        StlOptions options = StlOptions.StatsmodelsCompatible((int)inputs.Count("seasonal")) with
        {
            SeasonalDegree = (int)inputs.Count("seasonal_deg"),
            TrendDegree = (int)inputs.Count("trend_deg"),
            LowPassDegree = (int)inputs.Count("low_pass_deg"),
            SeasonalJump = (int)inputs.Count("seasonal_jump"),
            TrendJump = (int)inputs.Count("trend_jump"),
            LowPassJump = (int)inputs.Count("low_pass_jump"),
            InnerIterations = (int)inputs.Count("inner_iter"),
            RobustIterations = (int)inputs.Count("outer_iter"),
        };
        int period = (int)inputs.Count("period");
        double[] values = SeriesOf(inputs);
        StlPlan plan = StlPlan.For(values.Length, period, options);
        Assert.Equal(((int)inputs.Count("trend"), (int)inputs.Count("low_pass")), (plan.Trend, plan.LowPass));
        return Components(Stl.Decompose(values, period, options));
    }

    private static Figures Components(StlDecomposition stl) => new()
    {
        ["seasonal"] = stl.Seasonal,
        ["trend"] = stl.Trend,
        ["remainder"] = stl.Remainder,
        ["weights"] = stl.RobustnessWeights,
    };

    private static double[] SeriesOf(Inputs inputs)
    {
        double[] values = inputs.Series().NumbersOrMissing("values");
        bool log = inputs.Has("transform") ? inputs.Text("transform") == "log" : inputs.CountOrNull("lambda") == 0;
        return log ? [.. values.Select(x => Math.Log(x))] : values;
    }
}
