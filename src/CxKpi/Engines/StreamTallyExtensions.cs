using System.Runtime.CompilerServices;
using NodaTime;

namespace CxKpi;

/// <summary>Methods that tally a stream of rows, such as those of a file or a reader: memory is needed for the records, not for the rows.</summary>
public static class StreamTallyExtensions
{
    private const int RowsPerReport = 65_536;

    /// <summary>Tallies all rows of a stream into one record.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows; they are read once and not kept.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="progress">Is told the number of rows read so far, every 65,536 rows and at the end; <see langword="null"/> when nobody asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The combined record.</returns>
    /// <exception cref="ArgumentNullException">A function or the stream is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<TKpi> TallyAsync<TRow, TKpi>(
        this IAsyncEnumerable<TRow> rows, Func<TRow, TKpi> kpi, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(kpi);
        TKpi total = default;
        await Read(rows, row => TKpi.Accumulate(ref total, kpi(row)), progress, cancellationToken).ConfigureAwait(false);
        return total;
    }

    /// <summary>Tallies the rows of a stream into one record per segment.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKey">The type of the key that identifies a segment.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows; they are read once and not kept.</param>
    /// <param name="key">Returns the segment of a row; the result must not be <see langword="null"/>.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="progress">Is told the number of rows read so far, every 65,536 rows and at the end; <see langword="null"/> when nobody asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The records in the order in which their segments were first seen.</returns>
    /// <exception cref="ArgumentNullException">A function or the stream is <see langword="null"/>, or a key is.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<Segments<TKey, TKpi>> TallyByAsync<TRow, TKey, TKpi>(
        this IAsyncEnumerable<TRow> rows,
        Func<TRow, TKey> key,
        Func<TRow, TKpi> kpi,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(key);
        Guard.NotNull(kpi);
        SegmentBuilder<TKey, TKpi, NoHash<TKey>> segments = new();
        long position = 0;
        await Read(
            rows,
            row =>
            {
                segments.Add(key(row) ?? throw LogKey.Null(nameof(key), position), kpi(row));
                position++;
            },
            progress,
            cancellationToken).ConfigureAwait(false);
        return new(segments.ToDictionary());
    }

    /// <summary>Tallies the rows of a stream into one record per calendar period, by the local date of each row.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="rows">The rows, in any order; they are read once and not kept.</param>
    /// <param name="unit">The unit of the periods.</param>
    /// <param name="date">Returns the date of a row, in the ISO calendar.</param>
    /// <param name="kpi">Returns the record of one row.</param>
    /// <param name="progress">Is told the number of rows read so far, every 65,536 rows and at the end; <see langword="null"/> when nobody asks.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The series from the first to the last period, the same as that of the rows in memory.</returns>
    /// <exception cref="ArgumentNullException">A function or the stream is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IAsyncEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, LocalDate> date,
        Func<TRow, TKpi> kpi,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.Defined(unit);
        Guard.NotNull(date);
        Guard.NotNull(kpi);
        SeriesBuilder<TKpi> periods = new(unit);
        await Read(rows, row => periods.Add(date(row), kpi(row)), progress, cancellationToken).ConfigureAwait(false);
        return periods.ToSeries();
    }

    /// <inheritdoc
    /// cref="TallyByAsync{TRow, TKpi}(IAsyncEnumerable{TRow}, CalendarUnit, Func{TRow, LocalDate}, Func{TRow, TKpi}, IProgress{long}?, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<KpiSeries<TKpi>> TallyByAsync<TRow, TKpi>(
        this IAsyncEnumerable<TRow> rows,
        CalendarUnit unit,
        Func<TRow, DateOnly> date,
        Func<TRow, TKpi> kpi,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
        where TKpi : struct, IKpi<TKpi>
    {
        Guard.NotNull(date);
        return TallyByAsync(rows, unit, row => LocalDate.FromDateOnly(date(row)), kpi, progress, cancellationToken);
    }

    private static async Task Read<TRow>(IAsyncEnumerable<TRow> rows, Action<TRow> add, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long read = 0;
        cancellationToken.ThrowIfCancellationRequested();
        await foreach (TRow row in Guard.NotNull(rows).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            add(row);
            if (++read % RowsPerReport == 0)
            {
                // Streams that never wait are not all asked whether to stop.
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(read);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (read == 0 || read % RowsPerReport != 0)
        {
            progress?.Report(read);
        }
    }
}
