namespace CxKpi.Engines.Tests;

/// <summary>What every engine is tried with.</summary>
public abstract class EngineTests
{
    private static readonly IReadOnlyList<Case> Zones = Cases.InZones(row => Dates.FromUtc(row.At)), ZonesOfUtc = Cases.InZones(row => Dates.From(row.At));

    public static TheoryData<string> Names => [.. Cases.All.Select(known => known.Name)];

    public static TheoryData<string> KpiNames => [.. KpiCases.All.Select(known => known.Name)];

    public static TheoryData<string> CheckNames => [.. Checks.All.Select(known => known.Name)];

    public static TheoryData<string> ZoneNames => [.. Zones.Select(known => known.Name)];

    protected static void IsAsInMemory(string name, IQueryable<Order> rows) => IsAsInMemory(name, rows, Cases.All);

    protected static void KpiIsAsInMemory(string name, IQueryable<Order> rows) => IsAsInMemory(name, rows, [.. KpiCases.All.Select(known => known.Case)]);

    protected static void Holds(string name, IQueryable<Order> rows) => Checks.All.Single(known => known.Name == name).Check(rows);

    protected static void IsAsInMemoryInZone(string name, IQueryable<Order> rows, bool isUtcKnown = false) =>
        IsAsInMemory(name, rows, isUtcKnown ? ZonesOfUtc : Zones);

    protected static async Task IsAsInMemoryAsync(string name, IQueryable<Order> rows)
    {
        Case own = Cases.All.Single(known => known.Name == name);
        Same.As(own.InMemory(Order.All), await own.Asynchronously(rows, CancellationToken.None));
    }

    private static void IsAsInMemory(string name, IQueryable<Order> rows, IReadOnlyList<Case> cases)
    {
        Case own = cases.Single(known => known.Name == name);
        Same.As(own.InMemory(Order.All), own.ByEngine(rows));
    }
}
