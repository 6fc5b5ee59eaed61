using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The method by which an interval was computed.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<IntervalMethod>))]
public enum IntervalMethod
{
    /// <summary>There is no interval, because the evidence does not show how much the value varies.</summary>
    None,

    /// <summary>Wilson's score interval for a share (1927).</summary>
    Wilson,

    /// <summary>Wilson's interval with continuity correction (Newcombe 1998).</summary>
    WilsonContinuity,

    /// <summary>Agresti and Coull's interval for a share (1998), with limits cut at 0 and 1.</summary>
    AgrestiCoull,

    /// <summary>Clopper and Pearson's exact interval for a share (1934).</summary>
    ClopperPearson,

    /// <summary>Jeffreys' equal-tailed interval for a share, with the boundary rule of Brown, Cai and DasGupta (2001).</summary>
    Jeffreys,

    /// <summary>The mid-p variant of the exact interval for a share.</summary>
    MidP,

    /// <summary>Wald's interval: the estimate plus or minus the normal quantile times the standard error.</summary>
    Wald,

    /// <summary>The score interval: the values that a score test does not reject (Tango 1998 for net scores).</summary>
    Score,

    /// <summary>Wald's interval after adding 3/4, 3/2 and 3/4 pseudo-answers to a net score (Rocks 2016).</summary>
    AdjustedWald,

    /// <summary>Student's interval: the estimate plus or minus Student's quantile times the standard error.</summary>
    StudentT,

    /// <summary>The interval of a linearised ratio of totals, with Student's quantile.</summary>
    LinearizedRatio,

    /// <summary>The interval by order statistics, which assumes nothing about the distribution.</summary>
    OrderStatistics,

    /// <summary>Garwood's exact interval for a Poisson rate (1936).</summary>
    Garwood,

    /// <summary>Newcombe's hybrid score interval for a difference of shares (1998).</summary>
    Newcombe,

    /// <summary>The interval of a difference recovered from the intervals of the two estimates (Donner and Zou 2012).</summary>
    Mover,

    /// <summary>Welch's interval for a difference of means with unequal variances (1947).</summary>
    Welch,

    /// <summary>Fay and Feuer's gamma interval for a weighted sum of Poisson counts (1997).</summary>
    FayFeuer,

    /// <summary>Miettinen and Nurminen's score interval for a difference of shares (1985).</summary>
    MiettinenNurminen,

    /// <summary>Student's interval for the logarithm of a mean or ratio of amounts that cannot be negative.</summary>
    LogMean,

    /// <summary>Wilson's interval as modified by Brown, Cai and DasGupta (2001).</summary>
    ModifiedWilson,

    /// <summary>Feldt's interval for Cronbach's alpha (1965).</summary>
    Feldt,

    /// <summary>Agresti and Caffo's interval for a difference of shares (2000).</summary>
    AgrestiCaffo,

    /// <summary>Bonett and Price's interval for a difference of shares of the same customers (2012).</summary>
    BonettPrice,

    /// <summary>Koopman's score interval for a ratio of shares (1984).</summary>
    Koopman,

    /// <summary>The exact interval for a ratio of rates, given the number of all events.</summary>
    ConditionalExact,

    /// <summary>Korn and Graubard's interval for a weighted share (1998): Clopper and Pearson's on the effective sample size.</summary>
    KornGraubard,

    /// <summary>The interval of the normal distribution with Greenwood's variance of a survival curve (1926).</summary>
    Greenwood,
}
