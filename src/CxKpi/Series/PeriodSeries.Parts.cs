using NodaTime;

namespace CxKpi.Trends;

/// <content>Look-up, slicing and creation from points.</content>
public sealed partial class PeriodSeries
{
    /// <summary>The figures, in their own units; <see langword="null"/> where one is missing.</summary>
    public IReadOnlyList<double?> Values => field ??= [.. figures.Select(OrNull)];

    /// <summary>
    /// The sampling variance of each figure, in squared units; <see langword="null"/> where the figure is missing, and everywhere when the variances are
    /// unknown.
    /// </summary>
    public IReadOnlyList<double?> SamplingVariances => field ??= [.. Enumerable.Range(0, Count).Select(i => Variances.IsEmpty ? null : OrNull(Variances[i]))];

    /// <summary>The figure of a period; <see langword="null"/> where it is missing, and for a period outside the series.</summary>
    /// <param name="period">A period of the series' unit.</param>
    /// <returns>The figure of the period.</returns>
    /// <exception cref="ArgumentException">The period has another unit.</exception>
    public double? this[CalendarPeriod period] =>
        PeriodCount.Between(First, CalendarGuard.OfUnit(period, Unit)) is >= 0 and var index && index < Count ? OrNull(figures[index]) : null;

    /// <summary>Creates the series from figures with their periods, in any order; periods in between that are not given are missing.</summary>
    /// <param name="points">The periods with their figures. All periods have one unit and none occurs twice; figures are finite, or <see langword="null"/>
    /// where missing.</param>
    /// <returns>The series from the first to the last period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite.</exception>
    /// <exception cref="ArgumentException">There is no point, the units of the periods differ, or a period occurs twice.</exception>
    public static PeriodSeries FromPoints(IEnumerable<(CalendarPeriod Period, double? Value)> points)
    {
        (CalendarPeriod Period, double? Value)[] ordered = [.. Guard.NotNull(points).OrderBy(point => point.Period)];
        if (ordered.Length == 0)
        {
            throw new ArgumentException($"{nameof(points)} must not be empty", nameof(points));
        }

        CalendarPeriod first = ordered[0].Period;
        foreach ((CalendarPeriod period, _) in ordered)
        {
            CalendarGuard.OfUnit(period, first.Unit, nameof(points));
        }

        double?[] values = new double?[PeriodCount.WithoutGaps(first, ordered[^1].Period, nameof(points))];
        for (int i = 0; i < ordered.Length; i++)
        {
            if (i > 0 && ordered[i].Period == ordered[i - 1].Period)
            {
                throw new ArgumentException($"{nameof(points)} must not name a period twice, but {ordered[i].Period} is", nameof(points));
            }

            values[PeriodCount.Between(first, ordered[i].Period)] = ordered[i].Value;
        }

        return FromValues(first, values);
    }

    /// <summary>Returns the part from one period to another, both included; periods outside the series are ignored.</summary>
    /// <param name="from">The first period, of the series' unit.</param>
    /// <param name="to">The last period, not before <paramref name="from"/>.</param>
    /// <returns>The series of those periods.</returns>
    /// <exception cref="ArgumentException">A period has another unit, or the first lies after the last.</exception>
    public PeriodSeries Slice(CalendarPeriod from, CalendarPeriod to)
    {
        (int start, int end) = PeriodCount.Clip(First, Count, from, to);
        return new(
            First.Plus(start),
            figures[start..end],
            variances.Length == 0 ? [] : variances[start..end],
            sizes.Length == 0 ? [] : sizes[start..end],
            Math.Clamp(IncompleteAtStart - start, 0, end - start))
        {
            IsShare = IsShare,
            Range = Range,
            Direction = Direction,
            IncompleteAtEnd = Math.Clamp(IncompleteAtEnd - (Count - end), 0, end - start),
        };
    }

    /// <summary>Returns the series over a window of periods, each of which it then has: those outside the series are included and have no figure.</summary>
    /// <param name="from">The first period of the window, of the series' unit.</param>
    /// <param name="to">The last period of the window, not before <paramref name="from"/>.</param>
    /// <returns>The series of all periods of the window; those beyond an incomplete end are incomplete as well.</returns>
    /// <exception cref="ArgumentException">A period has another unit, or the first lies after the last.</exception>
    public PeriodSeries Over(CalendarPeriod from, CalendarPeriod to)
    {
        int count = PeriodCount.Through(First, from, to), shift = PeriodCount.Between(First, from);
        return new(
            from,
            Window(figures, double.NaN),
            Window(variances, double.NaN),
            Window(sizes, 0),
            IsFirstIncomplete ? Math.Clamp(IncompleteAtStart - shift, 0, count) : 0)
        {
            IsShare = IsShare,
            Range = Range,
            Direction = Direction,
            IncompleteAtEnd = IsLastIncomplete ? Math.Clamp(shift + count - CompleteCount, 0, count) : 0,
        };

        double[] Window(double[] known, double none) => known.Length == 0 && Count > 0
            ? []
            : [.. Enumerable.Range(shift, count).Select(i => i >= 0 && i < known.Length ? known[i] : none)];
    }

    /// <summary>Returns the periods that lie wholly between two days, both included.</summary>
    /// <param name="from">The first day, in the ISO calendar.</param>
    /// <param name="to">The last day, not before <paramref name="from"/>.</param>
    /// <returns>The series of those periods.</returns>
    /// <exception cref="ArgumentException">The first day lies after the last, or a day is not in the ISO calendar.</exception>
    public PeriodSeries Slice(LocalDate from, LocalDate to)
    {
        (int start, int end) = PeriodCount.Clip(First, Count, from, to);
        return start == end
            ? new(First, [], [], []) { IsShare = IsShare, Range = Range, Direction = Direction }
            : Slice(First.Plus(start), First.Plus(end - 1));
    }
}
