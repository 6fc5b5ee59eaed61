using CxKpi.Trends;

namespace CxKpi.Benchmarks.Ratios;

/// <summary>Deciding whether ten years of months have a trend, against showing it: how many decompositions one decision takes.</summary>
internal static class ModelRatios
{
    private const int Months = 120;
    private const int Period = 12;

    public static IEnumerable<Ratio> Measure()
    {
        CalendarPeriod january = CalendarPeriod.Parse("2016-01");
        double[] figures = StlTimes.Series(Months, Period);
        PeriodSeries values = PeriodSeries.FromValues(january, figures.Select(x => (double?)x));
        PeriodSeries shares = PeriodSeries.FromShares(january, figures.Select((x, i) => new ShareTally((long)(x * (8 + i % 5)), 100 * (8 + i % 5))));
        yield return new("model.values.vs_stl", Decompositions(values), Target: 1000, AtMost: true);
        yield return new("model.shares.vs_stl", Decompositions(shares), Target: 1000, AtMost: true);

        double Decompositions(PeriodSeries series) => Race.MedianSpeedRatio(
            _ => Stl.Decompose(figures, Period).Trend.Count,
            _ => series.Trend().PValue is null ? 0 : 1,
            Months);
    }
}
