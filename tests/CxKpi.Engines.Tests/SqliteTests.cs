using CxKpi.Engines.Tests.Servers;
using LinqToDB;

namespace CxKpi.Engines.Tests;

public sealed class SqliteTests : EngineTests
{
    private static readonly Lazy<Shop> ByEfCore = new(() => Shop.InSqlite(Order.All));
    private static readonly Lazy<ITable<Order>> ByLinq2Db = new(() => Linq2Db.InSqlite(Order.All));

    [Theory]
    [MemberData(nameof(Names))]
    public void EfCore_GivesWhatMemoryDoes(string name) => IsAsInMemory(name, ByEfCore.Value.Orders);

    [Theory]
    [MemberData(nameof(Names))]
    public Task EfCore_Asynchronously_GivesWhatMemoryDoes(string name) => IsAsInMemoryAsync(name, ByEfCore.Value.Orders);

    [Theory]
    [MemberData(nameof(Names))]
    public void Linq2Db_GivesWhatMemoryDoes(string name) => IsAsInMemory(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Linq2Db_Asynchronously_GivesWhatMemoryDoes(string name) => IsAsInMemoryAsync(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(KpiNames))]
    public void EfCore_OfEveryKpi_GivesWhatMemoryDoes(string name) => KpiIsAsInMemory(name, ByEfCore.Value.Orders);

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void EfCore_OfWhatIsMissingAndNested_DoesWhatMemoryDoes(string name) => Holds(name, ByEfCore.Value.Orders);

    [Theory]
    [MemberData(nameof(KpiNames))]
    public void Linq2Db_OfEveryKpi_GivesWhatMemoryDoes(string name) => KpiIsAsInMemory(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Linq2Db_OfWhatIsMissingAndNested_DoesWhatMemoryDoes(string name) => Holds(name, ByLinq2Db.Value);

    [Theory]
    [MemberData(nameof(ZoneNames))]
    public void EfCore_InZones_GivesWhatMemoryDoes(string name) => IsAsInMemoryInZone(name, ByEfCore.Value.Orders);

    [Theory]
    [MemberData(nameof(ZoneNames))]
    public void Linq2Db_InZones_GivesWhatMemoryDoes(string name) => IsAsInMemoryInZone(name, ByLinq2Db.Value);
}
