using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>When a customer's first margin comes in. The two formulas differ by exactly that margin.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<MarginTiming>))]
public enum MarginTiming
{
    /// <summary>Margins come at the end of each period from the customers still there: the first margin is already subject to retention and discount.</summary>
    EndOfPeriod,

    /// <summary>Margins come at the start of each period: the first margin is certain and not discounted.</summary>
    StartOfPeriod,
}
