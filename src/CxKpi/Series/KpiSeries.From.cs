using NodaTime;

namespace CxKpi;

/// <summary>
/// Creates series from records that were gathered elsewhere, for example by a database; <see cref="TallyExtensions"/> creates series from rows.
/// </summary>
public static class KpiSeries
{
    /// <summary>Creates the series from records by period; records of the same period are combined.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="records">The periods with their records, in any order.</param>
    /// <returns>The series from the first to the last period; periods in between that are not given are included and hold no data.</returns>
    /// <remarks>
    /// Records of different periods may have different rules: they are shown, and refused where they would add up. The method does not know whether the last
    /// period had ended; use <see cref="KpiSeries{TKpi}.Through(LocalDate)"/> to say so.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">A period has another unit, or two records of one period were gathered under different rules.</exception>
    public static KpiSeries<TKpi> From<TKpi>(CalendarUnit unit, IEnumerable<(CalendarPeriod Period, TKpi Record)> records)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        Dictionary<CalendarPeriod, TKpi> gathered = [];
        foreach ((CalendarPeriod period, TKpi record) in Guard.NotNull(records))
        {
            CalendarGuard.OfUnit(period, unit, nameof(records));
            gathered[period] = HeldRecords.Combine(gathered.GetValueOrDefault(period), record, nameof(records), $"both are of {period}");
        }

        return new(unit, gathered, nameof(records));
    }
}
