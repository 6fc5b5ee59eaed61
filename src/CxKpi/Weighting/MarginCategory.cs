namespace CxKpi.Practices;

/// <summary>One category of a population margin, such as a region: how many people it has in the population, and how many rows in the sample.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record MarginCategory
{
    internal MarginCategory(string name, double population, long rows)
    {
        Name = name;
        Population = population;
        Rows = rows;
    }

    /// <summary>The name of the category.</summary>
    public string Name { get; }

    /// <summary>The size in the population as it was stated, in people or as a share; 0 for a category that only the sample has.</summary>
    public double Population { get; }

    /// <summary>The number of rows of the sample in the category.</summary>
    public long Rows { get; }

    /// <summary>The category with its sizes as invariant text.</summary>
    /// <returns>Text for display, such as <c>North: 120 rows for 4000</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{TerminalText.Clean(Name)}: {Rows} rows for {Population}");
}
