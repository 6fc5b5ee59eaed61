using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The interval for a difference of two rates; its p-value is always the smallest error whose interval excludes 0.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RateDifference>))]
public enum RateDifference
{
    /// <summary>Recovered from limits of the Poisson distribution itself (Donner and Zou 2012), of which the observed count weighs two thirds:
    /// the default.</summary>
    Mover,

    /// <summary>Recovered from Garwood's exact limits (Li, Tang and Wong 2014): wider, never called different more often than promised.</summary>
    MoverOfGarwood,
}
