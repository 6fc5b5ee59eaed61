using System.Globalization;
using System.Runtime.CompilerServices;

namespace CxKpi;

/// <content>The factories that take answers; all of them end in one counting loop.</content>
public readonly partial record struct RatingTally
{
    /// <summary>Counts answers; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswers(ReadOnlySpan<byte> answers, RatingScale scale)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        int outside = AnswerCounter.Count(answers, scale.Lowest, scale.Points, counts);
        return outside < 0 ? new(scale, counts, 0, 0) : throw NotOnScale(scale, answers[outside], outside);
    }

    /// <summary>Counts answers; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswers(ReadOnlySpan<int> answers, RatingScale scale)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        int outside = AnswerCounter.Count(answers, scale.Lowest, scale.Points, counts);
        return outside < 0 ? new(scale, counts, 0, 0) : throw NotOnScale(scale, answers[outside], outside);
    }

    /// <summary>Counts answers, with missing ones counted apart; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswers(ReadOnlySpan<int?> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: false);
        foreach (int? answer in answers)
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Counts answers; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswers(IEnumerable<int> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: false);
        foreach (int answer in Guard.NotNull(answers))
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Counts answers, with missing ones counted apart; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswers(IEnumerable<int?> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: false);
        foreach (int? answer in Guard.NotNull(answers))
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Counts answers; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswersTolerant(ReadOnlySpan<byte> answers, RatingScale scale)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        long invalid = AnswerCounter.CountTolerant(answers, scale.Lowest, scale.Points, counts);
        return new(scale, counts, 0, invalid);
    }

    /// <summary>Counts answers; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswersTolerant(ReadOnlySpan<int> answers, RatingScale scale)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        long invalid = AnswerCounter.CountTolerant(answers, scale.Lowest, scale.Points, counts);
        return new(scale, counts, 0, invalid);
    }

    /// <summary>Counts answers; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswersTolerant(IEnumerable<int> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: true);
        foreach (int answer in Guard.NotNull(answers))
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Counts answers, with missing ones counted apart; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswersTolerant(ReadOnlySpan<int?> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: true);
        foreach (int? answer in answers)
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Counts answers, with missing ones counted apart; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswersTolerant(IEnumerable<int?> answers, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: true);
        foreach (int? answer in Guard.NotNull(answers))
        {
            collector.Add(answer);
        }

        return collector.ToTally();
    }

    /// <summary>Creates the tally from one answer.</summary>
    /// <param name="answer">The answer; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswer(int? answer, RatingScale scale) => FromQuestion(answer, scale, nameof(answer));

    /// <summary>Creates the tally from one answer; an answer outside the scale is counted as invalid.</summary>
    /// <param name="answer">The answer; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswerTolerant(int? answer, RatingScale scale)
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant: true);
        collector.Add(answer);
        return collector.ToTally();
    }

    /// <summary>Creates the tally from counts that are already known.</summary>
    /// <param name="counts">How often each answer was given, from the lowest to the highest.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">There are not as many counts as the scale has points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static RatingTally FromCounts(ReadOnlySpan<long> counts, RatingScale scale) => new(scale, counts, 0, 0);

    /// <summary>Creates the tally from one answer; errors name the question that was passed.</summary>
    internal static RatingTally FromQuestion(int? answer, RatingScale scale, string name) =>
        scale.Stated(nameof(scale)).Contains(answer ?? scale.Lowest)
            ? FromAnswerTolerant(answer, scale)
            : throw Guard.Outside(name, $"must lie on the scale {scale}", answer);

    // Without this, answers would be read against no scale at all and silently dropped.
    private static int PointsOf(RatingScale scale) => scale.Stated(nameof(scale)).Points;

    private static ArgumentOutOfRangeException NotOnScale(RatingScale scale, int answer, long position) =>
        Guard.OutsideAt(position, "answers", $"must lie on the scale {scale}", answer);

    private ref struct Collector(RatingScale scale, Span<long> counts, bool tolerant)
    {
        private readonly Span<long> counts = counts;
        private long missing, invalid, position;

        public void Add(int? answer)
        {
            if (answer is not { } given)
            {
                missing++;
            }
            else if (scale.Contains(given))
            {
                counts[given - scale.Lowest]++;
            }
            else if (tolerant)
            {
                invalid++;
            }
            else
            {
                throw NotOnScale(scale, given, position);
            }

            position++;
        }

        public readonly RatingTally ToTally() => new(scale, counts, missing, invalid);
    }
}
