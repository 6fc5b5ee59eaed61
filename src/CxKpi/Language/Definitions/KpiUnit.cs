using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The unit of a KPI's <see cref="IKpi{TSelf}.Value"/>.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<KpiUnit>))]
public enum KpiUnit
{
    /// <summary>A fraction between 0 and 1, shown as a percentage.</summary>
    Share,

    /// <summary>Points of a net score, between -100 and 100, shown with their sign and without a percent sign.</summary>
    NetPoints,

    /// <summary>Points of the rating scale of the question.</summary>
    ScalePoints,

    /// <summary>An index whose range is given in its definition, such as 0 to 100 or 0 to 200.</summary>
    Index,

    /// <summary>Seconds; the KPI also gives a NodaTime <see cref="NodaTime.Duration"/>.</summary>
    Seconds,

    /// <summary>An amount of money in the record's currency; the KPI also gives a <see cref="decimal"/>.</summary>
    Money,

    /// <summary>An unbounded ratio of two quantities, such as pages per visit.</summary>
    Ratio,

    /// <summary>Events per unit of exposure, such as complaints per order.</summary>
    Rate,

    /// <summary>A number of things, such as open tickets.</summary>
    Count,

    /// <summary>
    /// A ratio that is read in percent, 1 being 100 %, and that may exceed 1 or lie below 0, such as net revenue retention. Differences are in percentage
    /// points.
    /// </summary>
    Percentage,
}
