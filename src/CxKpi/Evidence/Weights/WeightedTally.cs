using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a weighted share, net score or mean: sums over answers that do not all have the same weight.</summary>
/// <remarks>
/// <code>value = sum of weight * value / sum of weights</code> The value is in the unit of the values; <c>default</c> holds no data.
/// Code the values of a share as 0 and 1, and those of a net score as -1, 0 and +1. The scale of the weights does not matter: a weight says how many
/// people an answer stands for and never how often it was observed, so weights of 1000 do not make a sample larger.
/// The standard error is Taylor's linearisation for a sample drawn with unequal chances (W. G. Cochran, <em>Sampling Techniques</em>, 1977),
/// which treats the weights as given. Weights fitted to population margins usually make a value a little more precise than stated here.
/// An answer with a weight of 0 stands for nobody and is left out of the count, the degrees of freedom, the standard error and the design effect.
/// A tool that counts such answers reports a larger design effect; the value and the effective sample size are the same.
/// Sums are kept in <see cref="decimal"/> and add up exactly as long as the squares fit into 28 digits.
/// <example>
/// <code>
/// WeightedTally score = WeightedTally.FromValues([(1, 1.4m), (1, 0.7m), (0, 1.1m), (-1, 0.8m)]);
/// Estimate? net = score.EstimateNet();
/// </code>
/// </example>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<WeightedTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly partial record struct WeightedTally : ILocalizedFace, IJsonRecord<WeightedTally>
{
    /// <summary>Creates the tally from its sums; most callers use <see cref="One"/> or <see cref="FromValues"/>.</summary>
    /// <param name="count">The number of answers with a weight; not negative.</param>
    /// <param name="weights">The sum of the weights w; positive when there are answers.</param>
    /// <param name="weightedSum">The sum of w times the value x.</param>
    /// <param name="weightedSquares">The sum of w times x squared.</param>
    /// <param name="squaredWeights">The sum of w squared; between <c>weights * weights / count</c> and <c>weights * weights</c>.</param>
    /// <param name="squaredWeightedSum">The sum of w squared times x.</param>
    /// <param name="squaredWeightedSquares">The sum of w squared times x squared.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count or a sum that cannot be negative is negative, there are sums without answers, or no set of
    /// weighted values has these sums.</exception>
    public WeightedTally(
        long count, decimal weights, decimal weightedSum, decimal weightedSquares,
        decimal squaredWeights, decimal squaredWeightedSum, decimal squaredWeightedSquares)
    {
        N = Guard.NotNegative(count);
        Weights = Guard.NotNegative(weights);
        WeightedSum = weightedSum;
        WeightedSquares = Possible(weightedSquares, weightedSum, weights);
        SquaredWeights = Possible(squaredWeights, weights, count);
        SquaredWeightedSum = squaredWeightedSum;
        SquaredWeightedSquares = Possible(squaredWeightedSquares, squaredWeightedSum, squaredWeights);
        if (count == 0
            && (weights != 0 || weightedSum != 0 || weightedSquares != 0 || squaredWeights != 0 || squaredWeightedSum != 0 || squaredWeightedSquares != 0))
        {
            throw Guard.Outside(nameof(count), "must be positive when there are sums", count);
        }

        if ((double)squaredWeights > (double)weights * (double)weights * (1 + Slack))
        {
            throw Guard.Outside(nameof(squaredWeights), "must not be larger than weights * weights", squaredWeights);
        }

        if (count > 0)
        {
            Guard.Positive(weights);
        }
    }

    // Covers the last digit of a sum that decimal had to round.
    private const double Slack = 1e-9;

    /// <summary>The number of answers with a weight above 0.</summary>
    public long N { get; }

    /// <summary>The sum of the weights.</summary>
    public decimal Weights { get; }

    /// <summary>The sum of weight times value.</summary>
    public decimal WeightedSum { get; }

    /// <summary>The sum of weight times squared value.</summary>
    public decimal WeightedSquares { get; }

    /// <summary>The sum of the squared weights.</summary>
    public decimal SquaredWeights { get; }

    /// <summary>The sum of squared weight times value.</summary>
    public decimal SquaredWeightedSum { get; }

    /// <summary>The sum of squared weight times squared value.</summary>
    public decimal SquaredWeightedSquares { get; }

    /// <summary>The weighted mean in the unit of the values; <see langword="null"/> when there are no answers.</summary>
    public double? Value => N == 0 ? null : Zero.Unsigned((double)(WeightedSum / Weights));

    /// <summary>
    /// Kish's effective sample size: the number of equally weighted answers with the same precision, between 1 and <see cref="N"/>;
    /// <see langword="null"/> when there are no answers.
    /// </summary>
    public double? KishEffectiveN => N == 0 ? null : Math.Clamp((double)Weights * (double)Weights / (double)SquaredWeights, 1, N);

    /// <summary>
    /// Kish's design effect: the factor by which uneven weights multiply the variance; at least 1, and <see langword="null"/> when there are no answers.
    /// </summary>
    /// <remarks>It is <see cref="N"/> over <see cref="KishEffectiveN"/>, so answers with a weight of 0 do not affect it.</remarks>
    public double? DesignEffect => N / KishEffectiveN;

    /// <summary>
    /// The standard error of the weighted mean by linearisation, in the unit of the values; <see langword="null"/> with fewer than two answers.
    /// </summary>
    public double? StandardError
    {
        get
        {
            if (N < 2)
            {
                return null;
            }

            return Math.Sqrt((double)N / (N - 1) * Math.Max(0, Residuals())) / (double)Weights;
        }
    }

    /// <summary>Whether all weights are the same, as far as the digits of a sum tell: the answers then count as if they had none.</summary>
    internal bool IsEven => N == 0 || Math.Abs(SquaredWeights / Weights * N - Weights) <= 1e-20m * Weights;

    /// <summary>The tally as one of ratios, a row an answer: the weighted value over the weight.</summary>
    internal RatioTally Rows => N == 0
        ? default
        : new(N, WeightedSum, Weights, SquaredWeightedSquares, SquaredWeightedSum, SquaredWeights);

    /// <summary>Creates the tally from one answer.</summary>
    /// <param name="value">The value: 0 or 1 for a share; -1, 0 or +1 for a net score.</param>
    /// <param name="weight">The weight of the answer; not negative. An answer with a weight of 0 is not counted.</param>
    /// <returns>The tally; it holds no data when the weight is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is negative, or so small that squares are lost.</exception>
    /// <exception cref="OverflowException">A square exceeds the range of <see cref="decimal"/>.</exception>
    public static WeightedTally One(decimal value, decimal weight) => OfOne(value, Guard.NotNegative(weight), nameof(weight), null);

    /// <summary>The same of a weight that is known not to be negative; a message names what the caller knows it by.</summary>
    internal static WeightedTally OfOne(decimal value, decimal weight, string name, long? position)
    {
        try
        {
            decimal sum = weight * value;
            return weight == 0 ? default : new(1, weight, sum, sum * value, weight * weight, weight * sum, sum * sum);
        }
        catch (OverflowException error)
        {
            throw TooLarge(error);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooSmall(weight, name, position);
        }
    }

    /// <summary>Creates the tally from many answers.</summary>
    /// <param name="values">The values with their weights; no weight is negative. Answers with a weight of 0 are left out of the count.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or so small that squares are lost; the message names its position.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static WeightedTally FromValues(IEnumerable<(decimal Value, decimal Weight)> values)
    {
        WeightedTally tally = default;
        long position = 0;
        foreach ((decimal value, decimal weight) in Guard.NotNull(values))
        {
            tally = tally.Combine(OfOne(value, Guard.NotNegativeAt(weight, position, nameof(values), ", weight"), nameof(values), position));
            position++;
        }

        return tally;
    }

    /// <summary>Adds the answers of another tally, whose weights must have the same scale.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public WeightedTally Combine(WeightedTally other)
    {
        try
        {
            return new(
                N + other.N,
                Weights + other.Weights,
                WeightedSum + other.WeightedSum,
                WeightedSquares + other.WeightedSquares,
                SquaredWeights + other.SquaredWeights,
                SquaredWeightedSum + other.SquaredWeightedSum,
                SquaredWeightedSquares + other.SquaredWeightedSquares);
        }
        catch (OverflowException error)
        {
            throw TooLarge(error);
        }
    }

    /// <summary>The weighted mean and its base as invariant text.</summary>
    /// <returns>Text for display, such as <c>mean 0.25 of 400, as 310 with equal weights</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Value:G6} of {N}, as {KishEffectiveN:0.#} with equal weights");

    /// <summary>The sum of squared weight times squared distance from the mean.</summary>
    private double Residuals()
    {
        try
        {
            decimal mean = WeightedSum / Weights;
            return (double)(SquaredWeightedSquares - mean * SquaredWeightedSum - mean * (SquaredWeightedSum - mean * SquaredWeights));
        }
        catch (OverflowException)
        {
            // Near the end of the range of decimal a double has digits enough.
            (double mean, double sum) = ((double)WeightedSum / (double)Weights, (double)SquaredWeightedSum);
            return (double)SquaredWeightedSquares - mean * sum - mean * (sum - mean * (double)SquaredWeights);
        }
    }

    internal static OverflowException TooLarge(OverflowException error) => new(
        "the squares of weight times value must add up to less than 7.9e28: divide all weights by a power of ten, as their scale does not matter", error);

    /// <summary>The refusal of a weight of which a decimal keeps too few digits.</summary>
    internal static ArgumentOutOfRangeException TooSmall(decimal weight, string name, long? position) => Guard.OutsideAt(
        position,
        name,
        "must not be so small that the squares of weight times value are lost",
        weight,
        ", weight",
        advice: "multiply all weights by a power of ten, as their scale does not matter");

    /// <summary>Checks a sum of squares, which cannot be smaller than the square of the sum over the base.</summary>
    private static decimal Possible(
        decimal squares,
        decimal sum,
        decimal total,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(squares))] string name = "") =>
        (double)sum * (double)sum <= (double)Guard.NotNegative(squares, name) * (double)total * (1 + Slack)
            ? squares
            : throw Guard.Outside(name, "must not be smaller than the other sums allow", squares);

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.WeightedMeanCaption)
            .Fact(words.CountLabel, words.Count(N))
            .Fact(words.WeightsLabel, words.Limit(Weights))
            .Fact(words.ValueLabel, words.Number(Value))
            .Fact(words.EffectiveNLabel, words.Limit(KishEffectiveN))
            .Fact(words.DesignEffectLabel, words.Limit(DesignEffect))
            .ToHtml();
    }

    static WeightedTally IJsonRecord<WeightedTally>.Json(JsonMembers<WeightedTally> json) => new(
        json.Value(nameof(N), x => x.N),
        json.Value(nameof(Weights), x => x.Weights),
        json.Value(nameof(WeightedSum), x => x.WeightedSum),
        json.Value(nameof(WeightedSquares), x => x.WeightedSquares),
        json.Value(nameof(SquaredWeights), x => x.SquaredWeights),
        json.Value(nameof(SquaredWeightedSum), x => x.SquaredWeightedSum),
        json.Value(nameof(SquaredWeightedSquares), x => x.SquaredWeightedSquares));
}
