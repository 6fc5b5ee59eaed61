namespace CxKpi.Practices;

/// <content>From rows, from columns and from correlations.</content>
public sealed partial record DriverAnalysis
{
    /// <summary>Analyses rows, such as one respondent each with an overall answer and answers on parts of the experience.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="outcome">The outcome of a row, finite; <see langword="null"/> where it is missing.</param>
    /// <param name="drivers">The drivers, each with a name of its own and its figure of a row.</param>
    /// <param name="options">Method, confidence, resamples and seed; defaults when <see langword="null"/>.</param>
    /// <returns>The analysis; refused with too few rows, where a figure does not vary, or where drivers repeat each other, which are then named.</returns>
    /// <exception cref="ArgumentNullException">The rows, the outcome or the drivers are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no driver, or two have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or there are more than 16 drivers for the Shapley value.</exception>
    public static DriverAnalysis Of<TRow>(
        IEnumerable<TRow> rows,
        Func<TRow, double?> outcome,
        IEnumerable<(string Name, Func<TRow, double?> Figure)> drivers,
        DriverOptions? options = null)
    {
        Guard.NotNull(rows);
        Guard.NotNull(outcome);
        (string Name, Func<TRow, double?> Figure)[] given =
        [
            .. Guard.NotNull(drivers).Select(driver => (Guard.NotBlank(driver.Name, nameof(drivers)), Guard.NotNull(driver.Figure, nameof(drivers)))),
        ];
        List<double[]> complete = [];
        long missing = 0;
        foreach (TRow row in rows)
        {
            double?[] figures = [.. given.Select(driver => driver.Figure(row)), outcome(row)];
            if (Array.TrueForAll(figures, figure => figure is not null))
            {
                complete.Add([.. figures.Select(figure => figure!.Value)]);
            }
            else
            {
                missing++;
            }
        }

        return DriverModel.OfRows([.. given.Select(driver => driver.Name)], complete, options ?? new()) with { Missing = missing };
    }

    /// <summary>Analyses columns of figures of the same rows.</summary>
    /// <param name="outcome">The outcome of each row, finite.</param>
    /// <param name="drivers">The drivers, each with a name of its own and one finite figure per row.</param>
    /// <param name="options">Method, confidence, resamples and seed; defaults when <see langword="null"/>.</param>
    /// <returns>The analysis; refused with too few rows, where a figure does not vary, or where drivers repeat each other, which are then named.</returns>
    /// <exception cref="ArgumentNullException">The outcome or the drivers are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no driver, two have the same name, or the columns differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or there are more than 16 drivers for the Shapley value.</exception>
    public static DriverAnalysis OfColumns(
        IReadOnlyList<double> outcome,
        IEnumerable<(string Name, IReadOnlyList<double> Figures)> drivers,
        DriverOptions? options = null)
    {
        Guard.NotNull(outcome);
        (string Name, IReadOnlyList<double> Figures)[] given =
        [
            .. Guard.NotNull(drivers).Select(driver => (Guard.NotBlank(driver.Name, nameof(drivers)), Guard.NotNull(driver.Figures, nameof(drivers)))),
        ];
        foreach ((string name, IReadOnlyList<double> figures) in given)
        {
            Guard.SameLength(outcome.Count, figures.Count, nameof(outcome), nameof(drivers));
        }

        double[][] rows = [.. Enumerable.Range(0, outcome.Count).Select(i => (double[])[.. given.Select(driver => driver.Figures[i]), outcome[i]])];
        return DriverModel.OfRows([.. given.Select(driver => driver.Name)], rows, options ?? new());
    }

    /// <summary>Analyses correlations that are known already, such as Spearman's or polychoric ones of answers on a scale.</summary>
    /// <param name="names">The names of the drivers.</param>
    /// <param name="correlations">The correlations by rows: the outcome first, then the drivers in the order of their names.</param>
    /// <param name="rows">The number of rows behind the correlations, for the p-value; <see langword="null"/> when unknown.</param>
    /// <param name="method">The method; by default the Shapley value up to 12 drivers and relative weights above.</param>
    /// <returns>The analysis, without limits; refused where drivers repeat each other, which are then named.</returns>
    /// <exception cref="ArgumentNullException">The names, the correlations or a row of them are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no driver, two have the same name, or the figures are not square, symmetric, with ones in the diagonal, and such as data can have.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A correlation does not lie between -1 and 1, or there are more than 16 drivers for the Shapley
    /// value.</exception>
    public static DriverAnalysis OfCorrelations(
        IReadOnlyList<string> names,
        IReadOnlyList<IReadOnlyList<double>> correlations,
        long? rows = null,
        DriverMethod? method = null) =>
        DriverModel.OfCorrelations([.. Guard.NotNull(names)], Guard.NotNull(correlations), rows, new() { Method = method, Resamples = 0 });
}
