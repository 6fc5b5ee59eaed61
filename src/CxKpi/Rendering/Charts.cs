namespace CxKpi;

/// <summary>Draws results: each method makes one <see cref="Chart"/>.</summary>
/// <remarks>
/// Charts are made for a column 480 wide; <see cref="ChartOptions.Width"/> gives more room. Labels that are too long are cut and kept in full
/// in the element's title; without data the chart is a frame that says so.
/// </remarks>
public static partial class Charts
{
    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
