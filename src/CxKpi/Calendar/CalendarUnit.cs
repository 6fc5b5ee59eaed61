using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>A unit of the ISO calendar by which records are gathered.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CalendarUnit>))]
public enum CalendarUnit
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>An ISO 8601 week, Monday to Sunday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
