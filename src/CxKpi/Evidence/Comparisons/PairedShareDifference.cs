using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The interval for a difference of two shares of the same customers.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PairedShareDifference>))]
public enum PairedShareDifference
{
    /// <summary>Tango's score interval (1998), which is the default.</summary>
    Tango,

    /// <summary>Bonett and Price's interval (2012): Wald's after one pair was added to those that changed either way.</summary>
    BonettPrice,
}
