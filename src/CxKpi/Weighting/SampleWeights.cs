using System.Globalization;

namespace CxKpi.Practices;

/// <summary>The weights of a sample's rows, what came of looking for them, and what they cost in precision.</summary>
/// <remarks>
/// <code>
/// post-stratification: w = d * N(cell) / sum of d in the cell
/// raking:              one margin after the other as if it were the cells, until all are met
/// calibration:         w = d * g, lowest &lt; g &lt; highest, with all margins met
/// </code>
/// d is the base weight of a row, 1 where none is stated. A sample that cannot be weighted as asked for is no exception: <see cref="Status"/> names the
/// reason and <see cref="Explanation"/> says in words what to do about it. Weights are never cut in silence.
/// <para>
/// W. E. Deming and F. F. Stephan, "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected Marginal Totals are Known", 1940;
/// J.-C. Deville and C.-E. Särndal, "Calibration Estimators in Survey Sampling", 1992; L. Kish, Survey Sampling, 1965.
/// </para>
/// <para>Pitfalls: weights mend the mix of who answered, and only in the characteristics that are weighted by. Within a category those who answered still
/// speak for those who did not. Large weights make a few answers decide: see <see cref="DesignEffect"/>.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial record SampleWeights : ILocalizedFace
{
    private readonly WeightingDesign origin;

    private SampleWeights(WeightingDesign design, ReadOnlySpan<double> weights)
    {
        origin = design;
        Values = ValueList.Of(weights.ToArray().Select(weight => DecimalSums.Within("a weight", () => (decimal)weight)));
        (Smallest, Largest, DesignEffect, KishEffectiveN) = Spread(weights);
        (_, _, DesignEffectBefore, _) = Spread(design.BaseWeights);
    }

    /// <summary>What came of weighting the sample.</summary>
    public WeightingStatus Status { get; private init; }

    /// <summary>The weight of each row, in the order of the rows; empty when there are none, as <see cref="Status"/> says.</summary>
    public IReadOnlyList<decimal> Values { get; }

    /// <summary>Whether there are weights.</summary>
    public bool HasWeights => Values.Count > 0;

    /// <summary>The categories that <see cref="Status"/> is about, each with the name of its margin; empty when all is well.</summary>
    public IReadOnlyList<string> Categories { get; private init; } = ValueList<string>.Empty;

    /// <summary>
    /// The largest error of a category's sum of weights, relative to its size in the population; <see langword="null"/> where there are no weights or no
    /// margins.
    /// </summary>
    public double? MarginError { get; private init; }

    /// <summary>The rounds of raking or the steps of calibration; 0 for methods that need none.</summary>
    public int Rounds { get; private init; }

    /// <summary>The number of weights that trimming cut at a limit or lifted to one.</summary>
    public int Limited { get; private init; }

    /// <summary>Whether margins had other totals than the first, and were brought to its total.</summary>
    public bool WereTotalsRescaled { get; private init; }

    /// <summary>The smallest weight over the mean weight; <see langword="null"/> when there are none.</summary>
    public double? Smallest { get; }

    /// <summary>The largest weight over the mean weight; <see langword="null"/> when there are none.</summary>
    public double? Largest { get; }

    /// <summary>Kish's design effect, by which uneven weights multiply the variance; <see langword="null"/> when there are none.</summary>
    public double? DesignEffect { get; }

    /// <summary>Kish's design effect of the base weights; <see langword="null"/> when there are no rows.</summary>
    public double? DesignEffectBefore { get; }

    /// <summary>Kish's effective sample size; <see langword="null"/> when there are no weights.</summary>
    public double? KishEffectiveN { get; }

    /// <summary>What came of weighting, and what to do where it failed, in words.</summary>
    /// <param name="language">The language of the text.</param>
    /// <returns>Whole sentences.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="language"/> is not a named value.</exception>
    public string Explanation(ReportLanguage language = ReportLanguage.English) => TerminalText.Clean(Explained(Phrases.For(language)));

    /// <summary>The weights in short as invariant text.</summary>
    /// <returns>Text for display, such as <c>400 weights, design effect 1.21, 331 with equal weights</c>, or the explanation when there are none.</returns>
    public override string ToString() => HasWeights
        ? string.Create(CultureInfo.InvariantCulture, $"{Values.Count} weights, design effect {DesignEffect:0.00}, as {KishEffectiveN:0.#} with equal weights")
            + (Status == WeightingStatus.Met ? "" : $": {Explanation()}")
        : Explanation();

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.SampleWeightsCaption)
        .Fact(words.CountLabel, HasWeights ? words.Count(Values.Count) : null)
        .Fact(words.EffectiveNLabel, Short(words, KishEffectiveN, "0.#"))
        .Fact(words.DesignEffectLabel, Short(words, DesignEffect, "0.00"))
        .Fact(words.DesignEffectBeforeLabel, HasWeights ? Short(words, DesignEffectBefore, "0.00") : null)
        .Fact(words.SmallestWeightLabel, Short(words, Smallest, "0.00"))
        .Fact(words.LargestWeightLabel, Short(words, Largest, "0.00"))
        .Note(Explained(words))
        .ToHtml();

    /// <summary>What came of weighting, in words, with the names of categories as they came.</summary>
    internal string Explained(Phrases words)
    {
        string categories = string.Join(words.Semicolon, Categories);
        string said = Status switch
        {
            WeightingStatus.Met => (Limited, MarginError) switch
            {
                (0, null) => words.WeightsKeepLimits,
                (0, _) => words.WeightsMet,
                (_, { } error) => words.WeightsLimitedOff(Limited, error),
                _ => words.WeightsLimited(Limited),
            },
            WeightingStatus.NotConverged => words.WeightsNotConverged(Rounds, MarginError ?? 0),
            WeightingStatus.EmptyCategory => words.WeightsEmptyCategory(categories),
            WeightingStatus.OutsidePopulation => words.WeightsOutsidePopulation(categories),
            WeightingStatus.Infeasible => words.WeightsInfeasible(categories),
            WeightingStatus.LonelyStratum => words.WeightsLonelyStratum(categories),
        };
        return WereTotalsRescaled ? $"{said} {words.WeightsTotalsRescaled}" : said;
    }

    private static string? Short(Phrases words, double? figure, string format) => figure is { } known ? words.Decimals(known, format) : null;

    private static (double? Smallest, double? Largest, double? Effect, double? Size) Spread(ReadOnlySpan<double> weights)
    {
        if (weights.IsEmpty)
        {
            return default;
        }

        double sum = 0, squares = 0, smallest = double.PositiveInfinity, largest = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
            smallest = Math.Min(smallest, weight);
            largest = Math.Max(largest, weight);
        }

        double mean = sum / weights.Length, size = Math.Min(weights.Length, sum / squares * sum);
        return (smallest / mean, largest / mean, weights.Length / size, size);
    }
}
