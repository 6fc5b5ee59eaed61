namespace CxKpi;

/// <summary>The interval for a rate of events per exposure.</summary>
public enum RateInterval
{
    /// <summary>Garwood's exact Poisson interval (1936): the default.</summary>
    Garwood,

    /// <summary>The score interval: narrower, approximate for few events.</summary>
    Score,
}
