using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How p-values are adjusted when many questions are asked at once.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<MultiplicityMethod>))]
public enum MultiplicityMethod
{
    /// <summary>
    /// Holm's steps (1979), the default: even one false finding is as rare as promised, however the p-values depend on one another. For claims about segments.
    /// </summary>
    Holm,

    /// <summary>Hochberg's steps (1988): the same for p-values that are independent or rise together, and never larger than Holm's.</summary>
    Hochberg,

    /// <summary>Benjamini and Hochberg's (1995): the expected share of false findings among all findings. For screens of twenty questions or more.</summary>
    BenjaminiHochberg,

    /// <summary>Benjamini and Yekutieli's (2001): the same, however the p-values depend on one another.</summary>
    BenjaminiYekutieli,

    /// <summary>Bonferroni's: every p-value times their number. It is never better than Holm's, and easier to explain.</summary>
    Bonferroni,
}
