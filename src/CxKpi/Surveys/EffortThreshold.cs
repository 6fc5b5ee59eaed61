using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The answer of an effort scale from which on an answer counts as much effort, as an explicit cut because no scale has an agreed one.</summary>
/// <remarks>
/// The top of an effort scale is its bad end. Neither <see cref="TopBox"/> (the good end) nor <see cref="BottomBox"/> (the low end) fits, and both refuse
/// such a scale. <c>default</c> states no threshold and cannot be used to read answers.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<EffortThreshold>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct EffortThreshold : IJsonRecord<EffortThreshold>
{
    /// <summary>Creates the threshold.</summary>
    /// <param name="scale">The scale of the answers; on it, lower must be better.</param>
    /// <param name="from">The lowest answer that counts as much effort; above the scale's lowest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public EffortThreshold(RatingScale scale, int from)
    {
        scale.Require(ScaleDirection.LowerIsBetter, nameof(EffortThreshold), nameof(scale));
        Scale = scale;

        // "Not stated" looks like this when it comes back from JSON.
        From = (scale, from) == default ? 0 : Guard.InRange(from, scale.Lowest + 1, scale.Highest);
    }

    /// <summary>The threshold 4: answers 4 and 5 on the effort scale 1 to 5.</summary>
    public static EffortThreshold TwoOfFive { get; } = new(RatingScale.Effort, 4);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest answer that counts as much effort.</summary>
    public int From { get; }

    /// <summary>The scale and the threshold as invariant text.</summary>
    /// <returns>Text for display, such as <c>4-5 on 1 to 5, lower is better</c>.</returns>
    public override string ToString() =>
        this == default ? "threshold not stated" : string.Create(CultureInfo.InvariantCulture, $"{From}-{Scale.Highest} on {Scale}");

    /// <summary>The share of a tally's answers that reach the threshold.</summary>
    internal ShareTally Count(RatingTally answers) => answers.HasAnswersOn(Scale, "cut") ? answers.AtLeast(From) : default;

    static EffortThreshold IJsonRecord<EffortThreshold>.Json(JsonMembers<EffortThreshold> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(From), x => x.From));
}
