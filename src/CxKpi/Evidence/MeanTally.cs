using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The evidence of a mean: count, sum and sum of squares, kept in <see cref="decimal"/> so that they add up exactly.</summary>
/// <remarks>
/// <code>value = sum / count</code> The value is in the unit of the values; <c>default</c> holds no data.
/// Adding is exact while the sums fit into 28 digits, as those of amounts with cents do; with longer fractions the order of adding can change the last digit.
/// The 28 digits also keep the variance from the cancellation that sums of squares suffer in binary floating point, as long as the values are
/// not more than some billion times larger than their spread. Scale values below 1e-9 up.
/// A <see cref="double"/> is used with its 15 significant digits.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MeanTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct MeanTally : ILocalizedFace, IEvidence, IJsonRecord<MeanTally>
{
    /// <summary>Creates the tally from its sums.</summary>
    /// <param name="count">The number of values; not negative.</param>
    /// <param name="sum">The sum of the values; 0 when there are none.</param>
    /// <param name="sumOfSquares">The sum of the squared values; not smaller than <c>sum * sum / count</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or no set of values has these sums.</exception>
    public MeanTally(long count, decimal sum, decimal sumOfSquares)
    {
        Count = Guard.NotNegative(count);
        Sum = sum;
        SumOfSquares = Guard.NotNegative(sumOfSquares);
        if (count == 0 && (sum != 0 || sumOfSquares != 0))
        {
            throw Guard.Outside(nameof(sum), "must be 0 when there are no values", sum);
        }

        // The slack covers the last digit of squares and sums that decimal had to round.
        if (count > 0 && (double)sum * (double)sum / count > (double)sumOfSquares * (1 + 1e-9) + 1e-28 * count)
        {
            throw Guard.Outside(nameof(sumOfSquares), "must not be smaller than sum * sum / count", sumOfSquares);
        }
    }

    /// <summary>The number of values.</summary>
    public long Count { get; }

    /// <summary>The sum of the values.</summary>
    public decimal Sum { get; }

    /// <summary>The sum of the squared values.</summary>
    public decimal SumOfSquares { get; }

    /// <summary>The mean; <see langword="null"/> when there are no values.</summary>
    public double? Value => Count == 0 ? null : (double)Sum / Count;

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Count == 0 ? null : new(Sum, Count);

    /// <summary>The sample variance (divisor n - 1); <see langword="null"/> with fewer than two values.</summary>
    public double? Variance => Count < 2 ? null : DecimalSums.Residual(SumOfSquares - Sum / Count * Sum, SumOfSquares, Count) / (Count - 1);

    /// <summary>The sample standard deviation; <see langword="null"/> with fewer than two values.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Creates the tally from one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="OverflowException">The square exceeds the range of <see cref="decimal"/>.</exception>
    public static MeanTally One(decimal value) => new(1, value, value * value);

    /// <summary>Creates the tally from many values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static MeanTally FromValues(ReadOnlySpan<decimal> values)
    {
        decimal sum = 0, squares = 0;
        foreach (decimal value in values)
        {
            sum += value;
            squares += value * value;
        }

        return new(values.Length, sum, squares);
    }

    /// <inheritdoc cref="FromValues(ReadOnlySpan{decimal})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public static MeanTally FromValues(decimal[] values) => FromValues(new ReadOnlySpan<decimal>(Guard.NotNull(values)));

    /// <summary>Creates the tally from many values.</summary>
    /// <param name="values">The values; all must be finite.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN, infinite or beyond the range of <see cref="decimal"/>;
    /// the message names its position.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static MeanTally FromValues(ReadOnlySpan<double> values)
    {
        decimal sum = 0, squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            decimal value = DecimalSums.FromDouble(values[i], nameof(values), i);
            sum += value;
            squares += value * value;
        }

        return new(values.Length, sum, squares);
    }

    /// <inheritdoc cref="FromValues(ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public static MeanTally FromValues(double[] values) => FromValues(new ReadOnlySpan<double>(Guard.NotNull(values)));

    /// <summary>Creates the tally from many values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static MeanTally FromValues(IEnumerable<decimal> values)
    {
        MeanTally tally = default;
        foreach (decimal value in Guard.NotNull(values))
        {
            tally = tally.Combine(One(value));
        }

        return tally;
    }

    /// <inheritdoc cref="FromValues(ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public static MeanTally FromValues(IEnumerable<double> values) =>
        Spans.TryGet(Guard.NotNull(values), out ReadOnlySpan<double> span) ? FromValues(span) : FromValues(new ReadOnlySpan<double>([.. values]));

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public MeanTally Combine(MeanTally other) => new(Count + other.Count, Sum + other.Sum, SumOfSquares + other.SumOfSquares);

    /// <summary>Estimates the mean with Student's interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="population">The size of the finite population from which the sample was drawn without replacement, equal to <see cref="Count"/> for a
    /// census; <see langword="null"/> when it is unknown or large.</param>
    /// <returns>The estimate; <see langword="null"/> when there are no values. It has no limits when there is only one value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the population is smaller than the sample.</exception>
    public Estimate? Estimate(double confidence = 0.95, long? population = null) => MeanIntervals.Estimate(this, confidence, population);

    /// <summary>Calculates the difference from a baseline, by Welch's method.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change in the unit of the values; <see langword="null"/> when either mean is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(MeanTally baseline, double confidence = 0.95) =>
        MeanIntervals.Change(Estimate(confidence), baseline.Estimate(confidence), confidence);

    /// <summary>Turns this tally into one row of a ratio of totals, for clusters such as all answers of one customer.</summary>
    /// <returns>One row with the sum over the count.</returns>
    public RatioTally AsCluster() => Count == 0 ? default : RatioTally.Row(Sum, Count);

    /// <summary>The mean and the count as invariant text.</summary>
    /// <returns>Text for display, such as <c>mean 4.2 of 30</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Value:G6} of {Count}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.MeanCaption)
            .Fact(words.CountLabel, words.Count(Count))
            .Fact(words.SumLabel, words.Limit(Sum))
            .Fact(words.ValueLabel, words.Number(Value))
            .Fact(words.StandardDeviationLabel, words.Limit(StandardDeviation))
            .ToHtml();
    }

    static MeanTally IJsonRecord<MeanTally>.Json(JsonMembers<MeanTally> json) => new(
        json.Value(nameof(Count), x => x.Count),
        json.Value(nameof(Sum), x => x.Sum),
        json.Value(nameof(SumOfSquares), x => x.SumOfSquares));
}
