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
        new("series.mstl", MstlOfR),
        new("series.mstl_statsmodels", MstlOfStatsmodels),
        new("series.gap_fill", FilledGaps),
    ];

    private static Figures StlOfR(Inputs inputs)
    {
        int?[]? spans = inputs.CountsOrWord("s.window", "periodic") ?? throw new KeyNotFoundException("stl of R needs an s.window");
        StlOptions options = OptionsOfR(inputs, spans is [var span] ? span : throw new FormatException("stl of R takes one s.window"));
        double[] values = SeriesOf(inputs);
        int period = (int)inputs.Count("period");
        StlPlan plan = StlPlan.For(values.Length, period, options);
        StlDecomposition stl = Stl.Decompose(values, period, options);
        return new(Components(stl))
        {
            ["windows"] = new Figures { ["seasonal"] = plan.Seasonal, ["trend"] = plan.Trend, ["lowPass"] = plan.LowPass },
            ["jumps"] = new Figures { ["seasonal"] = plan.SeasonalJump, ["trend"] = plan.TrendJump, ["lowPass"] = plan.LowPassJump },
            ["degrees"] = new Figures { ["seasonal"] = plan.SeasonalDegree, ["trend"] = options.TrendDegree, ["lowPass"] = plan.LowPassDegree },
            ["seasonalStrength"] = stl.SeasonalStrength ?? (object)RoundingNoise.Instance,
            ["trendStrength"] = stl.TrendStrength ?? (object)RoundingNoise.Instance,
        };
    }

    /// <summary>The arguments of R's <c>stl</c>; those that are not stated follow the preset.</summary>
    private static StlOptions OptionsOfR(Inputs inputs, int? seasonalSpan)
    {
        StlOptions preset = inputs.Truth("robust") ? StlOptions.RCompatibleRobust(seasonalSpan) : StlOptions.RCompatible(seasonalSpan);
        return preset with
        {
            TrendSpan = inputs.CountOrNull("t.window"),
            LowPassSpan = inputs.CountOrNull("l.window"),
            SeasonalDegree = inputs.CountOrNull("s.degree") ?? preset.SeasonalDegree,
            TrendDegree = inputs.CountOrNull("t.degree") ?? preset.TrendDegree,
            LowPassDegree = inputs.CountOrNull("l.degree") ?? preset.LowPassDegree,
            SeasonalJump = inputs.CountOrNull("s.jump") ?? preset.SeasonalJump,
            TrendJump = inputs.CountOrNull("t.jump") ?? preset.TrendJump,
            LowPassJump = inputs.CountOrNull("l.jump") ?? preset.LowPassJump,
            InnerIterations = inputs.CountOrNull("inner") ?? preset.InnerIterations,
            RobustIterations = inputs.CountOrNull("outer") ?? preset.RobustIterations,
        };
    }

    private static Figures StlOfStatsmodels(Inputs inputs)
    {
        StlOptions options = OptionsOfStatsmodels(inputs, inputs.CountOrNull("seasonal") ?? 7);
        return Components(Stl.Decompose(SeriesOf(inputs), (int)inputs.Count("period"), options));
    }

    /// <summary>The arguments of statsmodels' <c>STL</c> and of its <c>fit</c>; those that are not stated follow the preset.</summary>
    private static StlOptions OptionsOfStatsmodels(Inputs inputs, int seasonalSpan)
    {
        StlOptions preset = inputs.Truth("robust") ? StlOptions.StatsmodelsCompatibleRobust(seasonalSpan) : StlOptions.StatsmodelsCompatible(seasonalSpan);
        return preset with
        {
            TrendSpan = inputs.CountOrNull("trend"),
            LowPassSpan = inputs.CountOrNull("low_pass"),
            SeasonalDegree = inputs.CountOrNull("seasonal_deg") ?? preset.SeasonalDegree,
            TrendDegree = inputs.CountOrNull("trend_deg") ?? preset.TrendDegree,
            LowPassDegree = inputs.CountOrNull("low_pass_deg") ?? preset.LowPassDegree,
            SeasonalJump = inputs.CountOrNull("seasonal_jump") ?? preset.SeasonalJump,
            TrendJump = inputs.CountOrNull("trend_jump") ?? preset.TrendJump,
            LowPassJump = inputs.CountOrNull("low_pass_jump") ?? preset.LowPassJump,
            InnerIterations = inputs.CountOrNull("inner_iter") ?? preset.InnerIterations,
            RobustIterations = inputs.CountOrNull("outer_iter") ?? preset.RobustIterations,
        };
    }

    private static Figures ClassicalOfR(Inputs inputs) =>
        Classical(inputs, ClassicalOptions.Default with { Model = ModelOf(inputs.Text("type")) }, "random");

    private static Figures ClassicalOfStatsmodels(Inputs inputs) => Classical(
        inputs,
        ClassicalOptions.StatsmodelsCompatible(inputs.CountOrNull("extrapolate_trend") ?? 0) with
        {
            Model = ModelOf(inputs.TextOrNull("model") ?? "additive"),
            Filter = !inputs.Has("two_sided") || inputs.Truth("two_sided") ? TrendFilter.TwoSided : TrendFilter.Trailing,
        },
        "resid");

    private static DecompositionModel ModelOf(string name) => Enum.Parse<DecompositionModel>(name, ignoreCase: true);

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

    /// <summary>R sorts the periods and takes the windows in their order.</summary>
    private static Figures MstlOfR(Inputs inputs) => SeveralSeasons(inputs, inputs.Counts("periods"), MstlOptions.RCompatible with
    {
        SeasonalSpans = inputs.CountsOrWord(inputs.NameOf("s.window", "windows"), "periodic"),
        Rounds = inputs.CountOrNull("iterate") ?? MstlOptions.RCompatible.Rounds,
        BoxCoxLambda = inputs.NumberOrNull("lambda"),
        Smoothing = OptionsOfR(inputs, seasonalSpan: null),
    });

    /// <summary>statsmodels sorts the windows with their periods, and takes a lambda of 0 for none.</summary>
    private static Figures MstlOfStatsmodels(Inputs inputs)
    {
        const string Defaults = "seasonal_deg=1, jumps 1, low_pass=smallest odd > period, inner 5";
        long[] periods = inputs.Counts("periods");
        int?[]? windows = inputs.CountsOrWord("windows", "");
        if (windows is not null)
        {
            Array.Sort([.. periods], windows);
        }

        if ((inputs.TextOrNull("stlDefaults") ?? Defaults) is not Defaults)
        {
            throw new FormatException("the defaults are others");
        }

        return SeveralSeasons(inputs, periods, MstlOptions.StatsmodelsCompatible with
        {
            SeasonalSpans = windows,
            Rounds = inputs.CountOrNull("iterate") ?? MstlOptions.StatsmodelsCompatible.Rounds,
            BoxCoxLambda = inputs.NumberOrNull(inputs.NameOf("lmbda", "lambda")) is { } lambda and not 0 ? lambda : null,
            Smoothing = inputs.Has("stl_kwargs") ? OptionsOfStatsmodels(inputs.Part("stl_kwargs"), 7) : MstlOptions.StatsmodelsCompatible.Smoothing,
        });
    }

    private static Figures SeveralSeasons(Inputs inputs, long[] periods, MstlOptions options)
    {
        MstlDecomposition parts = Mstl.Decompose(SeriesOf(inputs), [.. periods.Select(x => (int)x)], options);
        Figures figures = new() { ["trend"] = parts.Trend, ["remainder"] = parts.Remainder };
        foreach ((int period, IReadOnlyList<double> season) in parts.Periods.Zip(parts.Seasons))
        {
            figures[$"seasonal{period}"] = season;
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
        return (inputs.TextOrNull("transform") ?? "none") switch
        {
            "none" => values,
            "log" => [.. values.Select(x => Math.Log(x))],
            string other => throw new FormatException($"the transform {other} is unknown"),
        };
    }
}
