namespace CxKpi;

/// <summary>Rows under an optional heading; the first cell of a row names it.</summary>
internal sealed record ReportSection(string? Heading, IReadOnlyList<ReportCell[]> Rows);
