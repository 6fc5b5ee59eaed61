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

    internal ReportSection[] Sections { get; private init; }

    /// <summary>The table with the first and the last rows of a section, and between them a row of one cell that says how many there are.</summary>
    internal ReportTable Capped(int most, Func<int, string> hidden) => this with
    {
        Sections =
        [
            .. Sections.Select(section => section.Rows.Count <= most ? section : section with
            {
                Rows =
                [
                    .. section.Rows.Take(most - most / 2),
                    [new ReportCell(hidden(section.Rows.Count - most))],
                    .. section.Rows.Skip(section.Rows.Count - most / 2),
                ],
            }),
        ],
    };
}
