using CxKpi.Engines.Tests.Servers;
using LinqToDB;

namespace CxKpi.Engines.Tests;

public sealed class PostgreSqlTests(PostgreSqlTests.Databases databases) : EngineTests, IClassFixture<PostgreSqlTests.Databases>
{
    [PostgreSqlTheory]
    [MemberData(nameof(Names))]
    public void EfCore_GivesWhatMemoryDoes(string name) => IsAsInMemory(name, databases.ByEfCore.Orders);

    [PostgreSqlTheory]
    [MemberData(nameof(Names))]
    public Task EfCore_Asynchronously_GivesWhatMemoryDoes(string name) => IsAsInMemoryAsync(name, databases.ByEfCore.Orders);

    [PostgreSqlTheory]
    [MemberData(nameof(Names))]
    public void Linq2Db_GivesWhatMemoryDoes(string name) => IsAsInMemory(name, databases.ByLinq2Db);

    [PostgreSqlTheory]
    [MemberData(nameof(KpiNames))]
    public void EfCore_OfEveryKpi_GivesWhatMemoryDoes(string name) => KpiIsAsInMemory(name, databases.ByEfCore.Orders);

    [PostgreSqlTheory]
    [MemberData(nameof(CheckNames))]
    public void EfCore_OfWhatIsMissingAndNested_DoesWhatMemoryDoes(string name) => Holds(name, databases.ByEfCore.Orders);

    [PostgreSqlTheory]
    [MemberData(nameof(KpiNames))]
    public void Linq2Db_OfEveryKpi_GivesWhatMemoryDoes(string name) => KpiIsAsInMemory(name, databases.ByLinq2Db);

    [PostgreSqlTheory]
    [MemberData(nameof(CheckNames))]
    public void Linq2Db_OfWhatIsMissingAndNested_DoesWhatMemoryDoes(string name) => Holds(name, databases.ByLinq2Db);

    [PostgreSqlTheory]
    [MemberData(nameof(ZoneNames))]
    public void EfCore_InZones_GivesWhatMemoryDoes(string name) => IsAsInMemoryInZone(name, databases.ByEfCore.Orders, isUtcKnown: true);

    [PostgreSqlTheory]
    [MemberData(nameof(ZoneNames))]
    public void Linq2Db_InZones_GivesWhatMemoryDoes(string name) => IsAsInMemoryInZone(name, databases.ByLinq2Db);

    [PostgreSqlFact]
    public async Task EfCore_InATimeZoneOfTheBaseClassLibrary_GivesWhatMemoryDoes()
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        KpiSeries<Nps> daily = Order.All.TallyBy(CalendarUnit.Day, row => row.At, zone, row => Nps.FromAnswer(row.Score));

        Same.As(daily, databases.ByEfCore.Orders.TallyBy(CalendarUnit.Day, row => row.At, zone, row => Nps.FromAnswer(row.Score)));
        Same.As(daily, await databases.ByEfCore.Orders.TallyByAsync(CalendarUnit.Day, row => row.At, zone, row => Nps.FromAnswer(row.Score)));
    }

    [PostgreSqlFact]
    public async Task EfCore_OfClustersAndWeightsInATimeZoneOfTheBaseClassLibrary_GivesWhatMemoryDoes()
    {
        const CalendarUnit Day = CalendarUnit.Day;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        IQueryable<Order> orders = databases.ByEfCore.Orders;
        KpiSeries<Clustered<Nps>> clusters = Order.All.TallyBy(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Customer);
        KpiSeries<Weighted<Nps>> weights = Order.All.TallyBy(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Weight);

        Same.As(clusters, orders.TallyBy(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(clusters, await orders.TallyByAsync(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(clusters, orders.TallyBy(Day, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(clusters, await orders.TallyByAsync(Day, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Customer));
        Same.As(weights, orders.TallyBy(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Weight));
        Same.As(weights, await orders.TallyByAsync(Day, row => row.At, zone, row => Nps.FromAnswer(row.Score), row => row.Weight));
        Same.As(weights, orders.TallyBy(Day, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Weight));
        Same.As(weights, await orders.TallyByAsync(Day, row => row.Sent, zone, row => Nps.FromAnswer(row.Score), row => row.Weight));
    }

    public sealed class Databases : IDisposable
    {
        private readonly PostgreSqlServer? server;

        public Databases()
        {
            if (Installed.SkipWithout(PostgreSqlServer.Missing) is null)
            {
                server = new();
                ByEfCore = Shop.InPostgreSql(server.Connection, Order.All);
                ByLinq2Db = Linq2Db.InPostgreSql(server.Connection);
            }
        }

        internal string Connection => server!.Connection;

        internal Shop ByEfCore { get; } = null!;

        internal ITable<Order> ByLinq2Db { get; } = null!;

        public void Dispose()
        {
            ByEfCore?.Dispose();
            server?.Dispose();
        }
    }
}
