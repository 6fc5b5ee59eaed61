using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>A figure ahead with its limits.</summary>
internal readonly record struct ForecastRange(double Value, double Lower, double Upper);

/// <summary>What the library has to say of the periods ahead.</summary>
internal static class ForecastMethods
{
    public static IReadOnlyList<(string Name, Func<PeriodSeries, int, IReadOnlyList<ForecastRange>> Forecast)> All { get; } =
    [
        ("Expect", (series, periods) =>
            [.. series.Expect(periods).Periods.Select(x => new ForecastRange(x.Value ?? double.NaN, x.Lower ?? double.NaN, x.Upper ?? double.NaN))]),
        ("Forecast", (series, periods) => Of(series.Forecast(periods))),
        ("seasonal naive", (series, periods) => Of(series.Forecast(periods, ForecastMethod.SeasonalNaive))),
    ];

    private static IReadOnlyList<ForecastRange> Of(SeriesForecast forecast) => [.. forecast.Periods.Select(x => new ForecastRange(x.Value, x.Lower, x.Upper))];
}
