using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>Analyses drivers: checks what is given, divides what is explained, and draws the rows anew for the limits.</summary>
internal static class DriverModel
{
    /// <summary>Above this many drivers relative weights are the default, and above <see cref="MostForShapley"/> the only method.</summary>
    private const int FewForShapley = 12, MostForShapley = 16;

    /// <summary>Variance inflation from which drivers are called alike.</summary>
    private const double Alike = 10;

    internal static DriverAnalysis OfRows(string[] names, IReadOnlyList<double[]> rows, DriverOptions options)
    {
        DriverMethod method = Checked(names, options.Method, "drivers");
        int width = names.Length + 1;
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < width; j++)
            {
                _ = double.IsFinite(rows[i][j]) ? i
                    : j < names.Length ? Guard.FiniteAt(rows[i][j], i, "drivers", part: $", {names[j]}")
                    : Guard.FiniteAt(rows[i][j], i, "outcome");
            }
        }

        DriverAnalysis none = new() { Method = method, Confidence = options.Confidence, N = rows.Count };
        int least = names.Length + 2;
        if (rows.Count < least)
        {
            return none with { Refusal = DriverNotices.TooFewRows(rows.Count, least) };
        }

        double[]?[] columns = [.. Enumerable.Range(0, width).Select(j => ProductMoment.Standardised([.. rows.Select(row => row[j])]))];
        if (columns[^1] is null)
        {
            return none with { Refusal = DriverNotices.OutcomeWithoutSpread() };
        }

        if (columns.Contains(null))
        {
            return none with { Refusal = DriverNotices.DriversWithoutSpread(names.Where((_, j) => columns[j] is null)) };
        }

        CrossProducts products = new(columns!);
        DriverAnalysis found = Analysed(names, products.Correlations()!, rows.Count, none);
        return found.Refusal is null && options.Resamples > 0 ? DriverResampling.WithLimits(found, products, options) : found;
    }

    internal static DriverAnalysis OfCorrelations(string[] names, IReadOnlyList<IReadOnlyList<double>> given, long? rows, DriverOptions options)
    {
        DriverMethod method = Checked(names, options.Method, nameof(names));
        double[] correlations = CorrelationMatrix.Checked(given, names.Length + 1);
        DriverAnalysis none = new() { Method = method, Confidence = options.Confidence, N = rows is { } n ? Guard.NotNegative(n, nameof(rows)) : null };
        int least = names.Length + 2;
        return rows < least
            ? none with { Refusal = DriverNotices.TooFewRows(rows.Value, least) }
            : Analysed(names, correlations, rows, none);
    }

    private static DriverMethod Checked(string[] drivers, DriverMethod? asked, string argument)
    {
        if (drivers.Length == 0)
        {
            throw new ArgumentException($"{argument} must hold at least one driver", argument);
        }

        foreach (string name in drivers)
        {
            Guard.NotBlank(name, argument);
        }

        if (drivers.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new ArgumentException($"{argument} must have names of their own, but two are called {twice.Key}", argument);
        }

        DriverMethod method = asked ?? (drivers.Length <= FewForShapley ? DriverMethod.Shapley : DriverMethod.RelativeWeights);
        return method == DriverMethod.Shapley && drivers.Length > MostForShapley
            ? throw Guard.Outside(
                argument,
                $"must be {MostForShapley} at most for the Shapley value",
                drivers.Length,
                advice: "leave some out, or take relative weights")
            : method;
    }

    /// <summary>What follows from the correlations, the drivers first and the outcome last.</summary>
    private static DriverAnalysis Analysed(string[] names, double[] correlations, long? rows, DriverAnalysis none)
    {
        Importances model = new(correlations, names.Length);
        if (model.IsSingular)
        {
            return none with { Refusal = DriverNotices.Collinear(Collinearity.Of(correlations, names.Length).Select(j => names[j])) };
        }

        double[] importance = model.Of(none.Method);
        double explained = Math.Clamp(model.RSquared, 0, 1), total = importance.Sum();
        double? p = rows is { } n ? BetaDistribution.TailProbabilities(explained, 1 - explained, names.Length / 2.0, (n - names.Length - 1) / 2.0).Upper : null;
        string[] alike = [.. names.Where((_, j) => model.VarianceInflation(j) > Alike)];
        List<Notice> warnings = [];
        if (p >= 1 - none.Confidence)
        {
            warnings.Add(DriverNotices.NothingExplained(p.Value));
        }

        if (alike.Length > 0)
        {
            warnings.Add(DriverNotices.DriversAlike(alike));
        }

        return none with
        {
            RSquared = explained,
            PValue = p,
            Warnings = warnings,
            Drivers =
            [
                .. names.Select((name, j) => new Driver(name)
                {
                    Importance = importance[j],
                    Share = total > 0 ? importance[j] / total : null,
                    Correlation = model.Correlation(j),
                    StandardizedBeta = model.Beta[j],
                    First = model.Correlation(j) * model.Correlation(j),
                    Last = model.Beta[j] * model.Beta[j] / model.VarianceInflation(j),
                    Pratt = model.Beta[j] * model.Correlation(j),
                    VarianceInflation = model.VarianceInflation(j),
                }),
            ],
        };
    }
}
