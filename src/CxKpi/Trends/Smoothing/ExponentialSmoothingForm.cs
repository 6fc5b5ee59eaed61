namespace CxKpi.Trends;

/// <summary>
/// What a series is made of in <see cref="ExponentialSmoothing"/>; errors are additive throughout. The code is that of the ETS family: error, trend, season.
/// </summary>
public enum ExponentialSmoothingForm
{
    /// <summary>A level that wanders: (A,N,N), simple exponential smoothing.</summary>
    Level,

    /// <summary>A level with a slope that fades out: (A,Ad,N).</summary>
    DampedTrend,

    /// <summary>A level with a slope that goes on: (A,A,N), Holt's method.</summary>
    Trend,

    /// <summary>A level and seasons: (A,N,A).</summary>
    Seasonal,

    /// <summary>A level with a slope that goes on, and seasons: (A,A,A), the additive method of Holt and Winters.</summary>
    SeasonalTrend,

    /// <summary>A level with a slope that fades out, and seasons: (A,Ad,A).</summary>
    SeasonalDampedTrend,
}
