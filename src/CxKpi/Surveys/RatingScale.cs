using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The whole-number scale on which a question was answered, with its two ends and its direction.</summary>
/// <remarks>
/// The direction belongs to the scale: the same 5 is bad on an effort scale and good on an ease scale. <c>default</c> states no scale: no answer lies on it,
/// and reading answers with it throws.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RatingScale>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RatingScale : IJsonRecord<RatingScale>
{
    /// <summary>The largest number of points that a scale may have.</summary>
    public const int MostPoints = 11;

    /// <summary>Creates the scale from <paramref name="lowest"/> to <paramref name="highest"/>.</summary>
    /// <param name="lowest">The lowest answer.</param>
    /// <param name="highest">The highest answer, which is 1 to 10 above the lowest.</param>
    /// <param name="direction">Whether a higher answer is better or worse.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale has fewer than 2 or more than 11 points, or the direction is not a named value.</exception>
    public RatingScale(int lowest, int highest, ScaleDirection direction = ScaleDirection.HigherIsBetter)
    {
        // 0 to 0 is how "not stated" looks when it comes back from JSON.
        if ((lowest, highest, direction) != default)
        {
            Guard.InRange((long)highest, (long)lowest + 1, (long)lowest + MostPoints - 1, nameof(highest));
        }

        Lowest = lowest;
        Highest = highest;
        Direction = Guard.Defined(direction);
    }

    /// <summary>The scale 0 to 10, used for likelihood to recommend and for purchase probability.</summary>
    public static RatingScale ZeroToTen { get; } = new(0, 10);

    /// <summary>The scale 1 to 5, the usual satisfaction scale.</summary>
    public static RatingScale OneToFive { get; } = new(1, 5);

    /// <summary>The scale 1 to 7, the ease scale of Customer Effort Score 2.0.</summary>
    public static RatingScale OneToSeven { get; } = new(1, 7);

    /// <summary>The scale 1 to 10.</summary>
    public static RatingScale OneToTen { get; } = new(1, 10);

    /// <summary>The scale 1 (very low effort) to 5 (very high effort) of Customer Effort Score 1.0, on which lower is better.</summary>
    public static RatingScale Effort { get; } = new(1, 5, ScaleDirection.LowerIsBetter);

    /// <summary>The lowest answer.</summary>
    public int Lowest { get; }

    /// <summary>The highest answer.</summary>
    public int Highest { get; }

    /// <summary>Whether a higher answer is better or worse.</summary>
    public ScaleDirection Direction { get; }

    /// <summary>The number of possible answers; 0 for the default value.</summary>
    public int Points => this == default ? 0 : Highest - Lowest + 1;

    /// <summary>Whether <paramref name="answer"/> lies on the scale.</summary>
    /// <param name="answer">The answer to check.</param>
    /// <returns><see langword="true"/> when the answer lies between the two ends, both included.</returns>
    public bool Contains(int answer) => this != default && answer >= Lowest && answer <= Highest;

    /// <summary>The ends and the direction as invariant text.</summary>
    /// <returns>Text for display, such as <c>1 to 5, lower is better</c>.</returns>
    public override string ToString() => this == default ? "scale not stated" : In(Phrases.English);

    /// <summary>The ends and the direction in a language.</summary>
    internal string In(Phrases words)
    {
        string ends = words.Between(Lowest.ToString(CultureInfo.InvariantCulture), Highest.ToString(CultureInfo.InvariantCulture));
        return Direction == ScaleDirection.LowerIsBetter ? $"{ends}, {words.LowerIsBetter}" : ends;
    }

    /// <summary>The range of a mean on the scale; without ends where no scale is stated.</summary>
    internal KpiRange Range => this == default ? default : new(Lowest, Highest);

    /// <summary>Throws when the scale's direction is not the KPI's: answers about effort in an ease score would turn it upside down.</summary>
    internal RatingScale Require(ScaleDirection direction, string kpi, string name)
    {
        if (this != default && Direction != direction)
        {
            string better = direction == ScaleDirection.HigherIsBetter ? "higher" : "lower";
            throw new ArgumentException($"{kpi} needs a scale on which {better} is better, which {this} is not", name);
        }

        return this;
    }

    /// <summary>Throws for the default value, under the name of the argument that should have stated the scale.</summary>
    internal RatingScale Stated(string name) => this != default ? this : throw new ArgumentException($"{name} must be stated to read answers", name);

    /// <summary>Brings a mean answer to a range from 0 (the lowest answer) to 100 (the highest).</summary>
    internal double? ToHundred(double? mean) => mean is null ? null : 100 * (mean - Lowest) / (Highest - Lowest);

    /// <summary>Brings the estimate of a mean answer to a range from 0 to 100.</summary>
    internal Estimate? ToHundred(Estimate? mean) => mean is { } estimate
        ? estimate with
        {
            Value = ToHundred(estimate.Value)!.Value,
            Lower = ToHundred(estimate.Lower),
            Upper = ToHundred(estimate.Upper),
            StandardError = 100 * estimate.StandardError / (Highest - Lowest),
        }
        : null;

    static RatingScale IJsonRecord<RatingScale>.Json(JsonMembers<RatingScale> json) => new(
        json.Value(nameof(Lowest), x => x.Lowest),
        json.Value(nameof(Highest), x => x.Highest),
        json.Value(nameof(Direction), x => x.Direction));
}
