using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>A lasting change of the level.</summary>
[JsonConverter(typeof(RecordJsonConverter<LevelShift>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct LevelShift : IJsonRecord<LevelShift>
{
    internal LevelShift(CalendarPeriod period, double size, double? lower = null, double? upper = null)
    {
        Period = period;
        Size = size;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The first period of the new level.</summary>
    public CalendarPeriod Period { get; }

    /// <summary>The new level less the old one, in the figures' unit.</summary>
    public double Size { get; }

    /// <summary>The lower limit of the size, the search for the period counted; <see langword="null"/> for a suggestion.</summary>
    public double? Lower { get; }

    /// <summary>The upper limit of the size, the search for the period counted; <see langword="null"/> for a suggestion.</summary>
    public double? Upper { get; }

    /// <summary>The period and the size as text.</summary>
    /// <returns>Text for display, such as <c>2021-01: +3.04 [+2.5, +3.6]</c>.</returns>
    public override string ToString() => Lower is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.ShortSigned(Size)}")
        : string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.ShortSigned(Size)} [{KpiText.ShortSigned(Lower)}, {KpiText.ShortSigned(Upper)}]");

    /// <summary>The period and the size in a language.</summary>
    internal string In(Phrases words)
    {
        string limits = words.SignedRange(Lower, Upper);
        return $"{words.Period(Period)}{words.Colon}{words.Signed(Size)}{(limits.Length > 0 ? $" ({limits})" : "")}";
    }

    static LevelShift IJsonRecord<LevelShift>.Json(JsonMembers<LevelShift> json) => json.InOrder(
        new(
            json.Any(nameof(Period), x => x.Period),
            json.Value(nameof(Size), x => x.Size),
            json.Optional(nameof(Lower), x => x.Lower),
            json.Optional(nameof(Upper), x => x.Upper)),
        (x => x.Lower, x => x.Upper, nameof(Lower), nameof(Upper)));
}
