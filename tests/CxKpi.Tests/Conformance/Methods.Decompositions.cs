using CxKpi.Trends;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Decompositions =>
    [
        new("series.stl", StlOfR) { Information = ["stockRMaxAbsDeviationSeasonal"] },
        new("series.stl_robust", StlOfR) { Information = ["stockRMaxAbsDeviationSeasonal"] },
        new("series.stl_statsmodels", StlOfStatsmodels),
        new("series.classical", ClassicalOfR),
        new("series.classical_statsmodels", ClassicalOfStatsmodels),
        new("series.mstl", inputs => MultipleSeasons(inputs, MstlOptions.RCompatible)),
        new("series.mstl_statsmodels", inputs => MultipleSeasons(inputs, MstlOptions.StatsmodelsCompatible)),
        new("series.gap_fill", FilledGaps),
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

    private static Figures ClassicalOfR(Inputs inputs) =>
        Classical(inputs, ClassicalOptions.Default with { Model = ModelOf(inputs.Text("type")) }, "random");

    private static Figures ClassicalOfStatsmodels(Inputs inputs) => Classical(
        inputs,
        ClassicalOptions.StatsmodelsCompatible(inputs.CountOrNull("extrapolate_trend") ?? 0) with
        {
            Model = inputs.Has("model") ? ModelOf(inputs.Text("model")) : DecompositionModel.Additive,
            Filter = !inputs.Has("two_sided") || inputs.Truth("two_sided") ? TrendFilter.TwoSided : TrendFilter.Trailing,
        },
        "resid");

    private static DecompositionModel ModelOf(string name) => name == "multiplicative" ? DecompositionModel.Multiplicative : DecompositionModel.Additive;

    private static Figures Classical(Inputs inputs, ClassicalOptions options, string remainder)
    {
        ClassicalDecomposition parts = ClassicalDecomposition.Of(SeriesOf(inputs), (int)inputs.Count("period"), options);
        return new()
        {
            ["trend"] = OrNull(parts.Trend),
            ["seasonal"] = parts.Seasonal,
            [remainder] = OrNull(parts.Remainder),
            ["figure"] = parts.Figure,
        };
    }

    private static double?[] OrNull(IEnumerable<double> values) => [.. values.Select(x => double.IsNaN(x) ? (double?)null : x)];

    private static Figures MultipleSeasons(Inputs inputs, MstlOptions preset)
    {
        int[] periods = [.. inputs.Counts("periods").Select(x => (int)x)];
        MstlOptions options = preset with
        {
            Rounds = inputs.CountOrNull("iterate") ?? preset.Rounds,
            SeasonalSpans = inputs.CountOrNull("s.window") is { } span ? [span] : inputs.Has("windows") ? [.. inputs.Counts("windows").Select(x => (int)x)] : null,
        };
        MstlDecomposition parts = Mstl.Decompose(SeriesOf(inputs), periods, options);
        Figures figures = new() { ["trend"] = parts.Trend, ["remainder"] = parts.Remainder };
        for (int i = 0; i < periods.Length; i++)
        {
            figures[$"seasonal{periods[i]}"] = parts.Seasons[i];
        }

        return figures;
    }

    private static Figures FilledGaps(Inputs inputs)
    {
        double[] values = SeriesOf(inputs);
        StlDecomposition parts = Stl.Decompose(values, (int)inputs.Count("period"));
        return new()
        {
            ["filled"] = values.Select((y, i) => double.IsNaN(y) ? parts.Seasonal[i] + parts.Trend[i] : y).ToArray(),
            ["missingIndices0"] = Enumerable.Range(0, values.Length).Where(i => double.IsNaN(values[i])).ToArray(),
        };
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
        double[] values = inputs.Series().GappedNumbers("values");
        bool log = inputs.Has("transform") ? inputs.Text("transform") == "log" : inputs.CountOrNull("lambda") == 0;
        return log ? [.. values.Select(x => Math.Log(x))] : values;
    }
}
