using CxKpi.Trends;

namespace CxKpi;

/// <summary>
/// A series of periods arranged by places in a cycle of fixed length. It holds complete periods of the seasons that take part; week 53 is merged with week 52,
/// and in a yearly cycle of days 29 February with 28 February.
/// </summary>
internal sealed class CycleSeries
{
    // Where there is no season to cross, a trend is at least as smooth as that of months.
    private const int Months = 12;

    private readonly int?[] places;

    private readonly SeasonalCycle kind;

    private readonly int naturalCycle;

    private CycleSeries(PeriodSeries series, SeasonalCycle kind, bool isSeasonal, IReadOnlyList<Season> leftOut)
    {
        this.kind = kind;
        LeftOut = leftOut;
        naturalCycle = Season.CycleOf(series.Unit, kind);
        Cycle = isSeasonal ? Math.Max(1, naturalCycle - leftOut.Count) : 1;
        places = new int?[series.CompleteCount];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = leftOut.Contains(Season.Of(series.First.Plus(i), kind)) ? null : Count == 0 || !IsSame(series, i) ? Count++ : Count - 1;
        }

        Figures = new double[Count];
        Variances = series.Variances.IsEmpty ? [] : new double[Count];
        Periods = new CalendarPeriod[Count];
        for (int first = 0; first < places.Length;)
        {
            int last = first;
            while (last + 1 < places.Length && places[last + 1] == places[first])
            {
                last++;
            }

            if (places[first] is { } place)
            {
                Merge(series, place, first, last);
            }

            first = last + 1;
        }
    }

    internal int Cycle { get; }

    internal int Count { get; }

    /// <summary>The seasons whose periods are not part of the series.</summary>
    internal IReadOnlyList<Season> LeftOut { get; }

    /// <summary>The figures; NaN where one is missing.</summary>
    internal double[] Figures { get; }

    /// <summary>The sampling variances; empty when they are unknown.</summary>
    internal double[] Variances { get; }

    /// <summary>The first period of each place.</summary>
    internal CalendarPeriod[] Periods { get; }

    internal static CycleSeries Of(PeriodSeries series, SeasonalCycle cycle = SeasonalCycle.Natural) => new(series, cycle, isSeasonal: true, []);

    /// <summary>The series without the seasons that have fewer figures than needed; without a season it has one place a cycle.</summary>
    /// <remarks>A season that has a figure stays as long as not half of them can be spared: they then have too few figures, and none is to blame.</remarks>
    /// <param name="series">The series.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="isSeasonal">Whether the series may have a season.</param>
    /// <param name="least">The fewest figures that a season needs to stay.</param>
    internal static CycleSeries Living(PeriodSeries series, SeasonalCycle cycle, bool isSeasonal, int least)
    {
        if (!isSeasonal || Season.CycleOf(series.Unit, cycle) == 1)
        {
            return new(series, cycle, isSeasonal: false, []);
        }

        int natural = Season.CycleOf(series.Unit, cycle);
        if (Sufficiency.Refusal(Sufficiency.Rows(series.Complete), natural) is not null)
        {
            return Of(series, cycle);
        }

        Dictionary<Season, int> figures = [];
        for (int i = 0; i < series.CompleteCount; i++)
        {
            Season season = Season.Of(series.First.Plus(i), cycle);
            figures[season] = figures.GetValueOrDefault(season) + (double.IsNaN(series.Figures[i]) ? 0 : 1);
        }

        Season[] sparse = [.. figures.Where(x => x.Value < least).Select(x => x.Key).Order()], dead = [.. sparse.Where(season => figures[season] == 0)];
        bool isSparse = 2 * (sparse.Length - dead.Length) >= figures.Count - dead.Length;
        return new(series, cycle, isSeasonal: true, isSparse ? dead : sparse);
    }

    /// <summary>The fewest places that can be decomposed.</summary>
    internal int Shortest => Cycle > 1 ? 2 * Cycle : Sufficiency.LeastWithoutSeason;

    /// <summary>The settings of a decomposition, which say how smooth a trend without a season is.</summary>
    internal StlOptions Options(StlOptions options) =>
        Cycle > 1 ? options : options with { TrendSpan = options.TrendSpan ?? StlPlan.For(Count, Math.Max(naturalCycle, Months), options).Trend };

    /// <summary>The place of a period; null for one that is not complete, and of a season that was left out.</summary>
    internal int? PlaceOf(int period) => period < places.Length ? places[period] : null;

    internal Season SeasonOf(int place) => Season.Of(Periods[place], kind);

    private bool IsSame(PeriodSeries series, int i) =>
        Cycle >= 52 && Season.Of(series.First.Plus(i), kind) == Season.Of(series.First.Plus(i - 1), kind);

    /// <summary>Merges periods: by observations where their numbers are known, otherwise by precision, otherwise with equal weights.</summary>
    private void Merge(PeriodSeries series, int place, int first, int last)
    {
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
