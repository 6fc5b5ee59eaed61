using CxKpi.Practices;
using CxKpi.Trends;

namespace CxKpi;

/// <summary>Asks of two series which runs ahead.</summary>
public static class LaggedCorrelationExtensions
{
    /// <summary>Whether a series runs ahead of another, such as satisfaction ahead of churn.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TOther">The type of the other KPI record.</typeparam>
    /// <param name="series">The first series.</param>
    /// <param name="other">The second series, of the same unit of time.</param>
    /// <param name="maxLag">The largest distance in periods, from 0; at most a quarter of the periods is advisable.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The correlations over the complete periods that both series cover; refused with too few of them, with gaps, or without spread.</returns>
    /// <exception cref="ArgumentNullException">A series is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units of time differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The largest distance is negative, or the confidence does not lie between 0 and 1.</exception>
    public static LaggedCorrelation LaggedCorrelationWith<TKpi, TOther>(
        this KpiSeries<TKpi> series,
        KpiSeries<TOther> other,
        int maxLag,
        double confidence = 0.95)
        where TKpi : struct, IKpi<TKpi>
        where TOther : struct, IKpi<TOther> =>
        Guard.NotNull(series).ToPeriodSeries().LaggedCorrelationWith(Guard.NotNull(other).ToPeriodSeries(), maxLag, confidence);

    /// <summary>Whether a series runs ahead of another, such as satisfaction ahead of revenue.</summary>
    /// <param name="series">The first series.</param>
    /// <param name="other">The second series, of the same unit of time.</param>
    /// <param name="maxLag">The largest distance in periods, from 0; at most a quarter of the periods is advisable.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The correlations over the complete periods that both series cover; refused with too few of them, with gaps, or without spread.</returns>
    /// <exception cref="ArgumentNullException">A series is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The units of time differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The largest distance is negative, or the confidence does not lie between 0 and 1.</exception>
    public static LaggedCorrelation LaggedCorrelationWith(this PeriodSeries series, PeriodSeries other, int maxLag, double confidence = 0.95)
    {
        Guard.NotNull(series);
        Guard.NotNull(other);
        if (series.Unit != other.Unit)
        {
            throw new ArgumentException($"{nameof(other)} must have the unit of the series ({series.Unit}), but has {other.Unit}", nameof(other));
        }

        (double[] x, double[] y) = Common(Known(series), Known(other));
        int missing = x.Zip(y).Count(pair => double.IsNaN(pair.First) || double.IsNaN(pair.Second));
        return missing == 0
            ? LaggedCorrelation.Of(x, y, maxLag, confidence)
            : new() { Count = x.Length, Confidence = Guard.Confidence(confidence), Refusal = DriverNotices.FiguresMissing(missing) };
    }

    /// <summary>The complete periods from the first that has a figure to the last.</summary>
    private static KeyValuePair<CalendarPeriod, double>[] Known(PeriodSeries series)
    {
        double[] figures = series.Complete.ToArray();
        int first = Array.FindIndex(figures, figure => !double.IsNaN(figure)), last = Array.FindLastIndex(figures, figure => !double.IsNaN(figure));
        return first < 0 ? [] : [.. Enumerable.Range(first, last - first + 1).Select(i => KeyValuePair.Create(series.First.Plus(i), figures[i]))];
    }

    private static (double[] First, double[] Second) Common(KeyValuePair<CalendarPeriod, double>[] first, KeyValuePair<CalendarPeriod, double>[] second)
    {
        Dictionary<CalendarPeriod, double> others = second.ToDictionary();
        (double, double)[] pairs = [.. first.Where(point => others.ContainsKey(point.Key)).Select(point => (point.Value, others[point.Key]))];
        return ([.. pairs.Select(pair => pair.Item1)], [.. pairs.Select(pair => pair.Item2)]);
    }
}
