using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Watches a KPI period by period.</summary>
public static class MonitoringExtensions
{
    /// <summary>The control limits of a KPI.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, without season or trend: adjust it first.</param>
    /// <param name="method">The method; <see langword="null"/>, the default, takes Laney's limits for shares of counts and the moving range for
    /// others.</param>
    /// <returns>A row per period with figure, limits and signal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value, or does not suit the series.</exception>
    public static ControlLimits ControlLimits<TKpi>(this KpiSeries<TKpi> series, ControlMethod? method = null)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().ControlLimits(method);

    /// <summary>The control limits of figures.</summary>
    /// <param name="series">The series, without season or trend: adjust it first.</param>
    /// <param name="method">The method; <see langword="null"/>, the default, takes Laney's limits for shares of counts and the moving range for
    /// others.</param>
    /// <returns>A row per period with figure, limits and signal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The method is not a named value, or does not suit the series.</exception>
    public static ControlLimits ControlLimits(this PeriodSeries series, ControlMethod? method = null) =>
        ControlModel.Of(MonitoredFigures.Of(Guard.NotNull(series)), Guard.Defined(method, nameof(method)));

    /// <summary>Follows a KPI by an exponentially weighted moving average.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="weight">The weight of the newest figure, greater than 0 and at most 1.</param>
    /// <param name="width">The distance of the limits in standard deviations, greater than 0.</param>
    /// <returns>A row per period; without limits where the baseline holds no two consecutive figures that differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Ewma Ewma<TKpi>(this KpiSeries<TKpi> series, int baseline, double weight = 0.2, double width = 3)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Ewma(baseline, weight, width);

    /// <summary>Follows figures by an exponentially weighted moving average.</summary>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="weight">The weight of the newest figure, greater than 0 and at most 1.</param>
    /// <param name="width">The distance of the limits in standard deviations, greater than 0.</param>
    /// <returns>A row per period; without limits where the baseline holds no two consecutive figures that differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Ewma Ewma(this PeriodSeries series, int baseline, double weight = 0.2, double width = 3)
    {
        MonitoredFigures figures = MonitoredFigures.Of(Guard.NotNull(series));
        (double? centre, double? deviation) = RunningModel.Baseline(figures, baseline);
        return RunningModel.Average(figures, centre, deviation, weight, width);
    }

    /// <summary>Follows a KPI by sums of its deviations.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="allowance">What each deviation is reduced by, in standard deviations, not negative: half the change to be found.</param>
    /// <param name="limit">The limit of the sums, in standard deviations, greater than 0.</param>
    /// <returns>A row per period; without sums where the baseline holds no two consecutive figures that differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Cusum Cusum<TKpi>(this KpiSeries<TKpi> series, int baseline, double allowance = 0.5, double limit = 5)
        where TKpi : struct, IKpi<TKpi> =>
        Guard.NotNull(series).ToPeriodSeries().Cusum(baseline, allowance, limit);

    /// <summary>Follows figures by sums of their deviations.</summary>
    /// <param name="series">The series, without season or trend.</param>
    /// <param name="baseline">How many periods from the first on say what the figures should be and how they vary, from 2; 60 or more is advisable.</param>
    /// <param name="allowance">What each deviation is reduced by, in standard deviations, not negative: half the change to be found.</param>
    /// <param name="limit">The limit of the sums, in standard deviations, greater than 0.</param>
    /// <returns>A row per period; without sums where the baseline holds no two consecutive figures that differ.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside its range.</exception>
    public static Cusum Cusum(this PeriodSeries series, int baseline, double allowance = 0.5, double limit = 5)
    {
        MonitoredFigures figures = MonitoredFigures.Of(Guard.NotNull(series));
        (double? centre, double? deviation) = RunningModel.Baseline(figures, baseline);
        return RunningModel.Sums(figures, centre, deviation, allowance, limit);
    }

    /// <summary>Limits of a KPI that hold however often one looks.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="series">The series, such as one record per day; its records are added up from the first on.</param>
    /// <param name="expectedN">The number of observations near which the limits should be tightest: what is expected by the end.</param>
    /// <param name="target">A target to be tested, in the KPI's unit; <see langword="null"/> for none.</param>
    /// <param name="confidence">The probability with which all limits together contain the truth, from 0.01 to 1, the latter excluded.</param>
    /// <returns>A row per period with the value so far and its limits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="series"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expected number is not greater than 0, the target is none that the KPI can reach, or the confidence
    /// does not lie between 0.01 and 1.</exception>
    public static ConfidenceSequence ConfidenceSequence<TKpi>(this KpiSeries<TKpi> series, long expectedN, double? target = null, double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi> =>
        SequenceModel.Of(Guard.NotNull(series), expectedN, target, confidence);
}
