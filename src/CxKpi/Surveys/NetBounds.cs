using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The explicit rule of a net score: which answers of a scale are high, which are low and which lie in between.</summary>
/// <remarks>
/// The scale's direction decides whether the high or the low answers are the good ones. <c>default</c> states no bounds and cannot be used to read answers.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<NetBounds>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct NetBounds : IJsonRecord<NetBounds>
{
    /// <summary>Creates the bounds.</summary>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="highFrom">The lowest of the high answers.</param>
    /// <param name="lowTo">The highest of the low answers; below <paramref name="highFrom"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound does not lie on the scale, or the two groups overlap.</exception>
    public NetBounds(RatingScale scale, int highFrom, int lowTo)
    {
        Scale = scale;

        // "Not stated" looks like this when it comes back from JSON.
        if ((scale, highFrom, lowTo) != default)
        {
            HighFrom = Guard.InRange(highFrom, scale.Lowest + 1, scale.Highest);
            LowTo = Guard.InRange(lowTo, scale.Lowest, highFrom - 1);
        }
    }

    /// <summary>Answers 4 and 5 against 1 and 2 on the scale 1 to 5, where higher is better.</summary>
    public static NetBounds OneToFive { get; } = new(RatingScale.OneToFive, 4, 2);

    /// <summary>Answers 6 and 7 against 1 to 3 on the scale 1 to 7, where higher is better.</summary>
    public static NetBounds OneToSeven { get; } = new(RatingScale.OneToSeven, 6, 3);

    /// <summary>Answers 4 and 5 against 1 and 2 on the effort scale 1 to 5, where lower is better.</summary>
    public static NetBounds Effort { get; } = new(RatingScale.Effort, 4, 2);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest of the high answers.</summary>
    public int HighFrom { get; }

    /// <summary>The highest of the low answers.</summary>
    public int LowTo { get; }

    /// <summary>The scale and the bounds as invariant text.</summary>
    /// <returns>Text for display, such as <c>4-5 against 1-2 on 1 to 5</c>.</returns>
    public override string ToString() => this == default
        ? "bounds not stated"
        : string.Create(CultureInfo.InvariantCulture, $"{HighFrom}-{Scale.Highest} against {Scale.Lowest}-{LowTo} on {Scale}");

    /// <summary>Counts the good answers of a tally against the bad ones.</summary>
    internal NetTally Count(RatingTally answers, string name = "answers")
    {
        if (!answers.HasAnswersOn(Scale, "bounds", name))
        {
            return default;
        }

        NetTally high = answers.Net(HighFrom, LowTo);
        return Scale.Direction == ScaleDirection.LowerIsBetter ? new(high.Negative, high.Neutral, high.Positive) : high;
    }

    static NetBounds IJsonRecord<NetBounds>.Json(JsonMembers<NetBounds> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(HighFrom), x => x.HighFrom),
        json.Value(nameof(LowTo), x => x.LowTo));
}
