using CxKpi.Engines.Tests.Servers;
using Npgsql;

namespace CxKpi.Engines.Tests;

public sealed class ShardTests
{
    [Fact]
    public async Task ThreeDatabases_GiveTheResultOfOne()
    {
        using Shop a = Shop.InSqlite(Order.All.Where(row => row.Id % 3 == 0)), b = Shop.InSqlite(Order.All.Where(row => row.Id % 3 == 1));
        using Shop c = Shop.InSqlite(Order.All.Where(row => row.Id % 3 == 2));
        IQueryable<Order>[] shards = [a.Orders, b.Orders, c.Orders];

        Same.As(
            Order.All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)),
            await shards.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score)));
        Same.As(
            Order.All.TallyBy(CalendarUnit.Month, row => row.Day, row => new AverageOrderValue(row.Amount, 1, "EUR")),
            await shards.TallyByAsync(CalendarUnit.Month, row => row.Day, row => new AverageOrderValue(row.Amount, 1, "EUR")));
    }

    [PostgreSqlFact]
    public async Task ThreeServers_GiveTheResultOfOne_AndAStoppedOneThrows()
    {
        using PostgreSqlServer first = new(), second = new(), third = new();
        PostgreSqlServer[] servers = [first, second, third];
        Shop[] shops = [.. servers.Select((server, i) => Shop.InPostgreSql(server.Connection, Order.All.Where(row => row.Id % 3 == i)))];
        IQueryable<Order>[] shards = [.. shops.Select(shop => shop.Orders)];

        Same.As(
            Order.All.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score)),
            await shards.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score)));

        second.Stop();

        // The provider's own exception, and no figure of the two that were read.
        await Assert.ThrowsAnyAsync<Exception>(() => shards.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score)));
        Exception error = await Record.ExceptionAsync(() => shards.TallyByAsync(row => row.Channel, row => Nps.FromAnswer(row.Score)));
        Assert.Contains(Inner(error), inner => inner is NpgsqlException);
        foreach (Shop shop in shops)
        {
            await shop.DisposeAsync();
        }
    }

    private static IEnumerable<Exception> Inner(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            yield return error;
        }
    }
}
