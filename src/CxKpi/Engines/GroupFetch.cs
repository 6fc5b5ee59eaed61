namespace CxKpi;

/// <summary>Reads the groups of all queries.</summary>
internal delegate Task<IReadOnlyList<object>> GroupFetch(IReadOnlyList<IQueryable<object>> queries);
