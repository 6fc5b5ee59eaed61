using CxKpi.Engines.Tests.Servers;
using LinqToDB;

namespace CxKpi.Engines.Tests;

public sealed class DuckDbTests : EngineTests
{
    private static readonly Lazy<ITable<Order>> ByLinq2Db = new(() =>
        Linq2Db.InParquet(Path.Combine(Directory.CreateTempSubdirectory("cxkpi-duckdb-").FullName, "orders.parquet"), Order.All));

    [Theory]
    [MemberData(nameof(Names))]
    public void Linq2Db_OverParquet_GivesWhatMemoryDoes(string name) => IsAsInMemory(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(KpiNames))]
    public void Linq2Db_OfEveryKpi_GivesWhatMemoryDoes(string name) => KpiIsAsInMemory(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Linq2Db_OfWhatIsMissingAndNested_DoesWhatMemoryDoes(string name) => Holds(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(ZoneNames))]
    public void Linq2Db_InZones_GivesWhatMemoryDoes(string name) => IsAsInMemoryInZone(name, ByLinq2Db.Value);
}
