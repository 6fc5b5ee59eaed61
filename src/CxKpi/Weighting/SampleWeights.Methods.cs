namespace CxKpi.Practices;

/// <content>The methods of weighting.</content>
public sealed partial record SampleWeights
{
    // What is said to be met holds to more digits than a reader sees.
    private const double Tolerance = 1e-10;
    private const int MostRounds = 1000;

    /// <summary>Weights a sample by cells: each cell of the population gets its whole size, spread over its rows in proportion to their base weights.</summary>
    /// <param name="cells">The cells, such as region by plan, with their sizes. With the numbers of people invited per class as sizes, the weights are those
    /// of an adjustment for nonresponse.</param>
    /// <param name="baseWeights">The base weight of each row, above 0; <see langword="null"/> when all are the same.</param>
    /// <returns>The weights; none when a cell has no row (<see cref="WeightingStatus.EmptyCategory"/>), or rows have no cell in the population
    /// (<see cref="WeightingStatus.OutsidePopulation"/>).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are not as many base weights as rows, or one is not above 0.</exception>
    public static SampleWeights PostStratify(PopulationMargin cells, IEnumerable<decimal>? baseWeights = null) =>
        Rake([Guard.NotNull(cells)], baseWeights) with { Rounds = 0 };

    /// <summary>Weights a sample by several margins at once, of which only the single distributions are known (iterative proportional fitting).</summary>
    /// <param name="margins">The margins, such as region, age and plan; of the same rows.</param>
    /// <param name="baseWeights">The base weight of each row, above 0; <see langword="null"/> when all are the same.</param>
    /// <param name="mostRounds">The most rounds through all margins, from 1 to 100,000. There are fewer where 1000 of them no longer bring the weights nearer
    /// to the margins, as where these contradict the cells.</param>
    /// <returns>
    /// The weights, which meet every category to a relative error below 1e-10. When the rounds end before that, they are returned with
    /// <see cref="WeightingStatus.NotConverged"/> and the error. There are none when a category has no row, or rows have none in the population.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="margins"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no margin, the margins are of different numbers of rows, there are not as many base weights as
    /// rows, one is not above 0, or <paramref name="mostRounds"/> is not between 1 and 100,000.</exception>
    public static SampleWeights Rake(IEnumerable<PopulationMargin> margins, IEnumerable<decimal>? baseWeights = null, int mostRounds = MostRounds)
    {
        Guard.InRange(mostRounds, 1, 100_000);
        WeightingDesign design = WeightingDesign.Of(margins, baseWeights);
        if (Hindered(design) is { } none)
        {
            return none;
        }

        SampleCells cells = SampleCells.Of(design.Margins, design.BaseWeights);
        (double[] factors, int rounds, double error) = Raking.Fit(cells, Tolerance / 10, mostRounds);
        return new(design, cells.RowWeights(factors))
        {
            Status = error <= Tolerance ? WeightingStatus.Met : WeightingStatus.NotConverged,
            Rounds = rounds,
            MarginError = error,
            WereTotalsRescaled = design.HasOtherTotals,
        };
    }

    /// <summary>Weights a sample by several margins at once, with no weight below or above given multiples of its base weight (logit calibration).</summary>
    /// <remarks>The base weights are first brought to the total of the population, so that the multiples are of the weights that the population would give.
    /// </remarks>
    /// <param name="margins">The margins, such as region, age and plan; of the same rows.</param>
    /// <param name="lowest">The lowest multiple, from 0 and below 1.</param>
    /// <param name="highest">The highest multiple, above 1.</param>
    /// <param name="baseWeights">The base weight of each row, above 0; <see langword="null"/> when all are the same.</param>
    /// <returns>The weights; none when no weights within the limits meet the margins (<see cref="WeightingStatus.Infeasible"/>), a category has no row, or rows
    /// have none in the population.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="margins"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit is out of its range, there is no margin, the margins are of different numbers of rows, there are
    /// not as many base weights as rows, or one is not above 0.</exception>
    public static SampleWeights Calibrate(
        IEnumerable<PopulationMargin> margins,
        double lowest,
        double highest,
        IEnumerable<decimal>? baseWeights = null)
    {
        _ = lowest is >= 0 and < 1 ? lowest : throw Guard.Outside(nameof(lowest), "must be at least 0 and below 1", lowest);
        _ = highest > 1 && double.IsFinite(highest) ? highest : throw Guard.Outside(nameof(highest), "must be finite and above 1", highest);
        WeightingDesign design = WeightingDesign.Of(margins, baseWeights);
        if (Hindered(design) is { } none)
        {
            return none;
        }

        SampleCells cells = SampleCells.Of(design.Margins, design.BaseWeights);
        (double[] factors, int steps, double error) = BoundedCalibration.Fit(cells, lowest, highest);
        return error <= Tolerance
            ? new(design, cells.RowWeights(factors)) { Rounds = steps, MarginError = error, WereTotalsRescaled = design.HasOtherTotals }
            : None(design, WeightingStatus.Infeasible, OutOfReach(design, cells, lowest, highest)) with { Rounds = steps };
    }

