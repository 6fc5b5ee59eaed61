using CxKpi.Trends;

namespace CxKpi;

/// <summary>The verdict on the latest period of a series.</summary>
public static class LatestExtensions
{
    /// <summary>Judges the latest complete period by the periods before it; <see cref="LatestPeriod"/> says how.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds; the defaults when <see langword="null"/>.</param>
    /// <returns>The verdict with its reason; without a history it rests on the sampling error of the change from the period before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static LatestPeriod Latest<TKpi>(this KpiSeries<TKpi> series, ModelOptions? options = null)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(series);
        ModelOptions given = options ?? new();
        int latest = Enumerable.Range(0, series.Count).LastOrDefault(i => !series.IsIncompleteAt(i) && series[i].Value.Value is not null);
        return LatestModel.Judge(
            series.PooledBefore(latest),
            given,
            (words, figure) => words.Value(
                TKpi.Definition,
                figure,
                series.Select(point => point.Value.Currency).FirstOrDefault(currency => currency is not null),
                series[latest].Value.Value),
            (last, before) => series[last].Value.ChangeFrom(series[before].Value, given.Confidence) is { } change
                ? change.Verdict.OfPeriod()
                : LatestVerdict.Unknown);
    }

    /// <summary>Judges the latest complete period by the periods before it; <see cref="LatestPeriod"/> says how.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">What the model holds; the defaults when <see langword="null"/>.</param>
    /// <returns>The verdict with its reason; figures without evidence have none without a history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    public static LatestPeriod Latest(this PeriodSeries series, ModelOptions? options = null) =>
        LatestModel.Judge(Guard.NotNull(series), options ?? new(), (words, figure) => words.Number(figure), (_, _) => LatestVerdict.Unknown);
}
