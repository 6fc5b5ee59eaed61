using Microsoft.EntityFrameworkCore;

namespace CxKpi.Engines.Tests;

public sealed class EnginesTests
{
    private static readonly Lazy<Shop> Sqlite = new(() => Shop.InSqlite(Order.All));

    public static TheoryData<string> Names => [.. Cases.All.Select(x => x.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sqlite_ByEf_IsMemory(string name)
    {
        Case own = Cases.All.Single(x => x.Name == name);
        Equal(own.InMemory(Order.All), own.ByEngine(Sqlite.Value.Orders));
    }

    internal static void Equal(object expected, object actual) => Assert.Equal(Text(expected), Text(actual));

    private static string Text(object x) => x is System.Collections.IEnumerable many ? string.Join("\n", many.Cast<object>().Select(y => y.ToString()).Order(StringComparer.Ordinal)) : x.ToString()!;
}
