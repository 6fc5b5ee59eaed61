using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>How control limits are found.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ControlMethod>))]
public enum ControlMethod
{
    /// <summary>
    /// Sampling error by each period's own number of observations, times how much periods vary besides (Laney 2002; for shares the p′-chart). The default for
    /// shares: with thousands of observations a period, limits by sampling error alone flag every ordinary day.
    /// </summary>
    Laney,

    /// <summary>The binomial standard deviation of a share alone (p-chart): for periods that differ by chance in who was observed and nothing else.</summary>
    Binomial,

    /// <summary>The mean moving range of consecutive figures (individuals or XmR chart). The default for figures that are no shares of counts.</summary>
    Individuals,
}
