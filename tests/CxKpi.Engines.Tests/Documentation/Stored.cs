namespace CxKpi.Engines.Tests.Documentation;

/// <summary>A row of a table of any seven columns.</summary>
internal sealed class Stored<T1, T2, T3, T4, T5, T6, T7>
{
    public required T1 Item1 { get; set; }

    public required T2 Item2 { get; set; }

    public required T3 Item3 { get; set; }

    public required T4 Item4 { get; set; }

    public required T5 Item5 { get; set; }

    public required T6 Item6 { get; set; }

    public required T7 Item7 { get; set; }
}
