using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The answers of a scale that count as satisfied, as an explicit cut because no scale has an agreed one.</summary>
/// <remarks>
/// The usual cuts are 4 and 5 on 1 to 5, and 8 to 10 on 1 to 10, but vendors differ, and a cut copied to another scale means something else.
/// <c>default</c> states no cut and cannot be used to read answers.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<TopBox>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct TopBox : IJsonRecord<TopBox>
{
    /// <summary>Creates the cut.</summary>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="from">The lowest answer that counts as satisfied; above the scale's lowest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cut does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public TopBox(RatingScale scale, int from)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(TopBox), nameof(scale));
        Scale = scale;

        // "Not stated" looks like this when it comes back from JSON.
        From = (scale, from) == default ? 0 : Guard.InRange(from, scale.Lowest + 1, scale.Highest);
    }

    /// <summary>The usual cut for satisfaction: answers 4 and 5 on the scale 1 to 5.</summary>
    public static TopBox TwoOfFive { get; } = new(RatingScale.OneToFive, 4);

    /// <summary>Answers 8, 9 and 10 on the scale 1 to 10.</summary>
    public static TopBox ThreeOfTen { get; } = new(RatingScale.OneToTen, 8);

    /// <summary>Answers 5, 6 and 7 on the scale 1 to 7, the usual threshold of an ease scale.</summary>
    public static TopBox ThreeOfSeven { get; } = new(RatingScale.OneToSeven, 5);

    /// <summary>Answer 1 (yes) on the scale 0 to 1, for a question answered by yes or no.</summary>
    public static TopBox Yes { get; } = new(new RatingScale(0, 1), 1);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest answer that counts as satisfied.</summary>
    public int From { get; }

    /// <summary>Creates the cut that takes the highest <paramref name="boxes"/> answers of a scale.</summary>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="boxes">How many answers count, such as 2 for top-2-box; at least 1 and fewer than the scale has points.</param>
    /// <returns>The cut.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="boxes"/> is less than 1, or not less than the number of points of the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static TopBox Of(RatingScale scale, int boxes) =>
        new(scale, scale.Stated(nameof(scale)).Highest - Guard.InRange(boxes, 1, Math.Max(1, scale.Points - 1)) + 1);

    /// <summary>The scale and the cut as invariant text.</summary>
    /// <returns>Text for display, such as <c>4-5 on 1 to 5</c>.</returns>
    public override string ToString() =>
        this == default ? "cut not stated" : string.Create(CultureInfo.InvariantCulture, $"{From}-{Scale.Highest} on {Scale}");

    /// <summary>The share of a tally's answers that reach the cut.</summary>
    internal ShareTally Count(RatingTally answers) => answers.HasAnswersOn(Scale, "cut") ? answers.AtLeast(From) : default;

    static TopBox IJsonRecord<TopBox>.Json(JsonMembers<TopBox> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(From), x => x.From));
}
