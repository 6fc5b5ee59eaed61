namespace CxKpi;

/// <summary>A column's header, and whether it holds numbers, which stand to the right.</summary>
internal readonly record struct ReportColumn(string Header, bool IsNumber = false);
