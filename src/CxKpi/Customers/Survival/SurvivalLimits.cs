using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>On which scale the limits of a survival curve are symmetric.</summary>
/// <remarks>
/// With g as Greenwood's sum of ended / (at risk * (at risk - ended)) and z as the normal quantile:
/// <code>
/// LogLog  S^exp(±z·sqrt(g)/ln S)
/// Log     S·exp(±z·sqrt(g))
/// Plain   S ± z·S·sqrt(g)
/// Logit   ln(S/(1-S)) ± z·sqrt(g)/(1-S)
/// ArcSine arcsin(sqrt(S)) ± z/2·sqrt(g·S/(1-S))
/// </code>
/// Log and Plain are cut at 0 and 1. Sources: J. Kalbfleisch, R. Prentice, "The Statistical Analysis of Failure Time Data", 2002; Ø. Borgan, K. Liestøl,
/// "A note on confidence intervals and bands for the survival function based on transformations", 1990. Other tools: R's default is Log, those of SAS and
/// lifelines are LogLog.
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<SurvivalLimits>))]
public enum SurvivalLimits
{
    /// <summary>On ln(-ln S): always between 0 and 1, and the nearest to their confidence in small samples.</summary>
    LogLog,

    /// <summary>On ln S.</summary>
    Log,

    /// <summary>On S itself.</summary>
    Plain,

    /// <summary>On the log odds of S.</summary>
    Logit,

    /// <summary>On the arc sine of the root of S.</summary>
    ArcSine,
}
