using DuckDB.NET.Data;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace CxKpi.Engines.Tests.Servers;

/// <summary>The table of orders, through linq2db.</summary>
internal static class Linq2Db
{
    internal static ITable<Order> InSqlite(IEnumerable<Order> orders) => Filled(new(new DataOptions().UseSQLite("Data Source=:memory:")), orders);

    internal static ITable<Order> InPostgreSql(string connection) =>
        new DataConnection(new DataOptions().UsePostgreSQL(connection)).GetTable<Order>().TableName("Orders");

    /// <summary>A Parquet file that DuckDB reads.</summary>
    internal static ITable<Order> InParquet(string file, IEnumerable<Order> orders)
    {
        DataConnection connection = new(new DataOptions().UseDuckDB("Data Source=:memory:"));
        Filled(connection, orders, "Written");
        connection.Execute($"COPY \"Written\" TO '{file}' (FORMAT parquet)");
        connection.Execute($"CREATE VIEW \"Orders\" AS SELECT * FROM read_parquet('{file}')");
        return connection.GetTable<Order>().TableName("Orders");
    }

    private static ITable<Order> Filled(DataConnection connection, IEnumerable<Order> orders, string name = "Orders")
    {
        ITable<Order> table = connection.CreateTable<Order>(name);
        table.BulkCopy(orders);
        return table;
    }
}
