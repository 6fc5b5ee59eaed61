namespace CxKpi.Practices;

/// <summary>One item of an importance–performance map.</summary>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record QuadrantItem
{
    internal QuadrantItem(string name, double importance, double performance, Quadrant quadrant)
    {
        Name = name;
        Importance = importance;
        Performance = performance;
        Quadrant = quadrant;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The importance, such as a driver's share.</summary>
    public double Importance { get; }

    /// <summary>How well it is done, in the unit of its score.</summary>
    public double Performance { get; }

    /// <summary>Where it lies.</summary>
    public Quadrant Quadrant { get; }

    /// <summary>The name with importance, performance and quadrant as text.</summary>
    /// <returns>Text for display, such as <c>Speed (45.0%, 6.2): concentrate here</c>.</returns>
    public override string ToString()
    {
        Phrases words = Phrases.English;
        return TerminalText.Clean($"{Name} ({words.Percent(Importance)}, {words.Number(Performance)}): {Quadrant.In(words)}");
    }
}
