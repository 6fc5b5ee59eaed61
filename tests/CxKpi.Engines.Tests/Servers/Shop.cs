using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CxKpi.Engines.Tests.Servers;

/// <summary>The table of orders, through Entity Framework Core.</summary>
public sealed class Shop(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Order>();
    }

    /// <summary>A database of SQLite in memory, which lives as long as its connection.</summary>
    internal static Shop InSqlite(IEnumerable<Order> orders)
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        return Filled(new DbContextOptionsBuilder().UseSqlite(connection).Options, orders);
    }

    internal static Shop InPostgreSql(string connection, IEnumerable<Order> orders) =>
        Filled(new DbContextOptionsBuilder().UseNpgsql(connection).Options, orders);

    /// <summary>A database of PostgreSQL as it is.</summary>
    internal static Shop OfPostgreSql(string connection) => new(new DbContextOptionsBuilder().UseNpgsql(connection).Options);

    private static Shop Filled(DbContextOptions options, IEnumerable<Order> orders)
    {
        Shop shop = new(options);
        shop.Database.EnsureCreated();
        shop.AddRange(orders);
        shop.SaveChanges();
        shop.ChangeTracker.Clear();
        return shop;
    }
}
