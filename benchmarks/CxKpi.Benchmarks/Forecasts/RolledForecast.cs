using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>One origin: what was known, and what came.</summary>
internal sealed class RolledForecast
{
    private readonly double scale;

    public RolledForecast(PastSeries series, int known)
    {
        Series = series;
        Past = series.Series.Slice(series.Series.First, series.Series.First.Plus(known - 1));
        Came = [.. Enumerable.Range(known, series.Ahead).Select(t => series.Series[t].Value)];
        double[] errors =
        [
            .. Enumerable.Range(series.Cycle, known - series.Cycle)
                .Select(t => Math.Abs((Past[t].Value - Past[t - series.Cycle].Value) ?? double.NaN))
                .Where(x => !double.IsNaN(x)),
        ];
        scale = errors.Average();
    }

    public PastSeries Series { get; }

    public PeriodSeries Past { get; }

    private double?[] Came { get; }

    /// <summary>The score of a method; <see langword="null"/> when it refuses.</summary>
    public ForecastScore? Score(Func<PeriodSeries, int, IReadOnlyList<ForecastRange>> method) => Score(method(Past, Series.Ahead));

    public ForecastScore? Score(IReadOnlyList<ForecastRange> ahead)
    {
        if (ahead.Count < Came.Length)
        {
            return null;
        }

        (ForecastRange Range, double Figure)[] pairs = [.. ahead.Zip(Came).Where(x => x.Second is not null).Select(x => (x.First, x.Second!.Value))];
        return new(
            pairs.Average(x => Math.Abs(x.Figure - x.Range.Value)) / scale,
            pairs.Count(x => x.Figure >= x.Range.Lower && x.Figure <= x.Range.Upper),
            pairs.Length);
    }
}
