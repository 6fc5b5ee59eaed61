namespace CxKpi.Benchmarks.Forecasts;

/// <summary>How near the forecasts from one origin came.</summary>
/// <param name="Mase">The mean absolute error over that of the seasonal naive forecast within the past.</param>
/// <param name="Covered">How many figures lie within the limits.</param>
/// <param name="Count">How many figures came.</param>
internal sealed record ForecastScore(double Mase, int Covered, int Count);
