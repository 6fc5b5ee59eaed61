using System.Collections.Concurrent;

namespace CxKpi;

/// <summary>A tally that engines do: the grouped query of each of them, and how its rows become the result.</summary>
internal sealed class GroupedTally<TResult>(IReadOnlyList<IQueryable<object>> queries, Func<IReadOnlyList<object>, GroupFetch, Task<TResult>> result)
{
    internal GroupedTally(IReadOnlyList<IQueryable<object>> queries, Func<IReadOnlyList<object>, TResult> result)
        : this(queries, (groups, _) => Task.FromResult(result(groups)))
    {
    }

    internal IReadOnlyList<IQueryable<object>> Queries => queries;

    /// <summary>The result, read while the caller waits.</summary>
    internal TResult Read()
    {
        GroupFetch fetch = sources => Task.FromResult<IReadOnlyList<object>>([.. sources.SelectMany(source => source)]);

        // Nothing waits: what is fetched is there.
        return result([.. queries.SelectMany(query => query)], fetch).GetAwaiter().GetResult();
    }

    /// <summary>The result, read from all engines at once; the first that fails stops the others, and its exception is thrown.</summary>
    internal async Task<TResult> ReadAsync(CancellationToken cancellationToken)
    {
        GroupFetch fetch = sources => SideBySide(sources, cancellationToken);
        return await result(await fetch(queries).ConfigureAwait(false), fetch).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<object>> SideBySide(IReadOnlyList<IQueryable<object>> sources, CancellationToken cancellationToken)
    {
        ConcurrentQueue<object> all = [];
        await Parallel.ForEachAsync(
            sources,
            new ParallelOptions { MaxDegreeOfParallelism = sources.Count, CancellationToken = cancellationToken },
            async (source, stop) =>
            {
                await foreach (object group in Asynchronous(source).WithCancellation(stop).ConfigureAwait(false))
                {
                    all.Enqueue(group);
                }
            }).ConfigureAwait(false);
        return [.. all];
    }

    private static IAsyncEnumerable<object> Asynchronous(IQueryable<object> rows) => rows as IAsyncEnumerable<object>
        ?? throw new ArgumentException(
            $"rows must come from a provider that reads asynchronously, but {rows.Provider.GetType().Name} does not: take the form without Async",
            nameof(rows));
}
