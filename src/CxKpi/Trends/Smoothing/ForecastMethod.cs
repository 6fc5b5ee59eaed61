using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>The method by which figures are forecast.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<ForecastMethod>))]
public enum ForecastMethod
{
    /// <summary>The form of <see cref="Trends.ExponentialSmoothing"/> with the least AICc.</summary>
    ExponentialSmoothing,

    /// <summary>The additive method of <see cref="Trends.HoltWinters"/>.</summary>
    HoltWinters,

    /// <summary>The last figure of the same season: <see cref="Trends.SeasonalNaive"/>.</summary>
    SeasonalNaive,

    /// <summary>The last figure of the same season plus the average growth per cycle.</summary>
    SeasonalNaiveWithDrift,
}
