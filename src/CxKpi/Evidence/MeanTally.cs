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
/// A <see cref="double"/> is used with its 15 significant digits. Sums of squares beyond the range of <see cref="decimal"/>, as amounts of 1e15 have them,
/// are kept divided by a power of ten (<see cref="SquareExponent"/>).
/// A published mean with its base has no sum of squares: it has a value and no interval (<see cref="FromPublished"/>).
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<MeanTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct MeanTally : ILocalizedFace, IEvidence, IJsonRecord<MeanTally>
{
    private readonly decimal squares;
    private readonly bool isSpreadUnknown;

    /// <summary>Creates the tally from its sums.</summary>
    /// <param name="count">The number of values; not negative.</param>
    /// <param name="sum">The sum of the values; 0 when there are none.</param>
    /// <param name="sumOfSquares">The sum of the squared values; not smaller than <c>sum * sum / count</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or no set of values has these sums.</exception>
    public MeanTally(long count, decimal sum, decimal sumOfSquares)
        : this(count, sum, sumOfSquares, 0)
    {
    }

    // Null squares say that the spread is unknown.
    private MeanTally(long count, decimal sum, decimal? sumOfSquares, int squareExponent)
    {
        N = Guard.NotNegative(count);
        Sum = sum;
        if (count == 0 && (sum != 0 || sumOfSquares is not null and not 0))
        {
            throw Guard.Outside(nameof(sum), "must be 0 when there are no values", sum);
        }

        if (sumOfSquares is not { } given)
        {
            isSpreadUnknown = count > 0;
            return;
        }

        Guard.NotNegative(given, nameof(sumOfSquares));
        SquareExponent = DecimalSums.ExponentOf(squareExponent, given);
        squares = DecimalSums.Moved(given, squareExponent, SquareExponent);

        // The slack covers the last digit of squares and sums that decimal had to round.
        if (count > 0 && (double)sum * (double)sum / count > Squares * (1 + 1e-9) + 1e-28 * count)
        {
            throw Guard.Outside(nameof(sumOfSquares), "must not be smaller than sum * sum / count", sumOfSquares);
        }
    }

    // Sums of valid sums are valid; both spreads are known, without an exponent and with room for the sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private MeanTally(in MeanTally a, in MeanTally b)
    {
        N = Guard.Add(a.N, b.N, nameof(N));
        Sum = DecimalSums.Add(a.Sum, b.Sum);
        squares = DecimalSums.Add(a.squares, b.squares);
    }

    // One small value, whose square is exact.
    private MeanTally(decimal value)
    {
        N = 1;
        Sum = value;
        squares = DecimalSums.SmallProduct(value, value);
    }

    /// <summary>The number of values.</summary>
    public long N { get; }

    /// <summary>The sum of the values.</summary>
    public decimal Sum { get; }

    /// <summary>The sum of the squared values over ten to the power of <see cref="SquareExponent"/>; <see langword="null"/> when only the mean was
    /// published.</summary>
    public decimal? SumOfSquares => isSpreadUnknown ? null : squares;

    /// <summary>The power of ten by which <see cref="SumOfSquares"/> is divided: 0, or 16 where it would pass the range of <see cref="decimal"/>.</summary>
    public int SquareExponent { get; }

    /// <summary>The mean; <see langword="null"/> when there are no values.</summary>
    public double? Value => N == 0 ? null : Zero.Unsigned((double)Sum / N);

    /// <inheritdoc/>
    public EvidenceTotals? Totals => N == 0 ? null : new(Sum, N);

    /// <summary>The sample variance (divisor n - 1); <see langword="null"/> with fewer than two values, and when only the mean was published.</summary>
    public double? Variance => N < 2 || isSpreadUnknown ? null : DecimalSums.Widened(Deviations, SquareExponent) / (N - 1);

    /// <summary>The sample standard deviation; <see langword="null"/> where <see cref="Variance"/> is.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    // The squares as the number that they stand for.
    private double Squares => DecimalSums.Widened((double)squares, SquareExponent);

    private double Deviations => DecimalSums.Residual(squares - DecimalSums.Product(Sum / N, Sum, SquareExponent), squares, N);

    /// <summary>Creates the tally from one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="OverflowException">The square is too large to be kept, as that of 1e23 is.</exception>
    public static MeanTally One(decimal value)
    {
        if (DecimalSums.IsSmall(value))
        {
            return new(value);
        }

        int exponent = DecimalSums.ExponentOf(value);
        return new(1, value, DecimalSums.Product(value, value, exponent), exponent);
    }

    /// <summary>Creates the tally from a published mean and the number of values behind it, as "4.2 on average, n = 310".</summary>
    /// <param name="mean">The mean as it was published.</param>
    /// <param name="n">The number of values; at least 1, because a mean without its base cannot be added to others.</param>
    /// <returns>The tally. It has a value and no interval, because a mean says nothing about the spread of its values, and so has what it is combined
    /// with.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is below 1.</exception>
    /// <exception cref="OverflowException">The sum exceeds the range of <see cref="decimal"/>.</exception>
    public static MeanTally FromPublished(decimal mean, long n) => new(Published.Base(n), DecimalSums.Within("the sum of the values", () => mean * n), null, 0);

    /// <summary>Creates the tally from many values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="OverflowException">A sum is too large to be kept.</exception>
    [OverloadResolutionPriority(1)]
    public static MeanTally FromValues(ReadOnlySpan<decimal> values)
    {
        AmountSums sums = default;
        foreach (decimal value in values)
        {
            sums.Add(value);
        }

        return sums.Tally();
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
        AmountSums sums = default;
        for (int i = 0; i < values.Length; i++)
        {
            sums.Add(DecimalSums.FromDouble(values[i], nameof(values), i));
        }

        return sums.Tally();
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
        if (Spans.TryGet(Guard.NotNull(values), out ReadOnlySpan<decimal> span))
        {
            return FromValues(span);
        }

        AmountSums sums = default;
        foreach (decimal value in values)
        {
            sums.Add(value);
        }

        return sums.Tally();
    }

    /// <inheritdoc cref="FromValues(ReadOnlySpan{double})"/>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public static MeanTally FromValues(IEnumerable<double> values) =>
        Spans.TryGet(Guard.NotNull(values), out ReadOnlySpan<double> span) ? FromValues(span) : FromValues(new ReadOnlySpan<double>([.. values]));

    /// <summary>Adds the evidence of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public MeanTally Combine(MeanTally other)
    {
        if ((SquareExponent | other.SquareExponent) == 0
            && !(isSpreadUnknown | other.isSpreadUnknown)
            && DecimalSums.AreNarrow(squares, other.squares))
        {
            return new(in this, in other);
        }

        int exponent = Math.Max(SquareExponent, other.SquareExponent);
        decimal? sum = isSpreadUnknown || other.isSpreadUnknown
            ? null
            : DecimalSums.Moved(squares, SquareExponent, exponent) + DecimalSums.Moved(other.squares, other.SquareExponent, exponent);
        return new(Guard.Add(N, other.N), Guard.Add(Sum, other.Sum), sum, exponent);
    }

    /// <summary>Estimates the mean with Student's interval.</summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <param name="population">The size of the finite population from which the sample was drawn without replacement, equal to <see cref="N"/> for a
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

    /// <summary>The mean and the count as invariant text.</summary>
    /// <returns>Text for display, such as <c>mean 4.2 of 30</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"mean {Value:G6} of {N}");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.MeanCaption)
            .Fact(words.CountLabel, words.Count(N))
            .Fact(words.SumLabel, words.Limit(Sum))
            .Fact(words.ValueLabel, words.Number(Value))
            .Fact(words.StandardDeviationLabel, words.Limit(StandardDeviation))
            .ToHtml();
    }

    static MeanTally IJsonRecord<MeanTally>.Json(JsonMembers<MeanTally> json) => new(
        json.Value(nameof(N), x => x.N),
        json.Value(nameof(Sum), x => x.Sum),
        json.Optional(nameof(SumOfSquares), x => x.SumOfSquares),
        json.OrDefault(nameof(SquareExponent), x => x.SquareExponent));
}
