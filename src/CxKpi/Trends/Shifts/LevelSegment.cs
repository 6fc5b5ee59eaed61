using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>A run of consecutive figures around one level.</summary>
[JsonConverter(typeof(RecordJsonConverter<LevelSegment>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct LevelSegment : IJsonRecord<LevelSegment>
{
    internal LevelSegment(int start, int length, double mean)
    {
        Start = start;
        Length = length;
        Mean = mean;
    }

    /// <summary>The position of the first figure, from 0.</summary>
    public int Start { get; }

    /// <summary>The number of periods, including those with a missing figure.</summary>
    public int Length { get; }

    /// <summary>The mean of the figures.</summary>
    public double Mean { get; }

    /// <summary>The positions and the mean as text.</summary>
    /// <returns>Text for display, such as <c>#0 to #59: 62.24</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Start} to #{Start + Length - 1}: {KpiText.Short(Mean)}");

    static LevelSegment IJsonRecord<LevelSegment>.Json(JsonMembers<LevelSegment> json) => new(
        json.Value(nameof(Start), x => x.Start),
        json.Value(nameof(Length), x => x.Length),
        json.Value(nameof(Mean), x => x.Mean));
}
