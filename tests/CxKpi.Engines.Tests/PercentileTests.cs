using CxKpi.Engines.Tests.Servers;
using LinqToDB;
using NodaTime;

namespace CxKpi.Engines.Tests;

/// <summary>Percentiles from what an engine counted.</summary>
public sealed class PercentileTests
{
    private static readonly DurationSample InMemory = DurationSample.FromDurations(Order.All.Select(row => Duration.FromSeconds(row.Seconds)));

    private static readonly double[] Shares = [0, 0.01, 0.25, 0.5, 0.9, 0.99, 1];

    [Fact]
    public void EfCore_CountsOfWholeSeconds_GiveThePercentilesOfEachDuration() => AreExact(Shop.InSqlite(Order.All).Orders);

    [Fact]
    public void Linq2Db_CountsOfWholeSeconds_GiveThePercentilesOfEachDuration() => AreExact(Linq2Db.InSqlite(Order.All));

    [Fact]
    public void EfCore_Buckets_GivePercentilesWithinOnePercent() => AreWithinOnePercent(Shop.InSqlite(Order.All).Orders);

    [Fact]
    public void Linq2Db_Buckets_GivePercentilesWithinOnePercent() => AreWithinOnePercent(Linq2Db.InSqlite(Order.All));

    private static void AreExact(IQueryable<Order> rows)
    {
        var counts = rows.GroupBy(row => row.Seconds).Select(own => new { Seconds = own.Key, Count = own.LongCount() });

        DurationSample counted = DurationSample.FromCounts(counts.AsEnumerable().Select(row => (Duration.FromSeconds(row.Seconds), row.Count)));

        Assert.All(Shares, share => Assert.Equal(InMemory.EstimatePercentile(share), counted.EstimatePercentile(share)));
        Assert.Equal(InMemory.Tally(), counted.Tally());
    }

    private static void AreWithinOnePercent(IQueryable<Order> rows)
    {
        double width = DurationSample.BucketWidth();
        var counts = rows.GroupBy(row => (int)Math.Ceiling(Math.Log(row.Seconds) / width)).Select(own => new { Bucket = own.Key, Count = own.LongCount() });

        DurationSample buckets = DurationSample.FromBuckets(counts.AsEnumerable().Select(row => ((int?)row.Bucket, row.Count)));

        Assert.InRange(buckets.Nanoseconds.Length, 50, 400);
        Assert.Equal(InMemory.Count, buckets.Count);
        Assert.All(Shares, share =>
        {
            double exact = InMemory.Percentile(share)!.Value.TotalSeconds;
            Assert.InRange(buckets.Percentile(share)!.Value.TotalSeconds, 0.99 * exact, 1.01 * exact);
        });
    }
}
