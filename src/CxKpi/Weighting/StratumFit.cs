namespace CxKpi.Practices;

/// <summary>One category of a margin in the sample and in the population.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record StratumFit
{
    internal StratumFit(string name, long rows, double? sampleShare, double populationShare, double? residual)
    {
        Name = name;
        Rows = rows;
        SampleShare = sampleShare;
        PopulationShare = populationShare;
        StandardizedResidual = residual;
    }

    /// <summary>The name of the category.</summary>
    public string Name { get; }

    /// <summary>The number of rows of the sample in the category.</summary>
    public long Rows { get; }

    /// <summary>The category's share of the sample, in [0, 1]; <see langword="null"/> when the sample has no rows.</summary>
    public double? SampleShare { get; }

    /// <summary>The category's share of the population, in [0, 1].</summary>
    public double PopulationShare { get; }

    /// <summary>How many standard deviations its rows lie from what is expected of them; <see langword="null"/> for a category that the population does not
    /// have, and without rows in the sample.</summary>
    public double? StandardizedResidual { get; }

    /// <summary>Whether the population has the category and the sample has no row of it: no weight can speak for it.</summary>
    public bool IsWithoutRows => Rows == 0 && PopulationShare > 0;

    /// <summary>The category with both shares as invariant text.</summary>
    /// <returns>Text for display, such as <c>North: 12.5% of the sample, 40% of the population</c>.</returns>
    public override string ToString()
    {
        Phrases words = Phrases.English;
        string sample = SampleShare is { } share ? words.Percent(share) : words.Undefined;
        return $"{TerminalText.Clean(Name)}: {words.SharesOf(sample, words.Percent(PopulationShare))}";
    }
}
