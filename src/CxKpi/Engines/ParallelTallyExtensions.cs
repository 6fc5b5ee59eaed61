using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NodaTime;

namespace CxKpi;

/// <summary>Methods that tally rows on several cores: <c>rows.AsParallel().TallyBy(…)</c>. Each core tallies a part, and the parts are combined.</summary>
/// <remarks>
/// Records add up exactly, so the result is that of one core, to the last digit; only the order of segments need not be that of the rows.
/// A core is worth its start from some hundred thousand rows on. The functions are called on several threads at once.
/// </remarks>
public static class ParallelTallyExtensions
{
    // More parts than cores, so that one that is busy with something else holds up little.
    private const int PartsPerCore = 4, FewestRows = 16_384;

    /// <summary>Tallies all rows into one record, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The combined record.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static TKpi Tally<TRow, TKpi>(this ParallelQuery<TRow> rows, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(kpi);
        return rows.Aggregate(
            static () => new StrongBox<TKpi>(),
            (part, row) =>
            {
                TKpi.Accumulate(ref part.Value, kpi(row));
                return part;
            },
            static (a, b) => new(a.Value.Combine(b.Value)),
            static total => total.Value);
    }

    /// <summary>Tallies the rows into one record per segment, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The records of the segments, in no order that could be relied on.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(this ParallelQuery<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        IEnumerable<TRow> source = rows.AsSequential();
        if (Spans.TryGet(source, out ReadOnlySpan<TRow> all))
        {
            return new(Parts(all.Length, part => TallyExtensions.Gather(Part(source, part), part.Start.Value, key, kpi)).Aggregate(static (a, b) => Add(a, b)));
        }

        return new(rows.Aggregate(
            static () => new Dictionary<TKey, TKpi>(),
            (part, row) => Add(part, key(row) ?? throw LogKey.Null(nameof(key)), kpi(row)),
            static (a, b) => Add(a, b),
            static all => all));
    }

    /// <summary>Tallies the rows into one record per calendar period, by the local date of each row, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <returns>The series from the first to the last period, the same as on one core.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this ParallelQuery<TRow> rows, CalendarUnit unit, Func<TRow, LocalDate> date, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(rows);
        Guard.Defined(unit);
        Guard.NotNull(date);
        Guard.NotNull(kpi);
        return rows.Aggregate(
            () => new SeriesBuilder<TKpi>(unit),
            (part, row) =>
            {
                part.Add(date(row), kpi(row));
                return part;
            },
            static (a, b) => a.Combine(b),
            static all => all.ToSeries());
    }

    /// <inheritdoc cref="TallyBy{TRow, TKpi}(ParallelQuery{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi})"/>
    [OverloadResolutionPriority(-1)]
    public static KpiSeries<TKpi> TallyBy<TRow, TKpi>(
        this ParallelQuery<TRow> rows, CalendarUnit unit, Func<TRow, DateOnly> date, Func<TRow, TKpi> kpi)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(date);
        return TallyBy(rows, unit, row => LocalDate.FromDateOnly(date(row)), kpi);
    }

    /// <summary>Tallies all rows into one record, with clusters as the sampling units, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The combined record, whose interval counts clusters.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static Clustered<TKpi> Tally<TRow, TKpi, TCluster>(this ParallelQuery<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, TCluster> cluster)
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(cluster);
        return Clustered.OfClusters(rows.TallyBy(row => cluster(row) ?? throw LogKey.Null(nameof(cluster)), kpi).Values, nameof(kpi));
    }

    /// <summary>Tallies the rows into one record per segment, with clusters as the sampling units, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <typeparam name="TCluster">The type of the key that identifies a cluster.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="cluster">Returns the cluster of a row, such as its day or its customer; the result must not be <see langword="null"/>.</param>
    /// <returns>The records of the segments, in no order that could be relied on. A cluster with rows in two segments is one in each.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static Segments<TKey, Clustered<TKpi>> TallyBy<TRow, TKey, TKpi, TCluster>(
        this ParallelQuery<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi, Func<TRow, TCluster> cluster)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
        where TCluster : notnull
    {
        Guard.NotNull(key);
        Guard.NotNull(cluster);
        return rows.TallyBy(row => (Key: key(row) ?? throw LogKey.Null(nameof(key)), cluster(row) ?? throw LogKey.Null(nameof(cluster))), kpi)
            .TallyBy(own => own.Key.Key, own => Clustered.OfCluster(own.Value, nameof(kpi)));
    }

    /// <summary>Tallies all rows into one weighted record, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <returns>The combined record.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static Weighted<TKpi> Tally<TRow, TKpi>(this ParallelQuery<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, decimal> weight)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        Guard.NotNull(weight);
        return rows.Tally(row => WeightedOnce(kpi(row), weight(row)));
    }

    /// <summary>Tallies the rows into one weighted record per segment, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row, which holds one observation.</param>
    /// <param name="weight">Returns the weight of a row; not negative. A row with a weight of 0 is left out.</param>
    /// <returns>The records of the segments, in no order that could be relied on.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    public static Segments<TKey, Weighted<TKpi>> TallyBy<TRow, TKey, TKpi>(
        this ParallelQuery<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi, Func<TRow, decimal> weight)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        Guard.NotNull(weight);
        return rows.TallyBy(key, row => WeightedOnce(kpi(row), weight(row)));
    }

    // Rows that are tallied on several processors have no position.
    private static Weighted<TKpi> WeightedOnce<TKpi>(TKpi kpi, decimal weight)
        where TKpi : struct, IKpi<TKpi> => Weighted.OfObservation(kpi, Guard.NotNegative(weight), nameof(kpi), nameof(weight), null);

    /// <summary>Tallies all counted rows into one record, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The combined record, the same as that of every observation in a row of its own.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    [OverloadResolutionPriority(-1)]
    public static TKpi Tally<TRow, TKpi>(this ParallelQuery<TRow> rows, Func<TRow, TKpi> kpi, Func<TRow, long> count)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        return Counted(rows, count).Tally(own => kpi(own.Row).Times(own.Count));
    }

    /// <summary>Tallies counted rows into one record per segment, on several cores.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one of the observations of a row.</param>
    /// <param name="count">Returns how many observations a row stands for; not negative. Write the argument's name: a last function without one returns the
    /// cluster of a row, or its weight. A row with a count of 0 is left out.</param>
    /// <returns>The records of the segments, in no order that could be relied on.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="AggregateException">A function failed, or a row was refused; its exception is inside.</exception>
    [OverloadResolutionPriority(-1)]
    public static Segments<TKey, TKpi> TallyBy<TRow, TKey, TKpi>(
        this ParallelQuery<TRow> rows, Func<TRow, TKey> key, Func<TRow, TKpi> kpi, Func<TRow, long> count)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        return Counted(rows, count).TallyBy(own => key(own.Row), own => kpi(own.Row).Times(own.Count));
    }

    private static ParallelQuery<(TRow Row, long Count)> Counted<TRow>(ParallelQuery<TRow> rows, Func<TRow, long> count)
    {
        Guard.NotNull(rows);
        Guard.NotNull(count);
        return rows.Select(row => (row, Guard.NotNegative(count(row), nameof(count)))).Where(own => own.Item2 > 0);
    }

    /// <summary>The results of equal parts of rows in memory, in the order of the rows; each part is taken by one core.</summary>
    private static TPart[] Parts<TPart>(int rows, Func<Range, TPart> tally)
    {
        int count = Math.Clamp(rows / FewestRows, 1, PartsPerCore * Environment.ProcessorCount);
        TPart[] parts = new TPart[count];
        Parallel.For(0, count, i => parts[i] = tally((int)((long)rows * i / count)..(int)((long)rows * (i + 1) / count)));
        return parts;
    }

    private static ReadOnlySpan<TRow> Part<TRow>(IEnumerable<TRow> rows, Range part) => Spans.TryGet(rows, out ReadOnlySpan<TRow> all) ? all[part] : [];

    private static Dictionary<TKey, TKpi> Add<TKey, TKpi>(Dictionary<TKey, TKpi> all, Dictionary<TKey, TKpi> part)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        part.Aggregate(all, static (all, segment) => Add(all, segment.Key, segment.Value));

    private static Dictionary<TKey, TKpi> Add<TKey, TKpi>(Dictionary<TKey, TKpi> records, TKey key, TKpi record)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        ref TKpi slot = ref CollectionsMarshal.GetValueRefOrAddDefault(records, key, out _);
        TKpi.Accumulate(ref slot, in record);
        return records;
    }
}
