using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <content>Tallies of rows that come in clusters, such as the calls of a day or the answers of a customer.</content>
public static partial class TallyExtensions
{
    /// <summary>Tallies all rows into one record, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The combined record, whose interval counts clusters.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is; then the message names the row's position.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    public static Clustered<TKpi> Tally<TRow, TKpi, TCluster>(this IEnumerable<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, TCluster> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(rows);
        Guard.NotNull(kpi);
        Guard.NotNull(cluster);
        long position = 0;
        return Clustered.OfClusters(Gather(rows, row => ClusterOf(row, cluster, position++), kpi).Values, nameof(kpi));
    }

    /// <summary>Tallies the rows into one record per segment, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The records in the order in which their segments were first seen. A cluster with rows in two segments is one in each, and two in their total;
    /// <see cref="Tally{TRow, TKpi, TCluster}"/> counts it once.</returns>
    /// <exception cref="ArgumentNullException">
    /// An argument is <see langword="null"/>, or a key or a cluster is; the message then names the position of its row.
    /// </exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    public static Segments<TKey, Clustered<TKpi>> TallyBy<TRow, TKey, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        Func<TRow, TKey> key,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(rows);
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        Guard.NotNull(cluster);
        long position = 0;
        return Gather(rows, row => (Key: key(row) ?? throw LogKey.Null(nameof(key), position), ClusterOf(row, cluster, position++)), kpi)
            .TallyBy(own => own.Key.Key, own => Clustered.OfCluster(own.Value, nameof(kpi)));
    }

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row, with clusters as the sampling units.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The series from the first to the last period. A cluster with rows in two periods is one in each, and two in a record over both.</returns>
    /// <remarks>
    /// The first and the last period are marked incomplete as those of
    /// <see cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi})"/> are.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is; then the message names the row's position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, LocalDate> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(rows);
        Guard.Defined(unit);
        Guard.NotNull(date);
        Guard.NotNull(kpi);
        Guard.NotNull(cluster);
        ClusterBuilder<TCluster, TKpi> clusters = new(unit);
        long position = 0;
        foreach (TRow row in rows)
        {
            clusters.Add(date(row), ClusterOf(row, cluster, position++), kpi(row));
        }

        return clusters.ToSeries();
    }

    /// <summary>
    /// Tallies the rows into one record per calendar period, by the local date of each row's instant in a time zone, with clusters as the sampling units.
    /// </summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="instant">Returns the instant of a row.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The instant until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period. A cluster with rows in two periods is one in each, and two in a record over both.</returns>
    /// <remarks>
    /// The first and the last period are marked incomplete as those of
    /// <see cref="TallyBy{TRow, TKpi}(IEnumerable{TRow}, CalendarUnit, Func{TRow, Instant}, DateTimeZone, Func{TRow, TKpi}, Instant?)"/> are.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is; then the message names the row's position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, Instant> instant,
        DateTimeZone zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster,
        Instant? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull =>
        InZone(instant, zone, asOf, date => TallyBy(rows, unit, date, kpi, cluster));

    /// <inheritdoc cref="TallyBy{TRow, TKpi, TCluster}(IEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi}, Func{TRow, TCluster})"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateOnly> date,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(date);
        return TallyBy(rows, unit, row => LocalDate.FromDateOnly(date(row)), kpi, cluster);
    }

    /// <summary>
    /// Tallies the rows into one record per calendar period, by the local date of each row's time in a time zone, with clusters as the sampling units.
    /// </summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row; its own distance from UTC says when it was, and the zone which day it was there.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period. A cluster with rows in two periods is one in each, and two in a record over both.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is; then the message names the row's position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTimeOffset> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(time);
        return TallyBy(rows, unit, row => Dates.From(time(row)), Dates.Zone(zone), kpi, cluster, Dates.From(asOf));
    }

    /// <summary>
    /// Tallies the rows into one record per calendar period, by the local date of each row's time in a time zone, with clusters as the sampling units.
    /// </summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="time">Returns the time of a row, whose kind must be UTC or local; <see cref="Dates.FromUtc(DateTime)"/> reads one without a kind.</param>
    /// <param name="zone">The time zone in which days begin and end.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <param name="asOf">The time until which the rows were gathered; <see langword="null"/> when it is not stated.</param>
    /// <returns>The series from the first to the last period. A cluster with rows in two periods is one in each, and two in a record over both.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>, or a cluster is; then the message names the row's position.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value, or a time has no kind; the message names its
    /// position.</exception>
    /// <exception cref="ArgumentException">The KPI is not a ratio of two totals.</exception>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<Clustered<TKpi>> TallyBy<TRow, TKpi, TCluster>(
        this IEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateTime> time,
        TimeZoneInfo zone,
        Func<TRow, TKpi> kpi,
        Func<TRow, TCluster> cluster,
        DateTimeOffset? asOf = null)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(time);
        long position = 0;
        return TallyBy(rows, unit, row => Dates.From(time(row), position++, nameof(rows)), Dates.Zone(zone), kpi, cluster, Dates.From(asOf));
    }

    private static TCluster ClusterOf<TRow, TCluster>(TRow row, Func<TRow, TCluster> cluster, long position)
        where TCluster : notnull =>
        cluster(row) ?? throw LogKey.Null(nameof(cluster), position);
}
