namespace CxKpi;

/// <summary>The interval for a net score; compare them before leaving the default.</summary>
/// <remarks>
/// The limits lie in [-100, 100]: where a formula other than the score interval's passes an end, the limit is cut there and flagged
/// <see cref="EstimateFlags.Clipped"/>.
/// </remarks>
public enum NetInterval
{
    /// <summary>The score interval (Tango 1998, Rocks' iterative interval 2016): the default.</summary>
    Score,

    /// <summary>Adjusted Wald: 3/4 promoters, 3/2 passives and 3/4 detractors are added first (Rocks 2016); made for 95 %.</summary>
    AdjustedWald,

    /// <summary>Wald's interval, for comparison only: no width when everybody agrees.</summary>
    Wald,

    /// <summary>Student's interval on answers coded -1, 0 and +1, for comparison only.</summary>
    StudentT,
}
