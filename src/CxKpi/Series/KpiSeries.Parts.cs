using CxKpi.Trends;
using NodaTime;

namespace CxKpi;

/// <content>Slicing, resampling and rolling windows.</content>
public sealed partial class KpiSeries<TKpi>
{
    /// <summary>Returns the part from one period to another, both included; periods outside the series are ignored.</summary>
    /// <param name="from">The first period, of the series' unit.</param>
    /// <param name="to">The last period, not before <paramref name="from"/>.</param>
    /// <returns>The series of those periods.</returns>
    /// <exception cref="ArgumentException">A period has another unit, or the first lies after the last.</exception>
    public KpiSeries<TKpi> Slice(CalendarPeriod from, CalendarPeriod to) =>
        Part(PeriodCount.Clip(points.Length > 0 ? points[0].Key : CalendarGuard.OfUnit(from, Unit), Count, from, to));

    /// <summary>Returns the periods that lie wholly between two days, both included.</summary>
    /// <param name="from">The first day, in the ISO calendar.</param>
    /// <param name="to">The last day, not before <paramref name="from"/>.</param>
    /// <returns>The series of those periods.</returns>
    /// <exception cref="ArgumentException">The first day lies after the last, or a day is not in the ISO calendar.</exception>
    public KpiSeries<TKpi> Slice(LocalDate from, LocalDate to) =>
        Part(PeriodCount.Clip(points.Length > 0 ? points[0].Key : CalendarPeriod.Containing(Unit, from, nameof(from)), Count, from, to));

    /// <summary>Returns the series over a window of periods, each of which it then has: those outside the series are included and hold no data.</summary>
    /// <param name="from">The first period of the window, of the series' unit.</param>
    /// <param name="to">The last period of the window, not before <paramref name="from"/>.</param>
    /// <returns>The series of all periods of the window.</returns>
    /// <remarks>
    /// Periods beyond an end that is complete are taken to be covered: nothing happened in them. Those beyond an incomplete end are incomplete as well.
    /// <see cref="Through(LocalDate)"/> and <see cref="Since(LocalDate)"/> overrule this. <see cref="Slice(CalendarPeriod, CalendarPeriod)"/> leaves periods
    /// outside the series out.
    /// </remarks>
    /// <exception cref="ArgumentException">A period has another unit, or the first lies after the last.</exception>
    public KpiSeries<TKpi> Over(CalendarPeriod from, CalendarPeriod to)
    {
        CalendarPeriod first = points.Length > 0 ? points[0].Key : CalendarGuard.OfUnit(from, Unit);
        int count = PeriodCount.Through(first, from, to);
        return new(Unit, [.. Enumerable.Range(0, count).Select(from.Plus).Select(period => KeyValuePair.Create(period, this[period]))])
        {
            IncompleteAtStart = IsFirstIncomplete ? Math.Clamp(PeriodCount.Between(from, first.Plus(IncompleteAtStart)), 0, count) : 0,
            IncompleteAtEnd = IsLastIncomplete ? Math.Clamp(PeriodCount.Between(first.Plus(Count - IncompleteAtEnd), to) + 1, 0, count) : 0,
        };
    }

    /// <summary>Returns the series by longer periods, with the evidence combined as if the rows had been tallied by them.</summary>
    /// <remarks>A level, such as a backlog, is not summed: the longer period takes the last level counted in it.</remarks>
    /// <param name="unit">The unit of the new periods. Days lie within all units, months within quarters and years, and quarters within years;
    /// weeks lie within no other unit.</param>
    /// <returns>The series by the new unit; its last period is incomplete when the old periods do not reach its end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The periods do not lie within those of <paramref name="unit"/>.</exception>
    public KpiSeries<TKpi> Resample(CalendarUnit unit)
    {
        if (Guard.Defined(unit) == Unit)
        {
            return this;
        }

        if (Unit > unit)
        {
            throw new ArgumentException($"{nameof(unit)} must be coarser than {Unit}, because evidence does not come apart; got {unit}", nameof(unit));
        }

        if (Unit == CalendarUnit.Week)
        {
            throw new ArgumentException(
                $"{nameof(unit)} must be one that weeks lie within, but a {unit} can begin or end inside a week: tally the rows by it",
                nameof(unit));
        }

        Dictionary<CalendarPeriod, TKpi> records = [];
        Dictionary<CalendarPeriod, DaySpan> spans = [];
        foreach ((CalendarPeriod period, TKpi record) in points)
        {
            CalendarPeriod longer = CalendarPeriod.Containing(unit, period.Start);
            records[longer] = Then(records.GetValueOrDefault(longer), record);
            if (!EqualityComparer<TKpi>.Default.Equals(record, default))
            {
                spans[longer] = new(longer, spans.TryGetValue(longer, out DaySpan span) ? span.FirstDay : period.Start, period.End);
            }
        }

        KpiSeries<TKpi> series = new(unit, records);
        return points.Length == 0 ? series : new(unit, series.points)
        {
            IncompleteAtStart = IsFirstIncomplete ? series.points.Count(point => point.Key.Start <= points[IncompleteAtStart - 1].Key.End)
                : DaySpan.FirstBeginsLate(spans.Values) ?? points[0].Key.Start > series.points[0].Key.Start ? 1
                : 0,
            IncompleteAtEnd = IsLastIncomplete ? series.points.Count(point => point.Key.End >= points[^IncompleteAtEnd].Key.Start)
                : DaySpan.LastEndsEarly(spans.Values) ?? points[^1].Key.End < series.points[^1].Key.End ? 1
                : 0,
        };
    }

    /// <summary>Returns windows that move by one period. The evidence of each window is combined, which smooths without averaging averages.</summary>
    /// <remarks>Of a level, such as a backlog, a window holds the last one counted in it.</remarks>
    /// <param name="width">The number of periods in a window, at least 1.</param>
    /// <returns>One record per full window, under the last period of the window; the result is empty when the series is shorter than a window.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is smaller than 1.</exception>
    /// <exception cref="ArgumentException">The records were gathered under different rules.</exception>
    public RollingSeries<TKpi> Rolling(int width)
    {
        Guard.Positive(width);
        KeyValuePair<CalendarPeriod, TKpi>[] windows = new KeyValuePair<CalendarPeriod, TKpi>[Math.Max(0, Count - width + 1)];
        TKpi[] rest = new TKpi[Math.Min(width, windows.Length)];
        for (int block = 0; block < windows.Length; block += width)
        {
            // A window is the rest of a block and the start of the next, both of which grow by one record at a time.
            TKpi end = default;
            for (int i = width - 1; i >= 0; i--)
            {
                end = Then(points[block + i].Value, end);
                if (i < rest.Length)
                {
                    rest[i] = end;
                }
            }

            TKpi start = default;
            for (int i = 0; i < width && block + i < windows.Length; i++)
            {
                KeyValuePair<CalendarPeriod, TKpi> last = points[block + i + width - 1];
                start = i == 0 ? default : Then(start, last.Value);
                windows[block + i] = new(last.Key, Then(rest[i], start));
            }
        }

        return new(width, windows, IncompleteAtStart, IncompleteAtEnd);
    }

    private KpiSeries<TKpi> Part((int Start, int End) part) => new(Unit, points[part.Start..part.End])
    {
        IncompleteAtStart = Math.Clamp(IncompleteAtStart - part.Start, 0, part.End - part.Start),
        IncompleteAtEnd = Math.Clamp(IncompleteAtEnd - (Count - part.End), 0, part.End - part.Start),
    };
}
