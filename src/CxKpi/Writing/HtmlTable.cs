namespace CxKpi;

/// <summary>Writes tables with caption, scoped headers and roles, so that they stay tables where a style sheet stacks their cells.</summary>
internal static class HtmlTable
{
    /// <summary>The most rows that a notebook shows of a table: five years of months.</summary>
    internal const int MostRows = 60;

    // A host may colour every second row, and a dark one white: the text keeps its contrast on the ground of the host.
    private const string Unstriped = "background:transparent";

    /// <summary>A table by itself. Of a long one it has the first and the last rows, and says between them how many are hidden.</summary>
    internal static string Of(ReportTable table, Func<int, string>? hidden = null, int mostRows = MostRows)
    {
        HtmlWriter html = new();
        Write(html, hidden is null ? table : table.Capped(mostRows, hidden));
        return html.ToString();
    }

    internal static void Write(HtmlWriter html, ReportTable table)
    {
        html.Open("table", ("class", "cx-table")).NewLine();
        html.Open("caption").Isolated(table.Caption).Close().NewLine();
        html.Open("thead").Open("tr", ("style", Unstriped));
        foreach (ReportColumn column in table.Columns)
        {
            html.Element("th", column.Header, ("scope", "col"), ("style", Align(column)));
        }

        html.Close().Close().NewLine();
        foreach (ReportSection section in table.Sections)
        {
            html.Open("tbody");
            if (section.Heading is { } heading)
            {
                html.Open("tr", ("class", "cx-group"), ("style", Unstriped))
                    .Open(
                        "th",
                        ("scope", "rowgroup"),
                        ("colspan", table.Columns.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                        ("style", "text-align:left"))
                    .Isolated(heading).Close().Close().NewLine();
            }

            foreach (ReportCell[] row in section.Rows)
            {
                Row(html, table.Columns, row);
            }

            html.Close().NewLine();
        }

        html.Close().NewLine();
    }

    private static void Row(HtmlWriter html, ReportColumn[] columns, ReportCell[] row)
    {
        html.Open("tr", ("style", Unstriped));
        if (row.Length < columns.Length)
        {
            html.Open("td", ("colspan", columns.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("style", "text-align:left"));
            Cell(html, row[0]);
            html.Close().Close().NewLine();
            return;
        }

        for (int i = 0; i < row.Length; i++)
        {
            if (i == 0)
            {
                html.Open("th", ("scope", "row"), ("style", Align(columns[i])));
            }
            else
            {
                html.Open(
                    "td",
                    ("data-label", columns[i].Header),
                    ("class", row[i].IsEmpty ? "cx-none" : columns[i].IsNumber ? "cx-number" : null),
                    ("style", Align(columns[i])));
            }

            Cell(html, row[i]);
            html.Close();
        }

        html.Close().NewLine();
    }

    private static void Cell(HtmlWriter html, ReportCell cell)
    {
        html.Open("span", ("class", "cx-cell"));
        if (!string.IsNullOrEmpty(cell.Text))
        {
            html.Open("bdi", ("class", "cx-main")).Text(cell.Text).Close();
        }

        if (!string.IsNullOrEmpty(cell.Detail))
        {
            html.Text(" ").Open("bdi", ("class", ToneClass(cell.Tone))).Text(cell.Detail).Close();
        }

        if (!string.IsNullOrEmpty(cell.Because))
        {
            html.Text(" ").Open("bdi", ("class", "cx-extra")).Text(cell.Because).Close();
        }

        if (!string.IsNullOrEmpty(cell.Extra))
        {
            html.Text(" ").Open("bdi", ("class", "cx-extra")).Text(cell.Extra).Close();
        }

        html.Close();
    }

    private static string Align(ReportColumn column) => column.IsNumber ? "text-align:right" : "text-align:left";

    internal static string ToneClass(Tone tone) => tone switch
    {
        Tone.Good => "cx-detail cx-good",
        Tone.Bad => "cx-detail cx-bad",
        Tone.Caution => "cx-detail cx-caution",
        Tone.Plain => "cx-detail",
    };
}
