using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// The evidence of a ratio of totals, such as revenue per order or handle time per contact: the two totals,
/// and the sums of squares and products over the rows that show how much the ratio varies.
/// </summary>
/// <remarks>
/// <code>value = sum of numerators / sum of denominators</code> The value is in the numerator's unit per denominator; <c>default</c> holds no data.
/// It is a ratio of totals and never an average of averages: rows with larger denominators weigh more.
/// A row is whatever was sampled: an order, a contact, a day, a customer with all their contacts (a cluster), or one grand total.
/// One row alone has a value but no interval. Sums are kept in <see cref="decimal"/>: adding is exact while they fit into 28 digits, as those of amounts
/// with cents do; with longer fractions the order of adding can change the last digit. Sums of squares beyond the range of <see cref="decimal"/>, as rows of
/// 1e15 have them, are kept divided by a power of ten (<see cref="SquareExponent"/>). A spread below 1e-14 of the amounts is lost in their squares: the rows
/// count as alike (<see cref="EstimateFlags.ZeroVariance"/>), and nothing is concluded from them.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RatioTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RatioTally : ILocalizedFace, IEvidence, IJsonRecord<RatioTally>
{
    private readonly long rows;
    private readonly decimal numerator, denominator, squaredNumerators, products, squaredDenominators;

    /// <summary>Creates the tally from its sums; most callers use <see cref="Row"/> or <see cref="FromRows"/>.</summary>
    /// <param name="rows">The number of rows; not negative.</param>
    /// <param name="numerator">The sum of the numerators.</param>
    /// <param name="denominator">The sum of the denominators; not negative.</param>
    /// <param name="squaredNumerators">The sum of the squared numerators.</param>
    /// <param name="products">The sum of the products of numerator and denominator.</param>
    /// <param name="squaredDenominators">The sum of the squared denominators.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count, a denominator or a sum of squares is negative, or no rows have these sums.</exception>
    public RatioTally(long rows, decimal numerator, decimal denominator, decimal squaredNumerators, decimal products, decimal squaredDenominators)
        : this(rows, numerator, denominator, squaredNumerators, products, squaredDenominators, 0)
    {
    }

    private RatioTally(
        long rows,
        decimal numerator,
        decimal denominator,
        decimal squaredNumerators,
        decimal products,
        decimal squaredDenominators,
        int squareExponent,
        bool isDerived = false)
    {
        this.rows = Guard.NotNegative(rows);
        this.numerator = numerator;
        this.denominator = Guard.NotNegative(denominator);
        SquareExponent = DecimalSums.ExponentOf(squareExponent, Guard.NotNegative(squaredNumerators), Guard.NotNegative(squaredDenominators));
        this.squaredNumerators = DecimalSums.Moved(squaredNumerators, squareExponent, SquareExponent);
        this.products = DecimalSums.Moved(products, squareExponent, SquareExponent);
        this.squaredDenominators = DecimalSums.Moved(squaredDenominators, squareExponent, SquareExponent);
        if (rows == 0 && (numerator != 0 || denominator != 0 || squaredNumerators != 0 || products != 0 || squaredDenominators != 0))
        {
            throw Guard.Outside(nameof(rows), "must be positive when there are sums", rows);
        }

        if (isDerived)
        {
            return;
        }

        // No rows have a mean of squares below the square of their mean, or a product that exceeds both squares; squares are rounded to a last digit.
        double digit = 1e-28 * rows, wideDigit = DecimalSums.Widened(digit, SquareExponent);
        if (Exceeds((double)numerator, DecimalSums.Widened((double)SquaredNumerators, SquareExponent), rows, wideDigit))
        {
            throw Guard.Outside(nameof(squaredNumerators), "must not be smaller than numerator * numerator / rows", squaredNumerators);
        }

        if (Exceeds((double)denominator, DecimalSums.Widened((double)SquaredDenominators, SquareExponent), rows, wideDigit))
        {
            throw Guard.Outside(nameof(squaredDenominators), "must not be smaller than denominator * denominator / rows", squaredDenominators);
        }

        if (Exceeds((double)products, ((double)squaredNumerators + digit) * ((double)squaredDenominators + digit), 1, digit))
        {
            throw Guard.Outside(nameof(products), "must not be larger than the squares allow", products);
        }
    }

    // One row of a small amount that counts once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RatioTally(decimal amount)
    {
        rows = 1;
        numerator = amount;
        denominator = decimal.One;
        squaredNumerators = DecimalSums.SmallProduct(amount, amount);
        products = amount;
        squaredDenominators = decimal.One;
    }

    // One row of small amounts, whose products are exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private RatioTally(decimal numerator, decimal denominator)
    {
        rows = 1;
        this.numerator = numerator;
        this.denominator = denominator;
        squaredNumerators = DecimalSums.SmallProduct(numerator, numerator);
        products = DecimalSums.SmallProduct(numerator, denominator);
        squaredDenominators = DecimalSums.SmallProduct(denominator, denominator);
    }

    /// <summary>The number of rows.</summary>
    public long Rows => rows;

    /// <summary>The sum of the numerators.</summary>
    public decimal Numerator => numerator;

    /// <summary>The sum of the denominators.</summary>
    public decimal Denominator => denominator;

    /// <summary>The sum of the squared numerators over ten to the power of <see cref="SquareExponent"/>.</summary>
    public decimal SquaredNumerators => squaredNumerators;

    /// <summary>The sum of the products of numerator and denominator over ten to the power of <see cref="SquareExponent"/>.</summary>
    public decimal Products => products;

    /// <summary>The sum of the squared denominators over ten to the power of <see cref="SquareExponent"/>.</summary>
    public decimal SquaredDenominators => squaredDenominators;

    /// <summary>The power of ten by which the sums of squares and products are divided: 0, or 16 where a sum of squares would pass the range of
    /// <see cref="decimal"/>.</summary>
    public int SquareExponent { get; }

    /// <summary>The ratio; <see langword="null"/> when the denominators add up to 0.</summary>
    public double? Value => Denominator == 0 ? null : Zero.Unsigned((double)Numerator / (double)Denominator);

    /// <inheritdoc/>
    public EvidenceTotals? Totals => Rows == 0 ? null : new(Numerator, Denominator);

    /// <summary>The ratio in decimal arithmetic, for money; <see langword="null"/> when the denominators add up to 0, and where it exceeds the range of
    /// <see cref="decimal"/>.</summary>
    public decimal? DecimalValue
    {
        get
        {
            // Only by a denominator below 1 can the ratio be larger than its numerator.
            return Denominator is > 0 and < 1 && Math.Abs((double)Numerator / (double)Denominator) > DecimalSums.Limit ? null
                : Denominator == 0 ? null
                : Numerator / Denominator;
        }
    }

    /// <summary>Creates the tally from one row.</summary>
    /// <param name="numerator">The numerator, such as the value of an order.</param>
    /// <param name="denominator">The denominator, such as 1 order; not negative.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is negative.</exception>
    /// <exception cref="OverflowException">A square is too large to be kept, as that of 1e23 is.</exception>
    public static RatioTally Row(decimal numerator, decimal denominator)
    {
        if (DecimalSums.IsSmall(numerator) && DecimalSums.IsSmall(denominator) && denominator >= 0)
        {
            return new(numerator, denominator);
        }

        int exponent = DecimalSums.ExponentOf(numerator, Guard.NotNegative(denominator));
        return new(
            1,
            numerator,
            denominator,
            DecimalSums.Product(numerator, numerator, exponent),
            DecimalSums.Product(numerator, denominator, exponent),
            DecimalSums.Product(denominator, denominator, exponent),
            exponent);
    }

    /// <summary>The tally of one row that counts once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static RatioTally Once(decimal amount) => DecimalSums.IsSmall(amount) ? new(amount) : Row(amount, 1);

    /// <summary>Creates the tally from a grand total: one row, or no data when both totals are 0.</summary>
    /// <param name="numerator">The total of the numerators.</param>
    /// <param name="denominator">The total of the denominators; not negative. With 0 the ratio is undefined until more evidence is added.</param>
    /// <returns>The tally, which has an interval only together with other totals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The denominator is negative.</exception>
    /// <exception cref="OverflowException">A square is too large to be kept, as that of 1e23 is.</exception>
    public static RatioTally FromTotals(decimal numerator, decimal denominator) =>
        (numerator, denominator) == (0, 0) ? default : Row(numerator, denominator);

    /// <summary>Creates the tally from many rows.</summary>
    /// <param name="rows">The numerator and the denominator of each row.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A denominator is negative; the message names its position.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static RatioTally FromRows(IEnumerable<(decimal Numerator, decimal Denominator)> rows)
    {
        RatioTally tally = default;
        long position = 0;
        foreach ((decimal numerator, decimal denominator) in Guard.NotNull(rows))
        {
            tally = tally.Combine(Row(numerator, Guard.NotNegativeAt(denominator, position++, nameof(rows), ", denominator")));
        }

        return tally;
    }

    /// <summary>Creates the tally from values that each count once, such as order values.</summary>
    /// <param name="values">The numerators; each denominator is 1.</param>
    /// <returns>The tally, whose ratio is the mean.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of <see cref="decimal"/>.</exception>
    public static RatioTally FromValues(IEnumerable<decimal> values)
    {
        MeanTally mean = MeanTally.FromValues(values);
        int exponent = mean.SquareExponent;
        return new(
            mean.N,
            mean.Sum,
            mean.N,
            mean.SumOfSquares ?? 0,
            DecimalSums.Moved(mean.Sum, 0, exponent),
            DecimalSums.Moved(mean.N, 0, exponent),
            exponent);
    }

    /// <summary>The tally of rows with a denominator of 1 each, from the sum of their numerators and of the squares of these.</summary>
    internal static RatioTally FromSums(long rows, decimal sum, decimal squares) => new(rows, sum, rows, squares, sum, rows);

    /// <summary>Adds the rows of another tally.</summary>
    /// <param name="other">The evidence to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="OverflowException">A sum exceeds the range of its type.</exception>
    public RatioTally Combine(RatioTally other)
    {
        RatioTally total = this;
        Accumulate(ref total, in other);
        return total;
    }

    /// <summary>Adds the rows of another tally to a total where it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Accumulate(ref RatioTally total, in RatioTally other)
    {
        // Sums of valid sums are valid where their squares have no exponent, and room for the sum.
        if (!HasRoomFor(in total, in other))
        {
            total = Moved(total, other);
            return;
        }

        InPlace.Add(in total.rows, other.rows);
        InPlace.Add(in total.numerator, in other.numerator);
        InPlace.Add(in total.denominator, in other.denominator);
        InPlace.Add(in total.squaredNumerators, in other.squaredNumerators);
        InPlace.Add(in total.products, in other.products);
        InPlace.Add(in total.squaredDenominators, in other.squaredDenominators);
    }

    /// <summary>
    /// Estimates the ratio with an interval by linearisation and Student's distribution, with one degree of freedom fewer than there are rows.
    /// </summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The estimate; <see langword="null"/> when the ratio is undefined. It has no limits when there is only one row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Estimate? Estimate(double confidence = 0.95) => MeanIntervals.Estimate(this, confidence);

    /// <summary>Calculates the difference from a baseline, by Welch's method on the two linearised standard errors.</summary>
    /// <param name="baseline">The tally to compare with; independent of this one.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change; <see langword="null"/> when either ratio is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Change? ChangeFrom(RatioTally baseline, double confidence = 0.95) =>
        MeanIntervals.Change(Estimate(confidence), baseline.Estimate(confidence), confidence);

    /// <summary>The tally of what each row's numerator leaves of its denominator.</summary>
    internal RatioTally Complement() => new(
        Rows,
        Denominator - Numerator,
        Denominator,
        Math.Max(0, SquaredDenominators - Products - Products + SquaredNumerators),
        SquaredDenominators - Products,
        SquaredDenominators,
        SquareExponent,
        isDerived: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasRoomFor(in RatioTally a, in RatioTally b) =>
        (a.SquareExponent | b.SquareExponent) == 0
        && DecimalSums.AreNarrow(a.squaredNumerators, b.squaredNumerators)
        && DecimalSums.AreNarrow(a.squaredDenominators, b.squaredDenominators);

    // The sum of two whose squares must be moved to a common exponent, or to a wider one.
    private static RatioTally Moved(RatioTally a, RatioTally b)
    {
        int exponent = Math.Max(a.SquareExponent, b.SquareExponent);
        return new(
            Guard.Add(a.rows, b.rows, nameof(rows)),
            Guard.Add(a.numerator, b.numerator, nameof(numerator)),
            Guard.Add(a.denominator, b.denominator, nameof(denominator)),
            Added(a.squaredNumerators, b.squaredNumerators, nameof(squaredNumerators)),
            Added(a.products, b.products, nameof(products)),
            Added(a.squaredDenominators, b.squaredDenominators, nameof(squaredDenominators)),
            exponent);

        decimal Added(decimal one, decimal other, string name) =>
            Guard.Add(DecimalSums.Moved(one, a.SquareExponent, exponent), DecimalSums.Moved(other, b.SquareExponent, exponent), name);
    }

    private static bool Exceeds(double sum, double bound, long rows, double slack) => rows > 0 && sum * sum / rows > bound * (1 + 1e-9) + slack;

    /// <summary>The totals and the number of rows as invariant text.</summary>
    /// <returns>Text for display, such as <c>5000 / 100 over 12 rows</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator} / {Denominator} over {Rows} rows");

    string ILocalizedFace.ToHtml(Phrases words)
    {
        return new NotebookTable(words.RatioCaption)
            .Fact(words.RowsLabel, words.Count(Rows))
            .Fact(words.NumeratorLabel, words.Limit(Numerator))
            .Fact(words.DenominatorLabel, words.Limit(Denominator))
            .Fact(words.ValueLabel, words.Number(Value))
            .ToHtml();
    }

    static RatioTally IJsonRecord<RatioTally>.Json(JsonMembers<RatioTally> json) => new(
        json.Value(nameof(Rows), x => x.Rows),
        json.Value(nameof(Numerator), x => x.Numerator),
        json.Value(nameof(Denominator), x => x.Denominator),
        json.Value(nameof(SquaredNumerators), x => x.SquaredNumerators),
        json.Value(nameof(Products), x => x.Products),
        json.Value(nameof(SquaredDenominators), x => x.SquaredDenominators),
        json.OrDefault(nameof(SquareExponent), x => x.SquareExponent));
}
