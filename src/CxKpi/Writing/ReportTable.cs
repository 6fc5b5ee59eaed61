namespace CxKpi;

/// <summary>A table for all output formats. Columns without content in any row are left out.</summary>
internal sealed record ReportTable
{
    internal ReportTable(string caption, IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportSection> sections)
    {
        int[] kept = [.. Enumerable.Range(0, columns.Count).Where(i => i == 0 || sections.Any(section => section.Rows.Any(row => !row[i].IsEmpty)))];
        Caption = caption;
        Columns = [.. kept.Select(i => columns[i])];
        Sections = [.. sections.Select(section => section with { Rows = [.. section.Rows.Select(row => kept.Select(i => row[i]).ToArray())] })];
    }

    internal string Caption { get; }

    internal ReportColumn[] Columns { get; }

    internal ReportSection[] Sections { get; }
}
