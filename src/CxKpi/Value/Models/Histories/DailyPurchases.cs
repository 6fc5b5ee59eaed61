using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Value;

/// <summary>The repeat purchases of all customers on one day.</summary>
/// <remarks><c>default</c> is no purchase on the first day of the calendar.</remarks>
[JsonConverter(typeof(RecordJsonConverter<DailyPurchases>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct DailyPurchases : IJsonRecord<DailyPurchases>
{
    /// <summary>Creates the count of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="repeatPurchases">The number of repeat purchases; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public DailyPurchases(LocalDate day, long repeatPurchases)
    {
        Day = CalendarGuard.Iso(day);
        RepeatPurchases = Guard.NotNegative(repeatPurchases);
    }

    /// <summary>The day.</summary>
    public LocalDate Day { get; }

    /// <summary>The number of repeat purchases.</summary>
    public long RepeatPurchases { get; }

    /// <summary>The count as invariant text.</summary>
    /// <returns>Text for display, such as <c>1997-02-03: 12</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:uuuu-MM-dd}: {RepeatPurchases:#,0}");

    static DailyPurchases IJsonRecord<DailyPurchases>.Json(JsonMembers<DailyPurchases> json) => new(
        json.Value(nameof(Day), x => x.Day),
        json.Value(nameof(RepeatPurchases), x => x.RepeatPurchases));
}
