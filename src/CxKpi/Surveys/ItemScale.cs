using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A questionnaire of several items that measure one thing: how many, on which scale, which of them are worded the other way round.</summary>
/// <remarks>
/// <code>score of a respondent = mean of the answered items, those worded the other way round turned: lowest + highest - answer</code>
/// Items are numbered from 1, as questionnaires print them. <c>default</c> means "not stated".
/// Source: practice of summated rating scales; R. Saxe, B. Weitz, "The SOCO Scale", Journal of Marketing Research, 1982, turns its selling items like this.
/// <para>Trap: forgetting the turn, which lets good and bad answers cancel out; <see cref="ReliabilityTally"/> shows it as a low or negative alpha.</para>
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ItemScale
{
    /// <summary>The largest number of items a questionnaire may have.</summary>
    public const int MostItems = 64;

    // One bit per item, so that records compare it by itself.
    private readonly ulong reversedItems;

    /// <summary>Creates the questionnaire, none of whose items is worded the other way round and all of which must be answered.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; higher is better.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many items.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, which states no scale.</exception>
    public ItemScale(int items, RatingScale scale)
        : this(items, scale, [], items)
    {
    }

    /// <summary>Creates the questionnaire, all of whose items must be answered.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; after the turn, higher is better.</param>
    /// <param name="reversed">The numbers, from 1, of the items worded the other way round; none when <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many items, or a number does not name one.</exception>
    /// <exception cref="ArgumentException">An item is named twice, or the scale is not stated.</exception>
    public ItemScale(int items, RatingScale scale, IReadOnlyList<int>? reversed)
        : this(items, scale, reversed ?? [], items)
    {
    }

    /// <summary>Creates the questionnaire.</summary>
    /// <param name="items">The number of items, from 1 to 64.</param>
    /// <param name="scale">The scale of all items; after the turn, higher is better.</param>
    /// <param name="reversed">The numbers, from 1, of the items worded the other way round.</param>
    /// <param name="minimumAnswered">How many items a respondent must answer to have a score, from 1 to all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="reversed"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many items, or a number does not name one.</exception>
    /// <exception cref="ArgumentException">An item is named twice, or the scale is not stated.</exception>
    [JsonConstructor]
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

    /// <summary>The numbers, from 1, of the items worded the other way round, in ascending order.</summary>
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

    /// <summary>The score of one respondent.</summary>
    /// <param name="answers">One answer per item, in order; <see langword="null"/> for one that was not given.</param>
    /// <returns>The mean of the answered items in scale points, to nine decimals; <see langword="null"/> when too few were answered.</returns>
    /// <exception cref="ArgumentException">There is not one answer per item.</exception>
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
        this == default ? "items not stated" : string.Create(CultureInfo.InvariantCulture, $"{Items} items on {Scale}, {Reversed.Count} reversed, at least {MinimumAnswered} answered");

    /// <summary>The respondents one by one, none of them <see langword="null"/>.</summary>
    internal static IEnumerable<int?[]> Each(IEnumerable<int?[]> respondents) => Guard.NotNull(respondents).Select((answers, position) =>
        answers ?? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"respondents must not hold null (at position {position})"), nameof(respondents)));

    /// <summary>The answer as it counts: turned when its item is worded the other way round.</summary>
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
}
