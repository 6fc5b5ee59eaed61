using System.Globalization;
using System.Numerics;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A questionnaire of several items that measure one thing: how many items, on which scale, and which of them are reverse-worded.</summary>
/// <remarks>
/// <code>score of a respondent = mean of the answered items, where a reverse-worded item counts as lowest + highest - answer</code>
/// Items are numbered from 1, as in printed questionnaires. <c>default</c> states no questionnaire and cannot be used to read answers.
/// Source: practice of summated rating scales; R. Saxe, B. Weitz, "The SOCO Scale", Journal of Marketing Research, 1982, reverses its selling items like this.
/// <para>Pitfall: leaving reverse-worded items as they are, which lets good and bad answers cancel out; <see cref="ReliabilityTally"/> then shows a low or
/// negative alpha.</para>
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<ItemScale>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ItemScale : IJsonRecord<ItemScale>
{
    /// <summary>The largest number of items a questionnaire may have.</summary>
    public const int MostItems = 64;

    // One bit per item, so that records compare it by itself.
    private readonly ulong reversedItems;

    /// <summary>Creates a questionnaire without reverse-worded items, all of whose items must be answered.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; higher is better.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many items.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public ItemScale(int items, RatingScale scale)
        : this(items, scale, [], items)
    {
    }

    /// <summary>Creates a questionnaire, all of whose items must be answered.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; once reverse-worded items are reversed, higher is better.</param>
    /// <param name="reversed">The numbers, from 1, of the reverse-worded items; <see langword="null"/> means none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of items is not from 1 to 64, or a number in <paramref name="reversed"/> names no
    /// item.</exception>
    /// <exception cref="ArgumentException">An item is named twice, or the scale is the default value.</exception>
    public ItemScale(int items, RatingScale scale, IReadOnlyList<int>? reversed)
        : this(items, scale, reversed ?? [], items)
    {
    }

    /// <summary>Creates the questionnaire.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; once reverse-worded items are reversed, higher is better.</param>
    /// <param name="reversed">The numbers, from 1, of the reverse-worded items.</param>
    /// <param name="minimumAnswered">How many items a respondent must answer to have a score, from 1 to the number of items.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reversed"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of items is not from 1 to 64, a number in <paramref name="reversed"/> names no item, or
    /// <paramref name="minimumAnswered"/> is not from 1 to the number of items.</exception>
    /// <exception cref="ArgumentException">An item is named twice, or the scale is the default value.</exception>
    public ItemScale(int items, RatingScale scale, IReadOnlyList<int> reversed, int minimumAnswered)
    {
        // "Not stated" looks like this when it comes back from JSON.
        if (items == 0 && scale == default)
        {
            return;
        }

        Items = Guard.InRange(items, 1, MostItems);
        Scale = scale != default ? scale : throw new ArgumentException("scale must be stated", nameof(scale));
        MinimumAnswered = Guard.InRange(minimumAnswered, 1, items);
        foreach (int item in Guard.NotNull(reversed))
        {
            ulong bit = 1UL << (Guard.InRange(item, 1, items, nameof(reversed)) - 1);
            reversedItems = (reversedItems & bit) == 0
                ? reversedItems | bit
                : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"reversed names item {item} twice"), nameof(reversed));
        }
    }

    /// <summary>The number of items.</summary>
    public int Items { get; }

    /// <summary>The scale of all items.</summary>
    public RatingScale Scale { get; }

    /// <summary>The numbers, from 1, of the reverse-worded items, in ascending order.</summary>
    public IReadOnlyList<int> Reversed
    {
        get
        {
            ulong bits = reversedItems;
            return [.. Enumerable.Range(1, Items).Where(item => (bits >> (item - 1) & 1) == 1)];
        }
    }

    /// <summary>How many items a respondent must answer to have a score.</summary>
    public int MinimumAnswered { get; }

    /// <summary>Calculates the score of one respondent.</summary>
    /// <param name="answers">One answer per item, in order; <see langword="null"/> for one that was not given.</param>
    /// <returns>The mean of the answered items in scale points, rounded to nine decimals; <see langword="null"/> when too few were answered.</returns>
    /// <exception cref="ArgumentException">The number of answers is not the number of items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer does not lie on the scale; the message names its position.</exception>
    public decimal? Score(ReadOnlySpan<int?> answers)
    {
        Guard.SameLength(Items, answers.Length, "items", nameof(answers));
        long sum = 0;
        int answered = 0;
        for (int i = 0; i < answers.Length; i++)
        {
            if (Turned(answers[i], i) is { } answer)
            {
                sum += answer;
                answered++;
            }
        }

        // Nine decimals leave room for the squares of a hundred million respondents to add up exactly, in any order.
        return answered > 0 && answered >= MinimumAnswered ? Math.Round((decimal)sum / answered, 9) : null;
    }

    /// <summary>The items and the scale as invariant text.</summary>
    /// <returns>Text for display, such as <c>10 items on 1 to 9, 5 reversed</c>.</returns>
    public override string ToString() =>
        this == default
            ? "items not stated"
            : string.Create(CultureInfo.InvariantCulture, $"{Items} items on {Scale}, {Reversed.Count} reversed, at least {MinimumAnswered} answered");

    /// <summary>The respondents one by one, each with an answer on the scale, or none, to every item.</summary>
    internal IEnumerable<int?[]> Each(IEnumerable<int?[]> respondents)
    {
        (RatingScale scale, int items) = (Scale, Items);
        return Guard.NotNull(respondents).Select((answers, position) =>
        {
            if (answers?.Length != items)
            {
                string rule = answers is null ? "must not hold null" : FormattableString.Invariant($"must answer {items} items, but have {answers.Length}");
                throw new ArgumentException(FormattableString.Invariant($"{nameof(respondents)} {rule} (at position {position})"), nameof(respondents));
            }

            for (int i = 0; i < items; i++)
            {
                _ = scale.Contains(answers[i] ?? scale.Lowest) ? answers : throw Guard.OutsideAt(
                    position, nameof(respondents), $"must lie on the scale {scale}", answers[i], FormattableString.Invariant($", item {i + 1}"));
            }

            return answers;
        });
    }

    /// <summary>The answers of each respondent as whole numbers; errors name the positions of the respondent and of the item.</summary>
    internal IEnumerable<int?[]> Whole<TAnswer>(IEnumerable<TAnswer?[]> respondents)
        where TAnswer : struct, INumber<TAnswer>
    {
        RatingScale scale = Scale;
        return Guard.NotNull(respondents).Select((answers, position) => answers is null
            ? null!
            : answers
                .Select((answer, item) => RatingTally.Whole(
                    answer, scale, nameof(respondents), position, string.Create(CultureInfo.InvariantCulture, $", item {item + 1}")))
                .ToArray());
    }

    /// <inheritdoc cref="Whole{TAnswer}(IEnumerable{TAnswer?[]})"/>
    internal IEnumerable<int?[]> Whole<TAnswer>(IEnumerable<TAnswer[]> respondents)
        where TAnswer : struct, INumber<TAnswer> =>
        Whole(Guard.NotNull(respondents).Select(answers => answers is null ? null! : Array.ConvertAll(answers, answer => (TAnswer?)answer)));

    /// <summary>The answer as it counts: reversed when its item is reverse-worded.</summary>
    internal int? Turned(int? answer, int index)
    {
        if (answer is not { } given)
        {
            return null;
        }

        if (!Scale.Contains(given))
        {
            throw Guard.OutsideAt(index, "answers", $"must lie on the scale {Scale}", given);
        }

        return (reversedItems >> index & 1) == 1 ? Scale.Lowest + (Scale.Highest - given) : given;
    }

    static ItemScale IJsonRecord<ItemScale>.Json(JsonMembers<ItemScale> json) => new(
        json.Value(nameof(Items), x => x.Items),
        json.Record(nameof(Scale), x => x.Scale),
        json.Values(nameof(Reversed), x => x.Reversed),
        json.Value(nameof(MinimumAnswered), x => x.MinimumAnswered));
}
