using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>
/// How answers on a scale other than 0 to 10 are read as promoters, passives and detractors.
/// Scores from a mapped question are flagged and can be neither combined nor compared with standard ones.
/// </summary>
/// <remarks>The predefined mappings are in use by survey vendors. None of them makes a score comparable with the standard one.</remarks>
[JsonConverter(typeof(RecordJsonConverter<NpsMapping>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record NpsMapping : IJsonRecord<NpsMapping>
{
    /// <summary>Creates a mapping.</summary>
    /// <param name="scale">The scale that was asked.</param>
    /// <param name="passiveFrom">The lowest answer that counts as passive; above the scale's lowest.</param>
    /// <param name="promoterFrom">The lowest answer that counts as promoter; above <paramref name="passiveFrom"/>, or equal to it when there are no
    /// passives.</param>
    /// <exception cref="ArgumentException">The scale is the default value, or lower is better on it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The bounds do not lie on the scale in this order.</exception>
    public NpsMapping(RatingScale scale, int passiveFrom, int promoterFrom)
    {
        scale.Stated(nameof(scale)).Require(ScaleDirection.HigherIsBetter, nameof(NpsMapping), nameof(scale));
        Scale = scale;
        PromoterFrom = Guard.InRange(promoterFrom, scale.Lowest + 1, scale.Highest);
        PassiveFrom = Guard.InRange(passiveFrom, scale.Lowest + 1, promoterFrom);
    }

    /// <summary>The scale 1 to 10: detractors 1 to 6, passives 7 and 8, promoters 9 and 10. It lacks the 0 of the standard question.</summary>
    public static NpsMapping OneToTen { get; } = new(RatingScale.OneToTen, 7, 9);

    /// <summary>The scale 1 to 7: detractors 1 to 4, passives 5 and 6, promoters 7.</summary>
    public static NpsMapping OneToSeven { get; } = new(RatingScale.OneToSeven, 5, 7);

    /// <summary>The scale 1 to 5: detractors 1 to 3, passives 4, promoters 5.</summary>
    public static NpsMapping OneToFive { get; } = new(RatingScale.OneToFive, 4, 5);

    /// <summary>The scale that was asked.</summary>
    public RatingScale Scale { get; }

    /// <summary>The lowest answer that counts as passive.</summary>
    public int PassiveFrom { get; }

    /// <summary>The lowest answer that counts as promoter.</summary>
    public int PromoterFrom { get; }

    /// <summary>The scale and the bounds as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Scale}, passive from {PassiveFrom}, promoter from {PromoterFrom}");

    /// <summary>Packs the mapping into a number that is not 0: the lowest answer, and the distances of the other bounds from it.</summary>
    internal long Pack() => unchecked(
        ((long)Scale.Lowest << 32)
            | ((long)(Scale.Highest - Scale.Lowest) << 16)
            | ((long)(PassiveFrom - Scale.Lowest) << 8)
            | (uint)(PromoterFrom - Scale.Lowest));

    /// <summary>The mapping that <see cref="Pack"/> packed into the number; <see langword="null"/> for 0.</summary>
    internal static NpsMapping? Unpack(long packed)
    {
        if (packed == 0)
        {
            return null;
        }

        int lowest = (int)(packed >> 32);
        return new(new(lowest, lowest + (int)((packed >> 16) & 0xFF)), lowest + (int)((packed >> 8) & 0xFF), lowest + (int)(packed & 0xFF));
    }

    static NpsMapping IJsonRecord<NpsMapping>.Json(JsonMembers<NpsMapping> json) => new(
        json.Record(nameof(Scale), x => x.Scale),
        json.Value(nameof(PassiveFrom), x => x.PassiveFrom),
        json.Value(nameof(PromoterFrom), x => x.PromoterFrom));
}
