using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The answers of a scale that count as dissatisfied, as an explicit cut because no scale has an agreed one.</summary>
/// <remarks>
/// The usual cut on 1 to 5 is 1 and 2. A cut copied to another scale means something else. <c>default</c> states no cut and cannot be used to read answers.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<BottomBox>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct BottomBox : IJsonRecord<BottomBox>
{
    /// <summary>Creates the cut.</summary>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="to">The highest answer that counts as dissatisfied; below the scale's highest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cut does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">On the scale, lower is better.</exception>
    public BottomBox(RatingScale scale, int to)
    {
        scale.Require(ScaleDirection.HigherIsBetter, nameof(BottomBox), nameof(scale));
        Scale = scale;

        // "Not stated" looks like this when it comes back from JSON.
        To = (scale, to) == default ? 0 : Guard.InRange(to, scale.Lowest, scale.Highest - 1);
    }

    /// <summary>The usual cut for dissatisfaction: answers 1 and 2 on the scale 1 to 5.</summary>
    public static BottomBox TwoOfFive { get; } = new(RatingScale.OneToFive, 2);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The highest answer that counts as dissatisfied.</summary>
    public int To { get; }

    /// <summary>Creates the cut that takes the lowest <paramref name="boxes"/> answers of a scale.</summary>
    /// <param name="scale">The scale of the answers; on it, higher must be better.</param>
    /// <param name="boxes">How many answers count, such as 2 for bottom-2-box; at least 1 and fewer than the scale has points.</param>
    /// <returns>The cut.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="boxes"/> is less than 1, or not less than the number of points of the scale.</exception>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    public static BottomBox Of(RatingScale scale, int boxes) =>
        new(scale, scale.Stated(nameof(scale)).Lowest + Guard.InRange(boxes, 1, Math.Max(1, scale.Points - 1)) - 1);

    /// <summary>The scale and the cut as invariant text.</summary>
    /// <returns>Text for display, such as <c>1-2 on 1 to 5</c>.</returns>
    public override string ToString() =>
        this == default ? "cut not stated" : string.Create(CultureInfo.InvariantCulture, $"{Scale.Lowest}-{To} on {Scale}");

    /// <summary>The share of a tally's answers that lie at or below the cut.</summary>
    internal ShareTally Count(RatingTally answers) => answers.HasAnswersOn(Scale, "cut") ? answers.AtMost(To) : default;

    static BottomBox IJsonRecord<BottomBox>.Json(JsonMembers<BottomBox> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(To), x => x.To));
}
