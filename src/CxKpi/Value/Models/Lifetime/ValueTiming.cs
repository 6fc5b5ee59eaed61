using System.Text.Json.Serialization;

namespace CxKpi.Value;

/// <summary>When within a month its purchases are taken to happen.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ValueTiming>))]
public enum ValueTiming
{
    /// <summary>At the end of the month: each month's value is discounted for the whole of it.</summary>
    EndOfMonth,

    /// <summary>In the middle of the month.</summary>
    MiddleOfMonth,
}
