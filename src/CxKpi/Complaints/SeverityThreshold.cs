using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The class of a severity scale from which on a complaint counts as severe, as an explicit cut because no scale has an agreed one.</summary>
/// <remarks><c>default</c> states no threshold and cannot be used to read complaints.</remarks>
[JsonConverter(typeof(RecordJsonConverter<SeverityThreshold>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct SeverityThreshold : IJsonRecord<SeverityThreshold>
{
    /// <summary>Creates the threshold.</summary>
    /// <param name="scale">The severity scale; on it, lower must be better.</param>
    /// <param name="from">The lowest class that counts as severe; above the scale's lowest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold does not lie on the scale.</exception>
    /// <exception cref="ArgumentException">On the scale, higher is better.</exception>
    public SeverityThreshold(RatingScale scale, int from)
    {
        scale.Require(ScaleDirection.LowerIsBetter, nameof(SeverityThreshold), nameof(scale));
        Scale = scale;

        // "Not stated" looks like this when it comes back from JSON.
        From = (scale, from) == default ? 0 : Guard.InRange(from, scale.Lowest + 1, scale.Highest);
    }

    /// <summary>The severity scale.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest class that counts as severe.</summary>
    public int From { get; }

    /// <summary>The scale and the threshold as invariant text.</summary>
    /// <returns>Text for display, such as <c>4-5 on 1 to 5, lower is better</c>.</returns>
    public override string ToString() =>
        this == default ? "threshold not stated" : string.Create(CultureInfo.InvariantCulture, $"{From}-{Scale.Highest} on {Scale}");

    /// <summary>The share of a tally's complaints that reach the threshold.</summary>
    internal ShareTally Count(RatingTally severities) => severities.HasAnswersOn(Scale, "cut", nameof(severities)) ? severities.AtLeast(From) : default;

    static SeverityThreshold IJsonRecord<SeverityThreshold>.Json(JsonMembers<SeverityThreshold> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(From), x => x.From));
}
