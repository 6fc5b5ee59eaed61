using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One of several bands in which customers lie by a figure such as their spending: a key by which they are tallied.</summary>
/// <remarks><see cref="ValueBands"/> says where the bands begin. <c>default</c> is no band.</remarks>
[JsonConverter(typeof(RecordJsonConverter<ValueBand>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ValueBand : IComparable<ValueBand>, IJsonRecord<ValueBand>
{
    /// <summary>Creates the band.</summary>
    /// <param name="number">Its number, from 1 for the lowest figures.</param>
    /// <param name="of">How many bands there are; not below the number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 1 and the number of bands.</exception>
    public ValueBand(int number, int of)
    {
        // "No band" looks like this when it comes back from JSON.
        if ((number, of) != default)
        {
            Number = Guard.InRange(number, 1, Guard.Positive(of));
            Of = of;
        }
    }

    /// <summary>The number of the band, from 1 for the lowest figures.</summary>
    public int Number { get; }

    /// <summary>How many bands there are.</summary>
    public int Of { get; }

    /// <summary>Compares bands by how many there are, then by their number.</summary>
    /// <param name="other">The band to compare with.</param>
    /// <returns>A negative number when this band comes first, 0 when both are equal, and a positive number otherwise.</returns>
    public int CompareTo(ValueBand other) => (Of, Number).CompareTo((other.Of, other.Number));

    /// <summary>The number of the band and of the bands.</summary>
    /// <returns>Text for display, such as <c>5/5</c> for the highest fifth.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    static ValueBand IJsonRecord<ValueBand>.Json(JsonMembers<ValueBand> json) => new(
        json.Value(nameof(Number), x => x.Number),
        json.Value(nameof(Of), x => x.Of));
}
