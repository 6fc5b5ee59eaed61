using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>What is meant by two figures that move together.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CorrelationMethod>))]
public enum CorrelationMethod
{
    /// <summary>Pearson's r: how near the pairs lie to a straight line.</summary>
    Pearson,

    /// <summary>Spearman's rho: Pearson's r of the ranks, so that only the order counts; it suits answers on a scale.</summary>
    Spearman,

    /// <summary>Kendall's tau-b: pairs of rows that agree in their order, less those that disagree, with ties allowed for.</summary>
    Kendall,
}
