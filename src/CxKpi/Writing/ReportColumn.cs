namespace CxKpi;

/// <summary>The header of a column, and whether it holds numbers, which are aligned to the right.</summary>
internal readonly record struct ReportColumn(string Header, bool IsNumber = false);
