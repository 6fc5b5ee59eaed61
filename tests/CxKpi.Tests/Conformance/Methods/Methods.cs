using System.Globalization;

namespace CxKpi.Tests.Conformance;

/// <summary>The methods that vectors name, by family.</summary>
internal static partial class Methods
{
    internal static IReadOnlyDictionary<string, Method> All { get; } =
        ((IEnumerable<Method>)[
            .. Shares, .. NetScores, .. Means, .. Rates, .. Comparisons, .. Planning, .. Quantiles, .. Weighted, .. SurveyKpis, .. CustomerKpis,
            .. CommerceKpis, .. ServiceKpis, .. Scorecards, .. SeasonalRegressions, .. Decompositions, .. TrendTests, .. Smoothing,
            .. Correlations, .. DriverAnalyses, .. Monitored,
            .. Mirrors, .. CustomerModels, .. SpendModels, .. ContractModels, .. CustomerValues, .. CustomerFigures, .. Survival,
        ])
        .ToDictionary(x => x.Name, StringComparer.Ordinal);

    /// <summary>The limits as a vector states them; a limit that the evidence doesn't give is infinite there.</summary>
    private static Figures Limits(Estimate? estimate, double factor = 1) => new()
    {
        ["lower"] = estimate?.Lower * factor,
        ["upper"] = estimate?.Upper * factor,
    };

    private static Figures Difference(Change? change, double factor = 1) => new()
    {
        ["difference"] = change?.Difference * factor,
        ["lower"] = change?.Lower * factor,
        ["upper"] = change?.Upper * factor,
        ["p_value"] = change?.PValue,
    };

    private static Figures Value(double? value) => new() { ["value"] = value };

    /// <summary>The confidence levels at which vectors list limits by name, whatever level the inputs state.</summary>
    private static double[] UsualLevels => [0.8, 0.9, 0.95, 0.99];

    /// <summary>A name such as <c>upper95</c>.</summary>
    private static string Named(string format, double level) => string.Format(CultureInfo.InvariantCulture, format, Math.Round(100 * level, 6));

    /// <summary>An input that repeats what follows from others must say the same.</summary>
    private static void Agree<T>(T stated, T follows)
    {
        if (!EqualityComparer<T>.Default.Equals(stated, follows))
        {
            throw new FormatException($"an input says {stated}, where {follows} follows from the others");
        }
    }
}
