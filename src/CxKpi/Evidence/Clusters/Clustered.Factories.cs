namespace CxKpi;

/// <summary>Creates KPI records whose observations came in clusters, from the record of each cluster.</summary>
public static class Clustered
{
    /// <summary>Creates the record of one cluster, such as one day, to be combined with those of others.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="cluster">The record over the observations of the cluster.</param>
    /// <returns>The record; without data when the cluster has none. One cluster alone has a value but no interval.</returns>
    /// <exception cref="ArgumentException">The value of the record is not a ratio of two totals.</exception>
    public static Clustered<TKpi> FromCluster<TKpi>(TKpi cluster)
        where TKpi : struct, IKpi<TKpi> => OfCluster(cluster, nameof(cluster));

    /// <summary>The same for a caller who knows the record by another name.</summary>
    internal static Clustered<TKpi> OfCluster<TKpi>(TKpi cluster, string name)
        where TKpi : struct, IKpi<TKpi> =>
        new(cluster, ClusteredIntervals.Totals(cluster, name) is { } totals ? RatioTally.Row(totals.Numerator, totals.Denominator) : default);

    /// <summary>Creates the record over clusters, such as the days of a month.</summary>
    /// <typeparam name="TKpi">The type of the KPI record.</typeparam>
    /// <param name="clusters">The record of each cluster.</param>
    /// <returns>The record. Clusters without data, such as days without a call, are not counted.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="clusters"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The value of a record is not a ratio of two totals, or records were gathered under different rules (the
    /// message names the position of the second).</exception>
    public static Clustered<TKpi> FromClusters<TKpi>(IEnumerable<TKpi> clusters)
        where TKpi : struct, IKpi<TKpi> =>
        OfClusters(Guard.NotNull(clusters), nameof(clusters));

    /// <summary>The same for a caller who knows the records by another name.</summary>
    internal static Clustered<TKpi> OfClusters<TKpi>(IEnumerable<TKpi> clusters, string name)
        where TKpi : struct, IKpi<TKpi>
    {
        Clustered<TKpi> total = default;
        long position = 0;
        foreach (TKpi cluster in clusters)
        {
            total = HeldRecords.CombineAt(total, OfCluster(cluster, name), name, position++);
        }

        return total;
    }
}
