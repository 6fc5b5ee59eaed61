using System.Globalization;

namespace CxKpi.Benchmarks.Coverage;

/// <summary>How often intervals for one kind of sample hold the true value.</summary>
/// <param name="Name">The kind of sample.</param>
/// <param name="Size">The number of observations, clusters or expected events.</param>
/// <param name="Below">How often the truth lies below the interval.</param>
/// <param name="Above">How often the truth lies above the interval.</param>
/// <param name="Flagged">How often the estimate is flagged.</param>
/// <param name="Decided">How often a target at the truth is called met or missed.</param>
internal sealed record Cell(string Name, double Size, double Below, double Above, double Flagged, double Decided)
{
    public const double LeastCoverage = 0.93, MostASide = 0.05, MostOften = 0.95;

    /// <summary>Whether it is there to compare with, and promises nothing.</summary>
    public bool IsComparison { get; init; }

    /// <summary>Whether the method's documentation names the cell as one that it does not keep.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The standard error of a rate of 5 %; 0 where all outcomes were added up.</summary>
    public double Error { get; init; }

    public double Coverage => 1 - Below - Above;

    /// <summary>The cell as a row of a table, its last column how it stands by its bounds.</summary>
    /// <param name="allowance">How many standard errors are put down to the simulation.</param>
    public string Row(double allowance) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Size:0.#} | {Rate(Coverage)} | {Rate(Below)} | {Rate(Above)} | {Rate(Flagged)} | {Rate(Decided)} | {StandingAt(allowance)} |");

    public Standing StandingAt(double allowance) =>
        IsComparison ? Standing.Comparison
        : Coverage + allowance * Error >= LeastCoverage && Math.Max(Below, Above) - allowance * Error <= MostASide ? Standing.Within
        : Flagged >= MostOften ? Standing.Flagged
        : IsNamed ? Standing.Named
        : Standing.Over;

    internal static string Rate(double rate) => rate.ToString(".000", CultureInfo.InvariantCulture);
}

/// <summary>How a cell stands by its bounds.</summary>
internal enum Standing
{
    Within,
    Flagged,
    Named,
    Over,
    Comparison,
}
