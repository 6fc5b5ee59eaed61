using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a severity-weighted rate: the sum of the complaints' weights over an exposure, and what its interval needs.</summary>
/// <remarks>
/// <code>value = sum of weights / exposure</code> The value is in weight per unit of exposure, from 0 up; <c>default</c> holds no data.
/// The interval is that of M. Fay and E. Feuer, "Confidence intervals for directly standardized rates: a method based on the gamma distribution", 1997:
/// complaints of each weight are independent Poisson counts, and the sum of their weights is close to a gamma variable with the same mean and variance.
/// It never falls below 0, is conservative, and equals Garwood's exact interval when all weights are equal. It allows for one more complaint of the
/// heaviest weight, whether or not one was seen, which is why the heaviest weight is part of the evidence.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ComplaintSeverityTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ComplaintSeverityTally : IEvidence, IJsonRecord<ComplaintSeverityTally>
{
    // What the rounding of sums in many digits may cost; weights that really exist lie far from the limits it blurs.
    private const decimal Slack = 1e-9m;

    // Half of it, so that there is some left for the sums.
    private const double SquareSlack = 5e-10;

    /// <summary>Creates the tally from its sums; most callers use <see cref="FromCounts"/>.</summary>
    /// <param name="complaints">The number of complaints; not negative.</param>
    /// <param name="weight">The sum of the weights; not negative, and at most complaints × heaviest.</param>
    /// <param name="squaredWeights">The sum of the squared weights; between weight² / complaints, when all weights are equal, and weight × heaviest.</param>
    /// <param name="heaviest">The heaviest weight that a complaint can have; not negative.</param>
    /// <param name="exposure">The exposure; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, there are complaints without exposure, or no weights up to the heaviest have
    /// these sums.</exception>
    public ComplaintSeverityTally(long complaints, decimal weight, decimal squaredWeights, decimal heaviest, decimal exposure)
    {
        Complaints = Guard.NotNegative(complaints);
        Heaviest = Guard.NotNegative(heaviest);
        Weight = Guard.InRange(weight, 0, Most(complaints, heaviest));
        SquaredWeights = weight > 0 && squaredWeights == 0
            ? throw Guard.Outside(nameof(squaredWeights), "must be greater than zero when there is weight", squaredWeights)
            : Guard.InRange(squaredWeights, weight == 0 ? 0 : Least(complaints, weight), Most(weight, heaviest));
        Exposure = complaints > 0 ? Guard.Positive(exposure) : Guard.NotNegative(exposure);
    }

    // Beyond the range of decimal there is no limit that a decimal could pass.
    private static decimal Most(decimal number, decimal heaviest) =>
        (double)number * (double)heaviest > DecimalSums.Limit / 2 ? decimal.MaxValue : number * heaviest * (1 + Slack);

    private static decimal Least(long complaints, decimal weight) => (double)weight / complaints * (double)weight > DecimalSums.Limit
        ? throw Guard.TooLarge("the sum of the squared weights", decimal.MaxValue)
        : weight / complaints * weight * (1 - Slack);

    /// <summary>The number of complaints.</summary>
    public long Complaints { get; }

    /// <summary>The sum of the weights.</summary>
    public decimal Weight { get; }

    /// <summary>The sum of the squared weights.</summary>
    public decimal SquaredWeights { get; }

    /// <summary>The heaviest weight that a complaint can have.</summary>
    public decimal Heaviest { get; }

    /// <summary>The exposure.</summary>
    public decimal Exposure { get; }

    /// <summary>The weight per unit of exposure; <see langword="null"/> when there was no exposure.</summary>
    public double? Value => Exposure == 0 ? null : (double)Weight / (double)Exposure;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Exposure == 0 ? null : new(Weight, Exposure);

    /// <summary>Creates the tally from complaints counted by weight.</summary>
    /// <param name="classes">Every weight of the severity scale, including those without a complaint, and the number of complaints that have it;
    /// none negative.</param>
    /// <param name="exposure">The exposure; greater than zero when there are complaints.</param>
    /// <returns>The tally; the heaviest weight is that of the scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="classes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a count is negative, a weight is so small that its square is lost, or there are complaints
    /// without exposure.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public static ComplaintSeverityTally FromCounts(IEnumerable<(decimal Weight, long Complaints)> classes, decimal exposure)
    {
        ComplaintSeverityTally tally = new(0, 0, 0, 0, exposure);
        long position = 0;
        foreach ((decimal weight, long complaints) in Guard.NotNull(classes))
        {
            Guard.NotNegativeAt(weight, position, nameof(classes), ", weight");
            Guard.NotNegativeAt(complaints, position, nameof(classes), ", complaints");
            (decimal sum, decimal squares) = DecimalSums.Within("the weight of a class", () => (complaints * weight, complaints * weight * weight));
            double square = (double)sum * (double)weight;
            if (Math.Abs((double)squares - square) > SquareSlack * square)
            {
                throw Guard.OutsideAt(position, nameof(classes), "must not have weights so small that their squares are lost", weight, ", weight");
            }

            position++;
            tally = new(
                Guard.Add(tally.Complaints, complaints),
                Guard.Add(tally.Weight, sum),
                Guard.Add(tally.SquaredWeights, squares),
                Math.Max(tally.Heaviest, weight),
                exposure);
        }

        return tally;
    }

    /// <summary>Adds the evidence of other complaints.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The sums of both, with the heavier of the two heaviest weights.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public ComplaintSeverityTally Combine(ComplaintSeverityTally other) => new(
        Guard.Add(Complaints, other.Complaints),
        Guard.Add(Weight, other.Weight),
        Guard.Add(SquaredWeights, other.SquaredWeights),
        Math.Max(Heaviest, other.Heaviest),
        Guard.Add(Exposure, other.Exposure));

    /// <summary>Estimates the weighted rate with Fay and Feuer's interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when there was no exposure. It has no upper limit when the heaviest weight is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? Estimate(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        if (Value is not { } value)
        {
            return null;
        }

        double tail = (1 - confidence) / 2, weight = (double)Weight, variance = (double)SquaredWeights, heaviest = (double)Heaviest;
        return new Estimate
        {
            Value = value,
            Lower = weight == 0 ? 0 : Gamma(tail, weight, variance, ChiSquaredDistribution.Quantile),
            Upper = heaviest == 0 ? null : Gamma(tail, weight + heaviest, variance + heaviest * heaviest, ChiSquaredDistribution.UpperQuantile),
            Confidence = confidence,
            Method = IntervalMethod.FayFeuer,
            N = Complaints,
            StandardError = Math.Sqrt(variance) / (double)Exposure,
            UnitVariance = variance / (double)Exposure,
            Weight = (double)Exposure,
            Flags = (weight == 0 ? EstimateFlags.Boundary : EstimateFlags.None) | (heaviest == 0 ? EstimateFlags.Unbounded : EstimateFlags.None),
        };
    }

    /// <summary>Calculates the difference from a baseline, with limits recovered from the two intervals and without a p-value.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either rate is undefined. It has no limits when the heaviest weight is 0.
    /// Both intervals allow for the heavier of the two heaviest weights.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(ComplaintSeverityTally baseline, double confidence = 0.95)
    {
        decimal heaviest = Math.Max(Heaviest, baseline.Heaviest);
        if (UpTo(heaviest).Estimate(confidence) is not { } mine || baseline.UpTo(heaviest).Estimate(confidence) is not { } theirs)
        {
            return null;
        }

        (double Lower, double Upper)? limits = (mine.Upper, theirs.Upper) is ({ } myUpper, { } theirUpper)
            ? Mover.Difference(mine.Value, mine.Lower!.Value, myUpper, theirs.Value, theirs.Lower!.Value, theirUpper)
            : null;
        return new Change
        {
            Difference = mine.Value - theirs.Value,
            Lower = limits?.Lower,
            Upper = limits?.Upper,
            Confidence = confidence,
            Method = limits is null ? IntervalMethod.None : IntervalMethod.Mover,
        };
    }

    /// <summary>The sum, the exposure and the number of complaints as invariant text.</summary>
    /// <returns>Text for display, such as <c>12 in 6000 from 7 complaints</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Weight} in {Exposure} from {Complaints} complaints");

    private ComplaintSeverityTally UpTo(decimal heaviest) => new(Complaints, Weight, SquaredWeights, heaviest, Exposure);

    // A gamma variable of this mean and variance is a scaled chi-square variable.
    private double Gamma(double tail, double mean, double variance, Func<double, double, double> quantile) =>
        variance / (2 * mean) * quantile(tail, 2 * mean * mean / variance) / (double)Exposure;

    static ComplaintSeverityTally IJsonRecord<ComplaintSeverityTally>.Json(JsonMembers<ComplaintSeverityTally> json) => new(
        json.Value(nameof(Complaints), x => x.Complaints),
        json.Value(nameof(Weight), x => x.Weight),
        json.Value(nameof(SquaredWeights), x => x.SquaredWeights),
        json.Value(nameof(Heaviest), x => x.Heaviest),
        json.Value(nameof(Exposure), x => x.Exposure));
}
