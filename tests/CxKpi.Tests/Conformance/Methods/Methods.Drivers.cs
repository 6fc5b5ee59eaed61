using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> DriverAnalyses =>
    [
        new("drivers.relative_importance", OfRows),
        new("drivers.relative_importance_from_correlation", OfCorrelations),
        new("kano.berger_coefficients", Kano),
    ];

    private static Figures OfRows(Inputs inputs)
    {
        double[][] rows = inputs.Rows("predictors");
        double[] outcome = inputs.Numbers("outcome");
        (string, IReadOnlyList<double>)[] columns = [.. rows[0].Select((_, j) => ($"x{j}", (IReadOnlyList<double>)[.. rows.Select(row => row[j])]))];
        DriverAnalysis Of(DriverMethod method) => DriverAnalysis.OfColumns(outcome, columns, new() { Method = method, Resamples = 0 });
        return new(Importances(Of(DriverMethod.Shapley), Of(DriverMethod.RelativeWeights)))
        {
            ["standardized_beta"] = Of(DriverMethod.Shapley).Drivers.Select(driver => driver.StandardizedBeta).ToArray(),
        };
    }

    private static Figures OfCorrelations(Inputs inputs)
    {
        double[][] correlations = inputs.Rows("correlation");
        string[] names = [.. Enumerable.Range(1, correlations.Length - 1).Select(j => $"x{j}")];
        return Importances(
            DriverAnalysis.OfCorrelations(names, correlations, method: DriverMethod.Shapley),
            DriverAnalysis.OfCorrelations(names, correlations, method: DriverMethod.RelativeWeights));
    }

    private static Figures Importances(DriverAnalysis shapley, DriverAnalysis weights) => new()
    {
        ["r_squared"] = shapley.RSquared,
        ["lmg"] = shapley.Drivers.Select(driver => driver.Importance).ToArray(),
        ["johnson_relative_weights"] = weights.Drivers.Select(driver => driver.Importance).ToArray(),
        ["first"] = shapley.Drivers.Select(driver => driver.First).ToArray(),
        ["last"] = shapley.Drivers.Select(driver => driver.Last).ToArray(),
        ["pratt"] = shapley.Drivers.Select(driver => driver.Pratt).ToArray(),
    };

    private static Figures Kano(Inputs inputs)
    {
        KanoTally tally = new(
            inputs.Count("attractive"),
            inputs.Count("one_dimensional"),
            inputs.Count("must_be"),
            inputs.Count("indifferent"),
            inputs.Count("reverse"),
            inputs.Count("questionable"));
        return new()
        {
            ["better"] = tally.Better,
            ["worse"] = tally.Worse,
            ["category_strength"] = tally.CategoryStrength,
            ["total_strength"] = tally.TotalStrength,
        };
    }
}
