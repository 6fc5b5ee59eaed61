namespace CxKpi;

/// <summary>A tally that engines do: the grouped query of each of them, and how its rows become the result.</summary>
internal sealed class GroupedTally<TResult>(IReadOnlyList<IQueryable<object>> queries, Func<IReadOnlyList<object>, GroupFetch, ValueTask<TResult>> result)
{
    internal GroupedTally(IReadOnlyList<IQueryable<object>> queries, Func<IReadOnlyList<object>, TResult> result)
        : this(queries, (groups, _) => new(result(groups)))
    {
    }

    internal IReadOnlyList<IQueryable<object>> Queries => queries;

    internal TResult Read()
    {
        GroupFetch fetch = new(sources => new([.. sources.SelectMany(source => source)]));
        ValueTask<IReadOnlyList<object>> groups = fetch(queries);

        // Nothing waits: what is fetched is there.
        return result(groups.Result, fetch).Result;
    }

    internal async Task<TResult> ReadAsync(CancellationToken cancellationToken)
    {
        GroupFetch fetch = sources => SideBySide(sources, cancellationToken);
        return await result(await fetch(queries).ConfigureAwait(false), fetch).ConfigureAwait(false);
    }

    private static async ValueTask<IReadOnlyList<object>> SideBySide(IReadOnlyList<IQueryable<object>> sources, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<List<object>>[] all = [.. sources.Select(source => Fetch(source, stop))];
        try
        {
            await Task.WhenAll(all).ConfigureAwait(false);
        }
        catch (Exception) when (all.FirstOrDefault(task => task.IsFaulted) is not null)
        {
            // The first that failed stopped the others, which is no news of theirs.
            await all.First(task => task.IsFaulted).ConfigureAwait(false);
        }

        return [.. all.SelectMany(task => task.Result)];
    }

    private static async Task<List<object>> Fetch(IQueryable<object> source, CancellationTokenSource stop)
    {
        try
        {
            List<object> groups = [];
            await foreach (object group in Asynchronous(source).WithCancellation(stop.Token).ConfigureAwait(false))
            {
                groups.Add(group);
            }

            return groups;
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static IAsyncEnumerable<object> Asynchronous(IQueryable<object> source) => source as IAsyncEnumerable<object>
        ?? throw new ArgumentException(
            $"rows must come from a provider that reads asynchronously, but {source.Provider.GetType().Name} does not: take the form without Async", "rows");
}

/// <summary>Reads the groups of all queries.</summary>
internal delegate ValueTask<IReadOnlyList<object>> GroupFetch(IReadOnlyList<IQueryable<object>> queries);
