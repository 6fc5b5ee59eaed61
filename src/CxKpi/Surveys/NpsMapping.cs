using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// How answers on another scale than 0 to 10 are read as promoters, passives and detractors.
/// Scores from a mapped question are flagged, and do not combine or compare with the standard ones.
/// </summary>
/// <remarks>Bands in use by survey vendors; none makes the score comparable with the standard one.</remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record NpsMapping
{
    /// <summary>Creates a mapping.</summary>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="passiveFrom">The lowest answer of a passive; above the scale's lowest.</param>
    /// <param name="promoterFrom">The lowest answer of a promoter; above <paramref name="passiveFrom"/>, or equal to it when there are no passives.</param>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bounds do not lie on the scale in this order.</exception>
    [JsonConstructor]
    public NpsMapping(RatingScale scale, int passiveFrom, int promoterFrom)
    {
        scale.Stated(nameof(scale)).Require(ScaleDirection.HigherIsBetter, nameof(NpsMapping), nameof(scale));
        Scale = scale;
        PromoterFrom = Guard.InRange(promoterFrom, scale.Lowest + 1, scale.Highest);
        PassiveFrom = Guard.InRange(passiveFrom, scale.Lowest + 1, promoterFrom);
    }

    /// <summary>1 to 10 with 1-6, 7-8 and 9-10: drops the 0 of the standard question.</summary>
    public static NpsMapping OneToTen { get; } = new(RatingScale.OneToTen, 7, 9);

    /// <summary>1 to 7 with 1-4, 5-6 and 7.</summary>
    public static NpsMapping OneToSeven { get; } = new(RatingScale.OneToSeven, 5, 7);

    /// <summary>1 to 5 with 1-3, 4 and 5.</summary>
    public static NpsMapping OneToFive { get; } = new(RatingScale.OneToFive, 4, 5);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest answer of a passive.</summary>
    public int PassiveFrom { get; }

    /// <summary>The lowest answer of a promoter.</summary>
    public int PromoterFrom { get; }

    /// <summary>The scale and the bounds as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scale}, passive from {PassiveFrom}, promoter from {PromoterFrom}");

    /// <summary>The mapping as a number that is not 0: the lowest answer, and the distances of the others from it.</summary>
    internal long Pack() => unchecked(
        ((long)Scale.Lowest << 32) | ((long)(Scale.Highest - Scale.Lowest) << 16) | ((long)(PassiveFrom - Scale.Lowest) << 8) | (uint)(PromoterFrom - Scale.Lowest));

    /// <summary>The mapping that <see cref="Pack"/> made the number of; <see langword="null"/> for 0.</summary>
    internal static NpsMapping? Unpack(long packed)
    {
        if (packed == 0)
        {
            return null;
        }

        int lowest = (int)(packed >> 32);
        return new(new(lowest, lowest + (int)((packed >> 16) & 0xFF)), lowest + (int)((packed >> 8) & 0xFF), lowest + (int)(packed & 0xFF));
    }
}
