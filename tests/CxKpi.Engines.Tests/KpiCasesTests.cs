using CxKpi.Engines.Tests.Servers;

namespace CxKpi.Engines.Tests;

/// <summary>That no KPI is forgotten, and that amounts are added up by the engine.</summary>
public sealed class KpiCasesTests
{
    // Three channels, each with a few kinds of rows; there are thousands of amounts.
    private const int MostGroups = 30;

    private static readonly Lazy<Shop> Database = new(() => Shop.InSqlite(Order.All));

    public static TheoryData<string> OfAmounts =>
    [
        .. KpiCases.All.Where(known => known.Kpi.GetConstructors().Any(own => own.GetParameters().Any(parameter => parameter.ParameterType == typeof(decimal))))
            .Select(known => known.Name).Except(["ShareOfWallet of customers"]),
    ];

    [Fact]
    public void EveryKpi_HasACase()
    {
        IEnumerable<Type> kpis = typeof(Nps).Assembly.GetExportedTypes().Where(type => type is { IsValueType: true, IsGenericType: false }
            && type.GetInterfaces().Any(own => own.IsGenericType && own.GetGenericTypeDefinition() == typeof(IKpi<>)));

        Assert.Equal(Names(kpis), Names(KpiCases.All.Select(known => known.Kpi)));

        static IEnumerable<string> Names(IEnumerable<Type> types) => types.Select(type => type.Name).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void EveryCase_HoldsData() => Assert.All(KpiCases.All, known => Assert.Equal(3, Count(known.Case.InMemory(Order.All))));

    [Theory]
    [MemberData(nameof(OfAmounts))]
    public void Amounts_AreAddedUpByTheEngine(string name)
    {
        IQueryable groups = KpiCases.All.Single(known => known.Name == name).Query(Database.Value.Orders);

        Assert.InRange(Count(groups), 3, MostGroups);
    }

    private static int Count(object many) => ((System.Collections.IEnumerable)many).Cast<object>().Count();
}
