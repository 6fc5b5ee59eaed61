namespace CxKpi.Trends;

/// <summary>How the figures to come are foretold.</summary>
public enum ForecastMethod
{
    /// <summary>The form of <see cref="Trends.ExponentialSmoothing"/> with the least AICc.</summary>
    ExponentialSmoothing,

    /// <summary>The additive method of <see cref="Trends.HoltWinters"/>.</summary>
    HoltWinters,

    /// <summary>The same season's last figure: <see cref="Trends.SeasonalNaive"/>.</summary>
    SeasonalNaive,

    /// <summary>The same season's last figure and the average growth per cycle.</summary>
    SeasonalNaiveWithDrift,
}
