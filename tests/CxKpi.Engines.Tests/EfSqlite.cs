using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CxKpi.Engines.Tests;

/// <summary>SQLite in memory, through Entity Framework Core.</summary>
internal sealed class Shop(DbContextOptions options) : DbContext(options)
{
    internal DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Order>();
    }

    internal static Shop InSqlite(IEnumerable<Order> orders)
    {
        SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        Shop shop = new(new DbContextOptionsBuilder().UseSqlite(connection).Options);
        shop.Database.EnsureCreated();
        shop.AddRange(orders);
        shop.SaveChanges();
        return shop;
    }
}
