using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// How often each answer of a rating scale was given, with missing and invalid answers counted apart.
/// NPS, CSAT, means, effort scores and distribution charts can all be calculated from one tally, so that answers are read once.
/// </summary>
/// <remarks>
/// The <c>FromAnswers</c> methods are strict: an answer outside the scale throws, and the message names its position.
/// The <c>FromAnswersTolerant</c> methods count such an answer as invalid instead. Numbers of any type are read: NaN is a missing answer, and a fraction
/// lies on no scale.
/// <c>default</c> holds no data and states no scale. A tally has the same size for one answer as for a billion.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
[JsonConverter(typeof(RecordJsonConverter<RatingTally>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly partial record struct RatingTally : ILocalizedFace, IJsonRecord<RatingTally>
{
    // Eleven named fields, not an inline array: records compare and hash them by themselves.
    private readonly long c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10;

    /// <summary>Creates the tally from its counts.</summary>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="counts">How often each answer was given, from the lowest to the highest; as many as the scale has points, none negative.
    /// It may be <see langword="null"/> only when <paramref name="scale"/> is the default value.</param>
    /// <param name="missing">The number of questions asked but not answered; not negative.</param>
    /// <param name="invalid">The number of answers outside the scale; not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/> although a scale is given.</exception>
    /// <exception cref="ArgumentException">There are not as many counts as the scale has points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The number of answers would exceed <see cref="long.MaxValue"/>.</exception>
    public RatingTally(RatingScale scale, IReadOnlyList<long>? counts, long missing = 0, long invalid = 0)
        : this(scale, [.. Guard.NotNull(scale == default ? counts ?? [] : counts, nameof(counts))], missing, invalid)
    {
    }

    private RatingTally(RatingScale scale, ReadOnlySpan<long> counts, long missing, long invalid)
    {
        Guard.SameLength(scale.Points, counts.Length, nameof(scale), nameof(counts));
        Scale = scale;
        long total = 0;
        Span<long> fields = MemoryMarshal.CreateSpan(ref c0, RatingScale.MostPoints);
        for (int i = 0; i < counts.Length; i++)
        {
            fields[i] = Guard.NotNegative(counts[i], nameof(counts));
            total = Guard.Sum("answers", total, counts[i]);
        }

        N = total;
        Missing = Guard.NotNegative(missing);
        Invalid = Guard.NotNegative(invalid);
    }

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>How often each answer was given, from the lowest to the highest, as a new copy.</summary>
    public IReadOnlyList<long> Counts => Fields(in this).ToArray();

    /// <summary>The number of questions asked but not answered; they are left out of the base.</summary>
    public long Missing { get; }

    /// <summary>The number of answers outside the scale; they are left out of the base.</summary>
    public long Invalid { get; }

    /// <summary>The number of valid answers, which is the base.</summary>
    public long N { get; }

    /// <summary>The numbers of answers that are left out of the base.</summary>
    public ExcludedAnswers Excluded => new(Missing, Invalid);

    /// <summary>The mean answer in scale points; <see langword="null"/> when there are no valid answers.</summary>
    public double? Mean => ToMean().Value;

    /// <summary>Counts how often <paramref name="answer"/> was given.</summary>
    /// <param name="answer">An answer on the scale.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    public long CountOf(int answer) => Between(answer, answer);

    /// <summary>Counts the answers at or above <paramref name="answer"/> among all valid ones.</summary>
    /// <param name="answer">An answer on the scale.</param>
    /// <returns>The share as a tally of counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    public ShareTally AtLeast(int answer) => new(Between(answer, Scale.Highest), N);

    /// <summary>Counts the answers at or below <paramref name="answer"/> among all valid ones.</summary>
    /// <param name="answer">An answer on the scale.</param>
    /// <returns>The share as a tally of counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    public ShareTally AtMost(int answer) => new(Between(Scale.Lowest, answer), N);

    /// <summary>Counts the answers at or above one bound against those at or below another.</summary>
    /// <param name="positiveFrom">The lowest answer that counts as positive.</param>
    /// <param name="negativeTo">The highest answer that counts as negative; below <paramref name="positiveFrom"/>.</param>
    /// <returns>The net score as a tally of counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound does not lie on the scale, or the two groups overlap.</exception>
    public NetTally Net(int positiveFrom, int negativeTo)
    {
        Guard.InRange(positiveFrom, Scale.Lowest, Scale.Highest);
        if (negativeTo < Scale.Lowest || negativeTo >= positiveFrom)
        {
            throw Guard.Outside(
                nameof(negativeTo),
                string.Create(CultureInfo.InvariantCulture, $"must lie on the scale {Scale}, below positiveFrom ({positiveFrom})"),
                negativeTo);
        }

        long positive = Between(positiveFrom, Scale.Highest), negative = Between(Scale.Lowest, negativeTo);
        return new(positive, N - positive - negative, negative);
    }

    /// <summary>Sums the answers for the mean and its interval.</summary>
    /// <returns>The count, sum and sum of squares of the valid answers.</returns>
    public MeanTally ToMean()
    {
        decimal sum = 0, squares = 0;
        ReadOnlySpan<long> counts = Fields(in this);
        for (int i = 0; i < counts.Length; i++)
        {
            decimal answer = Scale.Lowest + i;
            sum += counts[i] * answer;
            squares += counts[i] * answer * answer;
        }

        return new(N, sum, squares);
    }

    /// <summary>Whether there are answers to be read by a rule made for <paramref name="scale"/>; answers on another scale throw.</summary>
    internal bool HasAnswersOn(RatingScale scale, string rule, string name = "answers")
    {
        if (this == default)
        {
            return false;
        }

        return scale != default && Scale == scale
            ? true
            : throw new ArgumentException($"{name} must lie on the scale of the {rule} ({scale}), but lie on {Scale}", name);
    }

    /// <summary>Adds the answers of another tally on the same scale.</summary>
    /// <param name="other">The answers to add.</param>
    /// <returns>The tally over the evidence of both.</returns>
    /// <exception cref="ArgumentException">The two scales differ.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public RatingTally Combine(RatingTally other)
    {
        RatingScale scale = SharedRule.Of(this, Scale, other, other.Scale, "scale");
        Span<long> sums = stackalloc long[RatingScale.MostPoints];
        ReadOnlySpan<long> mine = AllFields(in this), others = AllFields(in other);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = Guard.Add(mine[i], others[i], "the number of answers");
        }

        return new(scale, sums[..scale.Points], Guard.Add(Missing, other.Missing), Guard.Add(Invalid, other.Invalid));
    }

    /// <summary>The counts as invariant text.</summary>
    /// <returns>Text for display, such as <c>1: 3, 2: 0, 3: 5 (n = 8, 1 missing, 0 invalid)</c>.</returns>
    public override string ToString()
    {
        int lowest = Scale.Lowest;
        IEnumerable<string> parts = Counts.Select((count, i) => string.Create(CultureInfo.InvariantCulture, $"{lowest + i}: {count}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", parts)} (n = {N}, {Excluded})");
    }

    private static ReadOnlySpan<long> Fields(in RatingTally tally) => AllFields(in tally)[..tally.Scale.Points];

    private static ReadOnlySpan<long> AllFields(in RatingTally tally) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AsRef(in tally.c0), RatingScale.MostPoints);

    private long Between(int from, int to)
    {
        Guard.InRange(from, Scale.Lowest, Scale.Highest, "answer");
        Guard.InRange(to, Scale.Lowest, Scale.Highest, "answer");
        long sum = 0;
        foreach (long count in AllFields(in this)[(from - Scale.Lowest)..(to - Scale.Lowest + 1)])
        {
            sum += count;
        }

        return sum;
    }

    static RatingTally IJsonRecord<RatingTally>.Json(JsonMembers<RatingTally> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Values(nameof(Counts), x => x.Counts),
        json.Value(nameof(Missing), x => x.Missing),
        json.Value(nameof(Invalid), x => x.Invalid));
}
