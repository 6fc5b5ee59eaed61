using System.Globalization;
using CxKpi.Engines.Tests.Servers;
using LinqToDB;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CxKpi.Engines.Tests;

/// <summary>What is easily got wrong between memory and a server.</summary>
public sealed class PostgreSqlPitfallTests(PostgreSqlTests.Databases databases) : IClassFixture<PostgreSqlTests.Databases>
{
    private const long Megabyte = 1_000_000;

    private static readonly DateOnly NewYear = new(2024, 1, 1);

    [PostgreSqlFact]
    public async Task FiveMillionRows_AreReadAsTheirGroups()
    {
        const int Rows = 5_000_000, Channels = 3, Answers = 11, Days = 366;
        NpgsqlConnectionStringBuilder connection = new(databases.Connection);
        using CountingProxy proxy = new(connection.Port);
        connection.Port = proxy.Port;
        await using Shop shop = Shop.OfPostgreSql(connection.ConnectionString);
        IQueryable<Order> orders = shop.Orders.FromSql(
            $"""
            SELECT i % {Channels} AS "Channel", i % {Answers} AS "Score", DATE '2024-01-01' + i % {Days} AS "Day"
            FROM generate_series(0, {Rows - 1}) AS i
            """);

        Segments<Channel, Nps> byChannel = orders.TallyBy(row => row.Channel, row => Nps.FromAnswer(row.Score));
        KpiSeries<Nps> byMonth = orders.TallyBy(CalendarUnit.Month, row => row.Day, row => Nps.FromAnswer(row.Score));

        Same.As(
            Alike(Channels).TallyBy(row => (Channel)(row.First % Channels), row => Nps.FromAnswer(row.First % Answers), count: row => row.Count),
            byChannel);
        Same.As(
            Alike(Days).TallyBy(
                CalendarUnit.Month, row => NewYear.AddDays(row.First % Days), row => Nps.FromAnswer(row.First % Answers), count: row => row.Count),
            byMonth);
        Assert.Equal(Rows, byChannel.Total.N);
        Assert.InRange(proxy.Received, 1, Megabyte - 1);

        // Rows whose numbers leave the same remainders are alike; the first so many leave each of them once.
        static IEnumerable<(int First, long Count)> Alike(int keys) =>
            Enumerable.Range(0, keys * Answers).Select(first => (first, (long)((Rows - 1 - first) / (keys * Answers) + 1)));
    }

    [PostgreSqlFact]
    public void ProductsOfWholeNumbers_AreWidenedFirst()
    {
        IQueryable<Order> orders = databases.ByEfCore.Orders.FromSql(
            $"""SELECT 2000000000 AS "Items", 3 AS "Seconds", 0 AS "Channel" FROM generate_series(1, 5) AS i""");

        Assert.Equal(6_000_000_000m, orders.Tally(row => new AverageOrderValue(row.Items * row.Seconds, 1)).PerOrder);
        Assert.Equal(10_000_000_000m, orders.Tally(row => new Revenue(row.Items)).Amount);
    }

    [PostgreSqlFact]
    public void ProductsOfWholeNumbers_AreWidenedFirst_ByLinq2Db()
    {
        IQueryable<Order> orders = databases.ByLinq2Db.Where(row => row.Id <= 5);

        Assert.Equal(
            Order.All.Where(row => row.Id <= 5).Tally(row => new AverageOrderValue((long)row.Items * 1_000_000_000 * row.Seconds, 1)),
            orders.Tally(row => new AverageOrderValue((long)row.Items * 1_000_000_000 * row.Seconds, 1)));
    }

    [PostgreSqlTheory]
    [InlineData("7e27", 20)]
    [InlineData("1e30", 1)]
    public void SumsBeyondDecimal_Overflow(string amount, int rows)
    {
        decimal? known = decimal.TryParse(amount, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) ? value : null;
        IQueryable<Order> orders = databases.ByEfCore.Orders.FromSql(
            $"SELECT {amount}::numeric AS \"Amount\", 0 AS \"Channel\" FROM generate_series(1, {rows}) AS i");

        if (known is { } one)
        {
            Assert.Throws<OverflowException>(() => Enumerable.Repeat(one, rows).Tally(own => new Revenue(own)));
        }

        Assert.Throws<OverflowException>(() => orders.Tally(row => new Revenue(row.Amount)));
        Assert.Throws<OverflowException>(() => orders.TallyBy(row => row.Channel, row => new Revenue(row.Amount)));
    }

    [PostgreSqlFact]
    public void SquaresOfManyDigits_OverflowUnlessTheAmountsAreRounded()
    {
        const decimal Amount = 1234567.123456789012345678m;
        IQueryable<Order> orders = databases.ByEfCore.Orders.FromSql($"SELECT {Amount}::numeric AS \"Amount\" FROM generate_series(1, 3) AS i");

        Assert.Throws<OverflowException>(() => orders.Tally(row => new AverageOrderValue(row.Amount, 1)));
        Assert.Equal(
            Enumerable.Repeat(Amount, 3).Tally(amount => new AverageOrderValue(decimal.Round(amount, 4), 1)),
            orders.Tally(row => new AverageOrderValue(decimal.Round(row.Amount, 4), 1)));
    }

    [PostgreSqlFact]
    public void SessionOfAnotherZone_IsRefused_AndNeverTellsAnotherDay()
    {
        string tokyo = $"{databases.Connection};Timezone=Asia/Tokyo";
        using Shop byEfCore = Shop.OfPostgreSql(tokyo);
        ITable<Order> byLinq2Db = Linq2Db.InPostgreSql(tokyo);
        DateTimeZone paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

        // Entity Framework Core says of each time that it is in UTC.
        Same.As(
            Order.All.TallyBy(CalendarUnit.Month, row => DateOnly.FromDateTime(row.At), row => Nps.FromAnswer(row.Score)),
            byEfCore.Orders.TallyBy(CalendarUnit.Month, row => DateOnly.FromDateTime(row.At), row => Nps.FromAnswer(row.Score)));
        Same.As(
            Order.All.TallyBy(CalendarUnit.Month, row => row.At, paris, row => Nps.FromAnswer(row.Score)),
            byEfCore.Orders.TallyBy(CalendarUnit.Month, row => row.At, paris, row => Nps.FromAnswer(row.Score)));

        // linq2db leaves it to the session.
        Refused(() => byLinq2Db.TallyBy(CalendarUnit.Month, row => DateOnly.FromDateTime(row.At), row => Nps.FromAnswer(row.Score)));
        Refused(() => byLinq2Db.TallyBy(CalendarUnit.Month, row => Dates.FromUtc(row.At), paris, row => Nps.FromAnswer(row.Score)));

        static void Refused(Func<object> tally)
        {
            ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>("rows", tally);
            Assert.Contains("must come from an engine whose session is in UTC", error.Message, StringComparison.Ordinal);
        }
    }

    [PostgreSqlTheory]
    [InlineData("Europe/Paris")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void TimesWithAnOffset_AreToldByTheEngine(string zone)
    {
        DateTimeZone own = DateTimeZoneProviders.Tzdb[zone];
        KpiSeries<Nps> inMemory = Order.All.TallyBy(CalendarUnit.Day, row => row.Sent, own, row => Nps.FromAnswer(row.Score));

        Same.As(inMemory, databases.ByEfCore.Orders.TallyBy(CalendarUnit.Day, row => row.Sent, own, row => Nps.FromAnswer(row.Score)));
        Same.As(inMemory, databases.ByLinq2Db.TallyBy(CalendarUnit.Day, row => row.Sent, own, row => Nps.FromAnswer(row.Score)));
    }
}
