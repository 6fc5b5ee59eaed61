namespace CxKpi.Engines.Tests.Documentation;

/// <summary>How a line of the documentation that tallies rows of memory is asked of a query.</summary>
public enum Form
{
    /// <summary>Of SQLite, with the functions as they are written.</summary>
    AsWritten,

    /// <summary>Of SQLite, with tuples made by a method, because an expression tree cannot hold them.</summary>
    WithTuplesMade,

    /// <summary>Of a query over objects, because SQLite cannot take it.</summary>
    OverObjects,

    /// <summary>Not at all: it stays in memory.</summary>
    InMemory,
}
