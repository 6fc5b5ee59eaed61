using CxKpi.Trends;

namespace CxKpi;

/// <summary>
/// A series of periods arranged by places in a cycle of fixed length. It holds complete periods only; week 53 is merged with week 52, and in a yearly cycle
/// of days 29 February with 28 February.
/// </summary>
internal sealed class CycleSeries
{
    private readonly int[] places;

    private readonly SeasonalCycle kind;

    private CycleSeries(PeriodSeries series, int complete, SeasonalCycle kind)
    {
        this.kind = kind;
        Cycle = Season.CycleOf(series.Unit, kind);
        places = new int[complete];
        for (int i = 0; i < complete; i++)
        {
            places[i] = i == 0 ? 0 : places[i - 1] + (IsSame(series, i) ? 0 : 1);
        }

        Count = complete == 0 ? 0 : places[^1] + 1;
        Figures = new double[Count];
        Variances = series.Variances.IsEmpty ? [] : new double[Count];
        Periods = new CalendarPeriod[Count];
        for (int first = 0; first < complete;)
        {
            int last = first;
            while (last + 1 < complete && places[last + 1] == places[first])
            {
                last++;
            }

            Merge(series, first, last);
            first = last + 1;
        }
    }

    internal int Cycle { get; }

    internal int Count { get; }

    /// <summary>The figures; NaN where one is missing.</summary>
    internal double[] Figures { get; }

    /// <summary>The sampling variances; empty when they are unknown.</summary>
    internal double[] Variances { get; }

    /// <summary>The first period of each place.</summary>
    internal CalendarPeriod[] Periods { get; }

    internal static CycleSeries Of(PeriodSeries series, SeasonalCycle cycle = SeasonalCycle.Natural) =>
        new(series, series.CompleteCount, cycle);

    /// <summary>The place of a period; null for one that is not complete.</summary>
    internal int? PlaceOf(int period) => period < places.Length ? places[period] : null;

    internal Season SeasonOf(int place) => Season.Of(Periods[place], kind);

    private bool IsSame(PeriodSeries series, int i) =>
        Cycle >= 52 && Season.Of(series.First.Plus(i), kind) == Season.Of(series.First.Plus(i - 1), kind);

    /// <summary>Merges periods: by observations where their numbers are known, otherwise by precision, otherwise with equal weights.</summary>
    private void Merge(PeriodSeries series, int first, int last)
    {
        int place = places[first];
        Periods[place] = series.First.Plus(first);
        double figures = 0, variances = 0, total = 0;
        for (int i = first; i <= last; i++)
        {
            if (double.IsNaN(series.Figures[i]))
            {
                continue;
            }

            double weight = first == last ? 1 : Evidence(series, i);
            total += weight;
            figures += weight * series.Figures[i];
            variances += Variances.Length == 0 ? 0 : weight * weight * series.Variances[i];
        }

        Figures[place] = total > 0 ? figures / total : double.NaN;
        if (Variances.Length > 0)
        {
            Variances[place] = total > 0 ? variances / (total * total) : double.NaN;
        }
    }

    private static double Evidence(PeriodSeries series, int i) =>
        !series.Sizes.IsEmpty ? series.Sizes[i]
        : !series.Variances.IsEmpty && series.Variances[i] > 0 ? 1 / series.Variances[i]
        : 1;
}
