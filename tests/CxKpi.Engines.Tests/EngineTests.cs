namespace CxKpi.Engines.Tests;

/// <summary>What every engine is tried with.</summary>
public abstract class EngineTests
{
    public static TheoryData<string> Names => [.. Cases.All.Select(known => known.Name)];

    protected static void IsAsInMemory(string name, IQueryable<Order> rows)
    {
        Case own = Cases.All.Single(known => known.Name == name);
        Same.As(own.InMemory(Order.All), own.ByEngine(rows));
    }

    protected static async Task IsAsInMemoryAsync(string name, IQueryable<Order> rows)
    {
        Case own = Cases.All.Single(known => known.Name == name);
        Same.As(own.InMemory(Order.All), await own.Asynchronously(rows, CancellationToken.None));
    }
}
