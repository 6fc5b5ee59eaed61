using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The method of the interval for a rate of events per exposure.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RateInterval>))]
public enum RateInterval
{
    /// <summary>Garwood's exact Poisson interval (1936), which is the default.</summary>
    Garwood,

    /// <summary>The score interval, which is narrower and only approximate for few events.</summary>
    Score,
}
