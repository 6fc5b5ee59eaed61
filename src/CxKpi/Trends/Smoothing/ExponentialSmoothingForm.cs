using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>
/// The components of a series in <see cref="ExponentialSmoothing"/>; errors are additive throughout. The codes are those of the ETS family:
/// error, trend, season.
/// </summary>
[JsonConverter(typeof(EnumNameJsonConverter<ExponentialSmoothingForm>))]
public enum ExponentialSmoothingForm
{
    /// <summary>A level that wanders: simple exponential smoothing, (A,N,N).</summary>
    Level,

    /// <summary>A level with a slope that fades out: (A,Ad,N).</summary>
    DampedTrend,

    /// <summary>A level with a slope that continues: Holt's method, (A,A,N).</summary>
    Trend,

    /// <summary>A level and seasons: (A,N,A).</summary>
    Seasonal,

    /// <summary>A level with a slope that continues, and seasons: the additive method of Holt and Winters, (A,A,A).</summary>
    SeasonalTrend,

    /// <summary>A level with a slope that fades out, and seasons: (A,Ad,A).</summary>
    SeasonalDampedTrend,
}
