using System.Globalization;
using System.Text;

namespace CxKpi;

/// <summary>A table for notebooks, which have style sheets of their own: facts, one per line, or rows under column headers.</summary>
internal sealed class NotebookTable(string caption, params string[] headers)
{
    private readonly List<(string[] Cells, string? Language)> rows = [];
    private readonly List<string> notes = [];

    internal string Caption => caption;

    internal IReadOnlyList<string> Headers => headers;

    internal IReadOnlyList<IReadOnlyList<string>> Rows => [.. rows.Select(row => row.Cells)];

    internal IReadOnlyList<string> Notes => notes;

    /// <summary>Adds a fact; a fact without text is left out.</summary>
    /// <param name="name">The name of the fact.</param>
    /// <param name="text">The text of the fact.</param>
    /// <param name="language">The language of the text as HTML names it, where it is not that of the table.</param>
    internal NotebookTable Fact(string name, string? text, string? language = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            rows.Add(([name, text], language));
        }

        return this;
    }

    /// <summary>Adds a row; its first cell names it.</summary>
    internal NotebookTable Row(params string[] cells)
    {
        rows.Add((cells, null));
        return this;
    }

    /// <summary>Adds a sentence under the table, unless there is none.</summary>
    internal NotebookTable Note(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            notes.Add(text);
        }

        return this;
    }

    /// <summary>The table as aligned text for a terminal.</summary>
    internal string ToText()
    {
        StringBuilder text = new StringBuilder(TerminalText.Clean(caption)).Append('\n');
        string[][] lines = [.. rows.Select(row => row.Cells.Select(TerminalText.Clean).ToArray())];
        string[][] all = headers.Length > 0 ? [[.. headers], .. lines] : lines;
        int[] widths = [.. (all.FirstOrDefault() ?? []).Select((_, i) => all.Max(row => TerminalText.Width(row[i])))];
        foreach (string[] row in all)
        {
            text.Append(string.Join("  ", row.Select((cell, i) => TerminalText.Fit(cell, widths[i], headers.Length > 0 && i > 0))).TrimEnd()).Append('\n');
        }

        foreach (string note in notes)
        {
            text.Append(TerminalText.Clean(note)).Append('\n');
        }

        return text.ToString();
    }

    internal string ToMarkdown()
    {
        StringBuilder text = new StringBuilder("**").Append(Markdown.Text(caption)).Append("**\n\n");
        if (headers.Length > 0)
        {
            ReportColumn[] columns = [.. headers.Select((header, i) => new ReportColumn(header, IsNumber: i > 0))];
            ReportCell[][] cells = [.. rows.Select(row => row.Cells.Select(cell => new ReportCell(cell)).ToArray())];
            Markdown.Table(text, new(caption, columns, [new(null, cells)]), headingLevel: 3);
        }
        else
        {
            text.AppendJoin("", rows.Select(row => $"- **{Markdown.Text(row.Cells[0])}** {Markdown.Text(row.Cells[1])}\n")).Append('\n');
        }

        return text.AppendJoin("", notes.Select(note => Markdown.Line(note) + "\n")).ToString().TrimEnd() + "\n";
    }

    internal string ToHtml()
    {
        (string, string?) left = ("style", "text-align:left"), right = ("style", "text-align:right"), plain = ("style", "background:transparent");
        HtmlWriter html = new();
        html.Open("table").Open("caption").Isolated(caption).Close().NewLine();
        if (headers.Length > 0)
        {
            html.Open("thead").Open("tr", plain);
            for (int i = 0; i < headers.Length; i++)
            {
                html.Element("th", headers[i], ("scope", "col"), i == 0 ? left : right);
            }

            html.Close().Close().NewLine();
        }

        html.Open("tbody").NewLine();
        foreach ((string[] cells, string? language) in rows)
        {
            html.Open("tr", plain).Open("th", ("scope", "row"), left).Isolated(cells[0]).Close();
            foreach (string cell in cells.AsSpan(1))
            {
                html.Open("td", ("lang", language), headers.Length > 0 ? right : left).Isolated(cell).Close();
            }

            html.Close().NewLine();
        }

        html.Close().NewLine();
        if (notes.Count > 0)
        {
            html.Open("tfoot").NewLine();
            string width = Math.Max(2, headers.Length).ToString(CultureInfo.InvariantCulture);
            foreach (string note in notes)
            {
                html.Open("tr", plain).Open("td", ("colspan", width), left).Isolated(note).Close().Close().NewLine();
            }

            html.Close().NewLine();
        }

        return html.Close().ToString();
    }
}
