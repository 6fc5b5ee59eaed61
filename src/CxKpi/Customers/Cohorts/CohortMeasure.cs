using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a cell of a cohort table counts.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CohortMeasure>))]
public enum CohortMeasure
{
    /// <summary>What happened in that period: customers who were active in it, or what they spent in it.</summary>
    InPeriod,

    /// <summary>
    /// Customers who were active in that period or in a later one (rolling retention). The last ages are too low, because later periods are still to come.
    /// </summary>
    InPeriodOrLater,

    /// <summary>Who was a customer on the last day of that period, or what they paid then.</summary>
    AtPeriodEnd,

    /// <summary>What customers spent from their beginning to the end of that period.</summary>
    UpToPeriodEnd,
}
