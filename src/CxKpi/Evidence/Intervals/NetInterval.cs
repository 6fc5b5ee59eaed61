using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The method of the interval for a net score.</summary>
/// <remarks>
/// The default is recommended; compare the methods before choosing another. The limits lie in [-100, 100]: where a formula other than the score interval's
/// passes an end, the limit is cut there and flagged <see cref="EstimateFlags.Clipped"/>.
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<NetInterval>))]
public enum NetInterval
{
    /// <summary>The score interval (Tango 1998; Rocks' iterative interval, 2016), which is the default.</summary>
    Score,

    /// <summary>The adjusted Wald interval, which first adds 3/4 promoters, 3/2 passives and 3/4 detractors (Rocks 2016); it was made for 95 %.</summary>
    AdjustedWald,

    /// <summary>Wald's interval, for comparison only: it has no width when everybody agrees.</summary>
    Wald,

    /// <summary>Student's interval on answers coded -1, 0 and +1, for comparison only.</summary>
    StudentT,
}
