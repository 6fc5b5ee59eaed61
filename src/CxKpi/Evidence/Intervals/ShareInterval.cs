namespace CxKpi;

/// <summary>The interval for a share; compare them before leaving the default.</summary>
/// <remarks>
/// The limits lie in [0, 1]: where the formula of Agresti and Coull or Wald's passes an end, the limit is cut there and flagged
/// <see cref="EstimateFlags.Clipped"/>.
/// </remarks>
public enum ShareInterval
{
    /// <summary>Wilson's score interval (1927): the default.</summary>
    Wilson,

    /// <summary>Wilson's interval with continuity correction (Newcombe 1998): wider, nearly guaranteed.</summary>
    WilsonContinuity,

    /// <summary>Agresti and Coull's (1998): Wilson's centre with a simpler width.</summary>
    AgrestiCoull,

    /// <summary>Clopper and Pearson's exact interval (1934): never below the nominal coverage, wide.</summary>
    ClopperPearson,

    /// <summary>Jeffreys' interval: equal tails of a Beta(x + 1/2, n - x + 1/2), with 0 and 1 as limits at the ends (Brown, Cai and DasGupta 2001).</summary>
    Jeffreys,

    /// <summary>The mid-p exact interval: near-nominal coverage on average.</summary>
    MidP,

    /// <summary>Wald's interval, for comparison only: no width when nobody or everybody has the property.</summary>
    Wald,
}
