using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The method of the interval for a share.</summary>
/// <remarks>
/// The default is recommended; compare the methods before choosing another. The limits lie in [0, 1]: where the formula of Agresti and Coull or Wald's
/// passes an end, the limit is cut there and flagged <see cref="EstimateFlags.Clipped"/>.
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<ShareInterval>))]
public enum ShareInterval
{
    /// <summary>Wilson's score interval (1927), which is the default.</summary>
    Wilson,

    /// <summary>Wilson's interval with continuity correction (Newcombe 1998), which is wider and nearly guarantees the confidence.</summary>
    WilsonContinuity,

    /// <summary>The interval of Agresti and Coull (1998), which has Wilson's centre and a simpler width.</summary>
    AgrestiCoull,

    /// <summary>Clopper and Pearson's exact interval (1934), which is wide and never below the nominal confidence.</summary>
    ClopperPearson,

    /// <summary>
    /// Jeffreys' interval: equal tails of a Beta(x + 1/2, n - x + 1/2) distribution, with 0 and 1 as limits at the ends (Brown, Cai and DasGupta 2001).
    /// </summary>
    Jeffreys,

    /// <summary>The mid-p exact interval, whose confidence is near the nominal one on average.</summary>
    MidP,

    /// <summary>Wald's interval, for comparison only: it has no width when nobody or everybody has the property.</summary>
    Wald,
}
