using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A customer's bands of recency, frequency and monetary value (RFM): a key by which customers are tallied.</summary>
/// <remarks>
/// The highest band is that of the most recent, the most frequent and the highest spending. Fifths and tenths are different keys, so the number of bands is
/// part of the score. <c>default</c> is no score.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<RfmScore>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RfmScore : IComparable<RfmScore>, IJsonRecord<RfmScore>
{
    /// <summary>Creates the score.</summary>
    /// <param name="recency">The band of recency, from 1; the highest for those who bought last.</param>
    /// <param name="frequency">The band of frequency, from 1.</param>
    /// <param name="monetary">The band of monetary value, from 1.</param>
    /// <param name="of">How many bands each of the three has; not below any of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A band does not lie between 1 and the number of bands.</exception>
    public RfmScore(int recency, int frequency, int monetary, int of)
    {
        // "No score" looks like this when it comes back from JSON.
        if ((recency, frequency, monetary, of) != default)
        {
            Recency = Guard.InRange(recency, 1, Guard.Positive(of));
            Frequency = Guard.InRange(frequency, 1, of);
            Monetary = Guard.InRange(monetary, 1, of);
            Of = of;
        }
    }

    /// <summary>The band of recency; the highest for those who bought last.</summary>
    public int Recency { get; }

    /// <summary>The band of frequency.</summary>
    public int Frequency { get; }

    /// <summary>The band of monetary value.</summary>
    public int Monetary { get; }

    /// <summary>How many bands each of the three has.</summary>
    public int Of { get; }

    /// <summary>Compares scores by the number of bands, then by recency, frequency and monetary value.</summary>
    /// <param name="other">The score to compare with.</param>
    /// <returns>A negative number when this score comes first, 0 when both are equal, and a positive number otherwise.</returns>
    public int CompareTo(RfmScore other) =>
        (Of, Recency, Frequency, Monetary).CompareTo((other.Of, other.Recency, other.Frequency, other.Monetary));

    /// <summary>The three bands in the order of their name, and the number of bands.</summary>
    /// <returns>Text for display, such as <c>5-4-3/5</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Monetary}/{Of}");

    static RfmScore IJsonRecord<RfmScore>.Json(JsonMembers<RfmScore> json) => new(
        json.Value(nameof(Recency), x => x.Recency),
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(Monetary), x => x.Monetary),
        json.Value(nameof(Of), x => x.Of));
}
