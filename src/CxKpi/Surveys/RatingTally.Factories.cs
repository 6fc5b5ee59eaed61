using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CxKpi;

/// <content>The factories that take answers; all of them end in one counting loop.</content>
// Arrays have a door of their own, and numbers other than int a generic one: so calls bind under C# 12 and 13 as they do under C# 14.
public readonly partial record struct RatingTally
{
    /// <summary>Counts answers; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswers(ReadOnlySpan<int> answers, RatingScale scale) => Count(answers, scale, tolerant: false);

    /// <summary>Counts answers, with missing ones counted apart; an answer outside the scale throws.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswers(IEnumerable<int?> answers, RatingScale scale) => Count(answers, scale, tolerant: false);

    /// <inheritdoc cref="FromAnswers(ReadOnlySpan{int}, RatingScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it throws.</remarks>
    public static RatingTally FromAnswers<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(answers, scale, tolerant: false);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswers<TAnswer>(TAnswer[] answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(new ReadOnlySpan<TAnswer>(Guard.NotNull(answers)), scale, tolerant: false);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RatingTally FromAnswers<TAnswer>(IEnumerable<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Spans.TryGet(Guard.NotNull(answers), out ReadOnlySpan<TAnswer> span)
            ? Count(span, scale, tolerant: false)
            : Count(answers.Select(answer => (TAnswer?)answer), scale, tolerant: false);

    /// <inheritdoc cref="FromAnswers{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RatingTally FromAnswers<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(answers, scale, tolerant: false);

    /// <summary>Counts answers; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswersTolerant(ReadOnlySpan<int> answers, RatingScale scale) => Count(answers, scale, tolerant: true);

    /// <summary>Counts answers, with missing ones counted apart; those outside the scale are counted as invalid.</summary>
    /// <param name="answers">The answers; <see langword="null"/> for one that was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswersTolerant(IEnumerable<int?> answers, RatingScale scale) => Count(answers, scale, tolerant: true);

    /// <inheritdoc cref="FromAnswersTolerant(ReadOnlySpan{int}, RatingScale)"/>
    /// <typeparam name="TAnswer">The type of an answer: double, float, decimal, long, byte or another type of number.</typeparam>
    /// <remarks>Not a number (NaN) is a missing answer. A fraction lies on no scale, so it is invalid.</remarks>
    public static RatingTally FromAnswersTolerant<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(answers, scale, tolerant: true);

    /// <inheritdoc cref="FromAnswersTolerant{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    [OverloadResolutionPriority(1)]
    public static RatingTally FromAnswersTolerant<TAnswer>(TAnswer[] answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(new ReadOnlySpan<TAnswer>(Guard.NotNull(answers)), scale, tolerant: true);

    /// <inheritdoc cref="FromAnswersTolerant{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RatingTally FromAnswersTolerant<TAnswer>(IEnumerable<TAnswer> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Spans.TryGet(Guard.NotNull(answers), out ReadOnlySpan<TAnswer> span)
            ? Count(span, scale, tolerant: true)
            : Count(answers.Select(answer => (TAnswer?)answer), scale, tolerant: true);

    /// <inheritdoc cref="FromAnswersTolerant{TAnswer}(ReadOnlySpan{TAnswer}, RatingScale)"/>
    /// <exception cref="ArgumentNullException"><paramref name="answers"/> is <see langword="null"/>.</exception>
    public static RatingTally FromAnswersTolerant<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale scale)
        where TAnswer : struct, INumber<TAnswer> =>
        Count(answers, scale, tolerant: true);

    /// <summary>Creates the tally from one answer.</summary>
    /// <param name="answer">The answer; <see langword="null"/> when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswer(int? answer, RatingScale scale) => FromQuestion(answer, scale, nameof(answer));

    /// <summary>Creates the tally from one answer.</summary>
    /// <param name="answer">The answer; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The answer is a fraction or does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswer(double? answer, RatingScale scale)
    {
        RatingTally one = FromAnswerTolerant(answer, scale);
        bool isWhole = answer is { } given && double.IsInteger(given);
        return one.Invalid == 0 ? one : throw Guard.Outside(nameof(answer), Rule(scale, isWhole), answer, advice: TolerantOne);
    }

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

    /// <summary>Creates the tally from one answer; a fraction and an answer outside the scale are counted as invalid.</summary>
    /// <param name="answer">The answer; <see langword="null"/> or NaN when it was not given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public static RatingTally FromAnswerTolerant(double? answer, RatingScale scale)
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

    /// <summary>Creates the tally from answers with the number of times each was given.</summary>
    /// <typeparam name="TCount">The type of a count, such as int or long.</typeparam>
    /// <param name="counts">The answers, each with the number of times it was given: a dictionary, or pairs in which an answer may come more than once.
    /// Answers that are not among them were never given.</param>
    /// <param name="scale">The scale that was asked.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="counts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale, or a count is negative; the message names the position.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    public static RatingTally FromCounts<TCount>(IEnumerable<KeyValuePair<int, TCount>> counts, RatingScale scale)
        where TCount : struct, IBinaryInteger<TCount>
    {
        Span<long> found = stackalloc long[PointsOf(scale)];
        long position = 0;
        foreach ((int answer, TCount count) in Guard.NotNull(counts))
        {
            if (TCount.IsNegative(count))
            {
                throw Guard.OutsideAt(position, nameof(counts), "must not be negative", count);
            }

            found[scale.Contains(answer) ? answer - scale.Lowest : throw NotOnScale(scale, answer, position, nameof(counts))] += long.CreateChecked(count);
            position++;
        }

        return new(scale, found, 0, 0);
    }

    /// <summary>One answer among many as a whole number; <see langword="null"/> for a missing one, and errors name its position.</summary>
    internal static int? Whole<TAnswer>(TAnswer? answer, RatingScale scale, string name, long position, string part)
        where TAnswer : struct, INumber<TAnswer> =>
        answer is not { } given || TAnswer.IsNaN(given) ? null
        : TAnswer.IsInteger(given) && int.CreateSaturating(given) is int whole && scale.Contains(whole) ? whole
        : throw Guard.OutsideAt(position, name, Rule(scale, TAnswer.IsInteger(given)), given, part);

    /// <summary>Creates the tally from one answer; errors name the question that was passed.</summary>
    internal static RatingTally FromQuestion(int? answer, RatingScale scale, string name) =>
        scale.Stated(nameof(scale)).Contains(answer ?? scale.Lowest)
            ? FromAnswerTolerant(answer, scale)
            : throw Guard.Outside(name, Rule(scale, whole: true), answer, advice: name is "answer" ? TolerantOne : null);

    // Without this, answers would be read against no scale at all and silently dropped.
    private static int PointsOf(RatingScale scale) => scale.Stated(nameof(scale)).Points;

    private static RatingTally Count<TAnswer>(ReadOnlySpan<TAnswer> answers, RatingScale scale, bool tolerant)
        where TAnswer : struct, INumber<TAnswer>
    {
        if (typeof(TAnswer) == typeof(int))
        {
            return Count(MemoryMarshal.Cast<TAnswer, int>(answers), scale, tolerant);
        }

        if (typeof(TAnswer) == typeof(byte))
        {
            return Count(MemoryMarshal.AsBytes(answers), scale, tolerant);
        }

        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant);
        foreach (TAnswer answer in answers)
        {
            collector.Add<TAnswer>(answer);
        }

        return collector.ToTally();
    }

    private static RatingTally Count(ReadOnlySpan<int> answers, RatingScale scale, bool tolerant)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        if (tolerant)
        {
            long invalid = AnswerCounter.CountTolerant(answers, scale.Lowest, scale.Points, counts);
            return new(scale, counts, 0, invalid);
        }

        int outside = AnswerCounter.Count(answers, scale.Lowest, scale.Points, counts);
        return outside < 0 ? new(scale, counts, 0, 0) : throw NotOnScale(scale, answers[outside], outside);
    }

    private static RatingTally Count(ReadOnlySpan<byte> answers, RatingScale scale, bool tolerant)
    {
        Span<long> counts = stackalloc long[PointsOf(scale)];
        if (tolerant)
        {
            long invalid = AnswerCounter.CountTolerant(answers, scale.Lowest, scale.Points, counts);
            return new(scale, counts, 0, invalid);
        }

        int outside = AnswerCounter.Count(answers, scale.Lowest, scale.Points, counts);
        return outside < 0 ? new(scale, counts, 0, 0) : throw NotOnScale(scale, answers[outside], outside);
    }

    private static RatingTally Count<TAnswer>(IEnumerable<TAnswer?> answers, RatingScale scale, bool tolerant)
        where TAnswer : struct, INumber<TAnswer>
    {
        Collector collector = new(scale, stackalloc long[PointsOf(scale)], tolerant);
        if (Spans.TryGet(Guard.NotNull(answers), out ReadOnlySpan<TAnswer?> span))
        {
            foreach (TAnswer? answer in span)
            {
                collector.Add(answer);
            }
        }
        else
        {
            foreach (TAnswer? answer in answers)
            {
                collector.Add(answer);
            }
        }

        return collector.ToTally();
    }

    // Every rating KPI reads its answers here, so each of them names the way to keep going.
    private const string Tolerant = "RatingTally.FromAnswersTolerant counts such answers as invalid";
    private const string TolerantOne = "RatingTally.FromAnswerTolerant counts such an answer as invalid";
    private const string TolerantText = "RatingTally.FromTextTolerant counts such a cell as invalid";

    private static string Rule(RatingScale scale, bool whole) => whole ? $"must lie on the scale {scale}" : $"must be a whole number on the scale {scale}";

    private static ArgumentOutOfRangeException NotOnScale<TAnswer>(RatingScale scale, TAnswer answer, long position, string name = "answers")
        where TAnswer : struct, INumber<TAnswer> =>
        Guard.OutsideAt(position, name, Rule(scale, TAnswer.IsInteger(answer)), answer, advice: name is "answers" ? Tolerant : null);

    private static bool IsOn(RatingScale scale, decimal answer) => decimal.IsInteger(answer) && answer >= scale.Lowest && answer <= scale.Highest;

    private ref struct Collector(RatingScale scale, Span<long> counts, bool tolerant)
    {
        private readonly Span<long> counts = counts;
        private long missing, invalid, position;

        public void Add<TAnswer>(TAnswer? answer)
            where TAnswer : struct, INumber<TAnswer>
        {
            if (answer is not { } given || TAnswer.IsNaN(given))
            {
                missing++;
            }
            else if (TAnswer.IsInteger(given) && int.CreateSaturating(given) is int whole && scale.Contains(whole))
            {
                counts[whole - scale.Lowest]++;
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

        public void AddText(ReadOnlySpan<char> cell, AnswerCodes codes)
        {
            if (codes.TryRead(cell, out decimal? answer) && (answer is null || IsOn(scale, answer.Value)))
            {
                Add(answer);
            }
            else if (tolerant)
            {
                invalid++;
                position++;
            }
            else
            {
                throw Guard.OutsideAt(position, "cells", TextRule(scale), Shown(cell), advice: TolerantText);
            }
        }

        public readonly RatingTally ToTally() => new(scale, counts, missing, invalid);
    }
}
