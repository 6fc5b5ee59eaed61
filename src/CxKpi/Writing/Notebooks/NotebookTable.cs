using System.Globalization;

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

    internal string ToHtml()
    {
        (string, string?) left = ("style", "text-align:left"), right = ("style", "text-align:right");
        HtmlWriter html = new();
        html.Open("table").Open("caption").Isolated(caption).Close().NewLine();
        if (headers.Length > 0)
        {
            html.Open("thead").Open("tr");
            for (int i = 0; i < headers.Length; i++)
            {
                html.Element("th", headers[i], ("scope", "col"), i == 0 ? left : right);
            }

            html.Close().Close().NewLine();
        }

        html.Open("tbody").NewLine();
        foreach ((string[] cells, string? language) in rows)
        {
            html.Open("tr").Open("th", ("scope", "row"), left).Isolated(cells[0]).Close();
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
                html.Open("tr").Open("td", ("colspan", width), left).Isolated(note).Close().Close().NewLine();
            }

            html.Close().NewLine();
        }

        return html.Close().ToString();
    }
}
