using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The trend of a period as it was when the period was the newest, and as it is now.</summary>
/// <param name="Period">The period.</param>
/// <param name="First">The trend with the figures up to the period alone.</param>
/// <param name="Now">The trend with all figures.</param>
[JsonConverter(typeof(RecordJsonConverter<TrendRevision>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record TrendRevision(CalendarPeriod Period, double First, double Now) : IJsonRecord<TrendRevision>
{
    // The difference of two is a number too.
    private const double Largest = 1e307;

    /// <summary>The period.</summary>
    public CalendarPeriod Period { get; } = Period;

    /// <summary>By how much later figures changed the trend.</summary>
    public double Revision => Now - First;

    /// <summary>The trend with the figures up to the period alone; not beyond 1e307 in amount.</summary>
    public double First { get; } = Guard.InRange(First, -Largest, Largest);

    /// <summary>The trend with all figures; not beyond 1e307 in amount.</summary>
    public double Now { get; } = Guard.InRange(Now, -Largest, Largest);

    /// <summary>Both values as text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Period}: {KpiText.Short(First)} at first, {KpiText.Short(Now)} now");

    static TrendRevision IJsonRecord<TrendRevision>.Json(JsonMembers<TrendRevision> json) => new(
        json.Any(nameof(Period), x => x.Period),
        json.Value(nameof(First), x => x.First),
        json.Value(nameof(Now), x => x.Now));
}