    /// <summary>Gives each row of a stratified sample the number of people in its stratum that it stands for.</summary>
    /// <param name="strata">The strata with the number of people in each, from which the rows were drawn at random.</param>
    /// <returns>The weights, whose estimates (<see cref="Estimate"/>) know the strata and that each is finite. There are none when a stratum has no row, or
    /// rows have no stratum. A stratum with one row has weights and no interval (<see cref="WeightingStatus.LonelyStratum"/>).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stratum has fewer people than rows.</exception>
    public static SampleWeights FromStrata(PopulationMargin strata)
    {
        foreach (MarginCategory stratum in Guard.NotNull(strata).Categories)
        {
            if (stratum.Population > 0 && stratum.Population < stratum.Rows)
            {
                throw Guard.Outside(
                    nameof(strata), $"must have at least as many people as rows in each stratum, and {stratum.Name} has", stratum.ToString());
            }
        }

        SampleWeights weights = PostStratify(strata);
        string[] lonely = weights.HasWeights ? weights.origin.Named(margin => margin.Categories.Where(stratum => stratum is { Rows: 1, Population: > 1 })) : [];
        WeightingDesign design = weights.origin with { IsStratified = true };
        return weights.Of(design) with
        {
            Status = lonely.Length > 0 ? WeightingStatus.LonelyStratum : weights.Status,
            Categories = lonely.Length > 0 ? ValueList.Of(lonely) : weights.Categories,
        };
    }

    /// <summary>
    /// Limits weights, and spreads what that takes away or adds equally over the rows that were not limited, until all weights keep the limits.
    /// </summary>
    /// <param name="weights">The weights; each above 0.</param>
    /// <param name="lowest">The lowest weight; not negative.</param>
    /// <param name="highest">The highest weight, above the lowest; five times the mean weight is a usual choice.</param>
    /// <returns>The weights, whose total is unchanged; none when no weights within the limits have that total
    /// (<see cref="WeightingStatus.Infeasible"/>).</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not above 0, the lowest is negative, or the highest is not above it.</exception>
    public static SampleWeights Trim(IEnumerable<decimal> weights, decimal lowest, decimal highest)
    {
        decimal[] known = [.. Guard.NotNull(weights)];
        WeightingDesign design = new([], WeightingDesign.WeightsOf(known, known.Length, nameof(weights)));
        return Trimmed(design, design.BaseWeights, lowest, highest);
    }

    /// <summary>Limits these weights, as <see cref="Trim(IEnumerable{decimal}, decimal, decimal)"/> does.</summary>
    /// <param name="lowest">The lowest weight; not negative.</param>
    /// <param name="highest">The highest weight, above the lowest.</param>
    /// <returns>The weights, with the error that limiting leaves in the margins; <see cref="Calibrate"/> keeps both. Without weights, the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The lowest is negative, or the highest is not above it.</exception>
    public SampleWeights Trim(decimal lowest, decimal highest) =>
        Trimmed(origin, [.. Values.Select(weight => (double)weight)], lowest, highest) is var trimmed && HasWeights ? trimmed : this;

    private static SampleWeights Trimmed(WeightingDesign design, double[] weights, decimal lowest, decimal highest)
    {
        Guard.NotNegative(lowest);
        _ = highest > lowest ? highest : throw Guard.Outside(nameof(highest), FormattableString.Invariant($"must be above lowest ({lowest})"), highest);
        if (Trimming.Fit(weights, (double)lowest, (double)highest) is not var (trimmed, limited))
        {
            return None(design, WeightingStatus.Infeasible, []);
        }

        return new(design, trimmed) { Limited = limited, MarginError = design.Margins.Count == 0 ? null : ErrorOf(design, trimmed) };
    }

    private static double ErrorOf(WeightingDesign design, double[] weights)
    {
        SampleCells cells = SampleCells.Of(design.Margins, weights);
        return cells.LargestError(cells.Weights);
    }

    /// <summary>The outcome where rows and population do not have the same categories; <see langword="null"/> when they do.</summary>
    private static SampleWeights? Hindered(WeightingDesign design) =>
        design.Named(margin => margin.Empty) is { Length: > 0 } empty ? None(design, WeightingStatus.EmptyCategory, empty)
        : design.Named(margin => margin.Foreign) is { Length: > 0 } foreign ? None(design, WeightingStatus.OutsidePopulation, foreign)
        : null;

    private static SampleWeights None(WeightingDesign design, WeightingStatus status, string[] categories) =>
        new(design, []) { Status = status, Categories = ValueList.Of(categories) };

    private SampleWeights Of(WeightingDesign other) => new(other, [.. Values.Select(weight => (double)weight)])
    {
        Status = Status,
        Categories = Categories,
        MarginError = MarginError,
        WereTotalsRescaled = WereTotalsRescaled,
    };

    /// <summary>The categories that no weights within the limits can meet, whatever the others need.</summary>
    private static string[] OutOfReach(WeightingDesign design, SampleCells cells, double lowest, double highest)
    {
        double scale = cells.Total / cells.Weights.Sum();
        return
        [
            .. design.Margins.SelectMany((margin, m) =>
            {
                double[] targets = cells.Targets[m], sums = cells.Sums(m, cells.Weights);
                return margin.Categories
                    .Where((_, k) => targets[k] < sums[k] * scale * lowest || targets[k] > sums[k] * scale * highest)
                    .Select(category => $"{margin.Name} {category.Name}");
            }),
        ];
    }
}
