using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The interval for a difference of two independent net scores; its p-value is always the smallest error whose interval excludes 0.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<NetDifference>))]
public enum NetDifference
{
    /// <summary>Recovered from the two score intervals (Donner and Zou 2012): the default.</summary>
    Mover,

    /// <summary>The adjusted Wald interval, which first adds 3/4, 3/2 and 3/4 answers to either side (Rocks 2016); it was made for 95 %.</summary>
    AdjustedWald,

    /// <summary>Wald's interval, for comparison only: it has no width when everybody agrees.</summary>
    Wald,
}
