using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Methods that tally rows into KPI records, segments and series, in one pass.</summary>
public static partial class TallyExtensions
{
    /// <summary>Tallies all rows into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The combined record.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static TKpi Tally<TRow, TKpi>(this IEnumerable<TRow> rows, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(kpi);
        TKpi total = default;
        if (Spans.TryGet(rows, out ReadOnlySpan<TRow> span))
        {
            foreach (ref readonly TRow row in span)
            {
                total = total.Combine(kpi(row));
            }
        }
        else
        {
            foreach (TRow row in rows)
            {
                total = total.Combine(kpi(row));
            }
        }

        return total;
    }

    /// <summary>Tallies the rows into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The records in the order in which their segments were first seen.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a key is; the message then names the position of its row.</exception>
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(this IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        return new(Gather(rows, key, kpi));
    }

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <remarks>
    /// The last period is marked incomplete when its last row lies earlier in it than the last row of every other period with rows, of which there must be two.
    /// Daily rows that stop in mid-month are recognised in this way, and monthly rows dated on the first are not mistaken for incomplete ones.
    /// <see cref="KpiSeries{TKpi}.Through(LocalDate)"/> overrules this.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(this IEnumerable<TRow> rows, CalendarUnit unit, Func<TRow, LocalDate> date, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.Defined(unit);
        Guard.NotNull(date);
        Guard.NotNull(kpi);
        SeriesBuilder<TKpi> periods = new(unit);
        if (Spans.TryGet(rows, out ReadOnlySpan<TRow> span))
        {
            foreach (ref readonly TRow row in span)
            {
                periods.Add(date(row), kpi(row));
            }
        }
        else
        {
            foreach (TRow row in rows)
            {
                periods.Add(date(row), kpi(row));
            }
        }

        return periods.ToSeries();
    }

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row's instant in a time zone.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period; empty periods in between are included and hold no data.</returns>
    /// <remarks>
    /// With <paramref name="asOf"/> the last period is incomplete when it ends after that instant. Without it, the last period is judged by its days, as for
    /// rows with dates, and so is a last day with which it ends. That day is incomplete when its rows stop earlier in it than those of every other day with
    /// rows, of which there must be two, and when a whole day would be mistaken for that at most once in twenty times: three rows a day came later on average,
    /// or there are twenty other days. "Today until now" is recognised in this way. <see cref="KpiSeries{TKpi}.Through(LocalDate)"/> overrules this.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, Instant> instant,
        DateTimeZone zone,
        Func<TRow, TKpi> kpi,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi> =>
        InZone(instant, zone, asOf, date => TallyBy(rows, unit, date, kpi));

    /// <summary>The series of rows with instants, from the tally of those with dates.</summary>
    private static KpiSeries<TKpi> InZone<TRow, TKpi>(
        Func<TRow, Instant> instant,
        DateTimeZone zone,
        Instant? asOf,
        Func<Func<TRow, LocalDate>, KpiSeries<TKpi>> tally)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(instant);
        Guard.NotNull(zone);
        DayClock clock = new();
        long position = 0;
        return InZone(tally(row => clock.Add(Dates.In(zone, instant(row), position++, "rows"))), clock, zone, asOf);
    }

    /// <summary>The series with its last period marked incomplete where the rows end within it.</summary>
    internal static KpiSeries<TKpi> InZone<TKpi>(KpiSeries<TKpi> series, DayClock clock, DateTimeZone zone, Instant? asOf)
        where TKpi : struct, IKpi<TKpi> =>
        series.Count == 0 ? series
        : asOf is { } now ? series.Through(Dates.LastDayBefore(now, zone))
        : clock.StopsEarly && clock.LastDay == series[^1].Key.End ? series.Through(clock.LastDay.PlusDays(-1))
        : series;

    private static Dictionary<TKey, TKpi> Gather<TRow, TKey, TKpi>(IEnumerable<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        if (Spans.TryGet(rows, out ReadOnlySpan<TRow> span))
        {
            return Gather(span, 0, key, kpi);
        }

        // Rows that come one by one take longer to come than to find their key.
        SegmentBuilder<TKey, TKpi, NoHash<TKey>> segments = new();
        long position = 0;
        foreach (TRow row in rows)
        {
            segments.Add(key(row) ?? throw LogKey.Null(nameof(key), position), kpi(row));
            position++;
        }

        return segments.ToDictionary();
    }

    /// <summary>The records of rows by key, of which the first is the one at a position among all rows.</summary>
    internal static Dictionary<TKey, TKpi> Gather<TRow, TKey, TKpi>(ReadOnlySpan<TRow> rows, long position, Func<TRow, TKey> key, Func<TRow, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        // Text is named as such, because code that is shared among reference types would ask for the type of the key at every row.
        return typeof(TKey) == typeof(string)
            ? (Dictionary<TKey, TKpi>)(object)Gather<TRow, string, TKpi, TextHash>(rows, position, (Func<TRow, string>)(object)key, kpi)
            : typeof(TKey).IsPrimitive || typeof(TKey).IsEnum
                ? Gather<TRow, TKey, TKpi, NumberHash<TKey>>(rows, position, key, kpi)
                : Gather<TRow, TKey, TKpi, NoHash<TKey>>(rows, position, key, kpi);
    }

    private static Dictionary<TKey, TKpi> Gather<TRow, TKey, TKpi, THash>(
        ReadOnlySpan<TRow> rows,
        long position,
        Func<TRow, TKey> key,
        Func<TRow, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where THash : struct, IKeyHash<TKey>
    {
        SegmentBuilder<TKey, TKpi, THash> segments = new();
        for (int i = 0; i < rows.Length; i++)
        {
            segments.Add(key(rows[i]) ?? throw LogKey.Null(nameof(key), position + i), kpi(rows[i]));
        }

        return segments.ToDictionary();
    }
}
