using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A customer's bands of recency, frequency and monetary value (RFM): a key by which customers are tallied.</summary>
/// <remarks>The highest band is that of the most recent, the most frequent and the highest spending. <c>default</c> is no score.</remarks>
[JsonConverter(typeof(RecordJsonConverter<RfmScore>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct RfmScore : IJsonRecord<RfmScore>
{
    /// <summary>Creates the score.</summary>
    /// <param name="recency">The band of recency, from 1; the highest for those who bought last.</param>
    /// <param name="frequency">The band of frequency, from 1.</param>
    /// <param name="monetary">The band of monetary value, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A band is below 1.</exception>
    public RfmScore(int recency, int frequency, int monetary)
    {
        // "No score" looks like this when it comes back from JSON.
        if ((recency, frequency, monetary) != default)
        {
            Recency = Guard.Positive(recency);
            Frequency = Guard.Positive(frequency);
            Monetary = Guard.Positive(monetary);
        }
    }

    /// <summary>The band of recency; the highest for those who bought last.</summary>
    public int Recency { get; }

    /// <summary>The band of frequency.</summary>
    public int Frequency { get; }

    /// <summary>The band of monetary value.</summary>
    public int Monetary { get; }

    /// <summary>The three bands in the order of their name.</summary>
    /// <returns>Text for display, such as <c>5-4-3</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Recency}-{Frequency}-{Monetary}");

    static RfmScore IJsonRecord<RfmScore>.Json(JsonMembers<RfmScore> json) => new(
        json.Value(nameof(Recency), x => x.Recency),
        json.Value(nameof(Frequency), x => x.Frequency),
        json.Value(nameof(Monetary), x => x.Monetary));
}
