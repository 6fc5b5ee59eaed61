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
    /// <summary>
    /// Wilson's score interval (1927), which is the default. Where fewer than about ten cases are expected on either end of the range, it covers as little as
    /// 83 % at the worst share, and misses on one side: a rare property that is found once seems more frequent than it is.
    /// </summary>
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

    /// <summary>
    /// Wilson's interval, in which limits of a property that was found, or missed, once to three times come from the Poisson distribution (Brown, Cai and
    /// DasGupta 2001). It mends the least coverage near the ends of the range, where Wilson's misses on one side.
    /// </summary>
    ModifiedWilson,
}
